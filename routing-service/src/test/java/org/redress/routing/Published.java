package org.redress.routing;

import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The events a service published, from the archive that is written once the broker has them. */
public final class Published {

    private final MongoTemplate mongo;

    /** In this database. */
    public Published(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Those of a case, in order. */
    public List<Event> of(String petitionId) {
        return of("cases_events", petitionId);
    }

    /** Those of an aggregate in a collection, in order. */
    public List<Event> of(String collection, String aggregateId) {
        Query query = Query.query(Criteria.where("aggregateId").is(aggregateId)).with(Sort.by("epoch", "sequence"));
        return mongo.find(query, Document.class, collection).stream()
                .map(found -> EventCodec.decode(
                        found.getString("type"),
                        found.get("bytes", Binary.class).getData()))
                .toList();
    }
}
