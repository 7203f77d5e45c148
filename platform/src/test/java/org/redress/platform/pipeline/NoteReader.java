package org.redress.platform.pipeline;

import com.mongodb.client.result.UpdateResult;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bson.Document;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseEvent;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.redress.platform.consuming.StalePositionException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The smallest projection: it lists who closed, in the order applied; a fault can be put in front of it. */
@Consumes(Topic.CASES)
class NoteReader implements EventHandler<CaseEvent> {

    static final String POISON = "nobody";
    private static final String STREAM = Topic.CASES.name();

    private final MongoTemplate mongo;
    private final String collection;
    private final AtomicReference<Consumer<Received<CaseEvent>>> fault = new AtomicReference<>(received -> {});

    NoteReader(MongoTemplate mongo, String collection) {
        this.mongo = mongo;
        this.collection = collection;
    }

    void failWith(Consumer<Received<CaseEvent>> failing) {
        fault.set(failing);
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        Map<Source, Position> positions = new HashMap<>();
        Query query = Query.query(
                Criteria.where("_id").in(sources.stream().map(Source::key).toList()));
        for (Document found : mongo.find(query, Document.class, collection)) {
            String id = found.getString("_id");
            positions.put(new Source(id, id), Inbox.of(found, STREAM));
        }
        return positions;
    }

    @Override
    public void apply(List<Received<CaseEvent>> batch) {
        batch.forEach(this::applyOne);
    }

    private void applyOne(Received<CaseEvent> received) {
        fault.get().accept(received);
        Update update = new Update();
        if (received.event() instanceof CaseClosed closed) {
            if (received.snapshot()) {
                update.set("closedBy", List.of(closed.closedBy()));
            } else {
                update.push("closedBy", closed.closedBy());
            }
        }
        Query guarded = Query.query(new Criteria()
                .andOperator(
                        Criteria.where("_id").is(received.source().key()), Inbox.guard(STREAM, received.before())));
        ensure(received.source());
        UpdateResult result = mongo.updateFirst(guarded, Inbox.moveTo(update, STREAM, received.after()), collection);
        if (result.getMatchedCount() == 0) {
            throw new StalePositionException(received.source().aggregateId());
        }
    }

    @Override
    public void park(Source source, Position before, Position after) {
        ensure(source);
        Inbox.place(mongo.getCollection(collection), source.key(), STREAM, before, after, new Update());
    }

    private void ensure(Source source) {
        mongo.upsert(
                Query.query(Criteria.where("_id").is(source.key())),
                new Update().setOnInsert("closedBy", List.of()),
                collection);
    }

    List<String> closedBy(String id) {
        Document found = mongo.findById(id, Document.class, collection);
        return found == null ? List.of() : found.getList("closedBy", String.class);
    }

    Position position(String id) {
        return Inbox.of(mongo.findById(id, Document.class, collection), STREAM);
    }
}
