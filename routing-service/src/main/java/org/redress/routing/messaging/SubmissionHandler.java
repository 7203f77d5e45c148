package org.redress.routing.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.redress.contracts.Topic;
import org.redress.contracts.submissions.SubmissionEvent;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.redress.routing.cases.CaseRegistry;
import org.redress.routing.cases.PetitionCase;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Petitions become cases, and what their petitioners ask for later reaches them. */
@Component
class SubmissionHandler implements EventHandler<SubmissionEvent> {

    private static final String STREAM = Topic.SUBMISSIONS.name();

    private final CaseRegistry registry;
    private final MongoTemplate mongo;

    SubmissionHandler(CaseRegistry registry, MongoTemplate mongo) {
        this.registry = registry;
        this.mongo = mongo;
    }

    @Override
    public Topic topic() {
        return Topic.SUBMISSIONS;
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        Map<String, Source> byId = new HashMap<>();
        sources.forEach(source -> byId.put(source.aggregateId(), source));
        Query query = Query.query(Criteria.where("_id").in(byId.keySet()));
        query.fields().include("inbox");
        Map<Source, Position> positions = new HashMap<>();
        for (Document found : mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class))) {
            positions.put(byId.get(found.getString("_id")), Inbox.of(found, STREAM));
        }
        return positions;
    }

    @Override
    public void apply(List<Received<SubmissionEvent>> batch) {
        registry.apply(batch);
    }

    @Override
    public void park(Source source, Position before, Position after) {
        registry.place(source.aggregateId(), before, after);
    }
}
