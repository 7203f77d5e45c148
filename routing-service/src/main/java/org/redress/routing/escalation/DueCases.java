package org.redress.routing.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.PetitionCase;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Claims cases whose next rung is due, the longest due first, in the database's own time. */
final class DueCases {

    private static final int CLAIMED = 100;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Document UNCLAIMED =
            Document.parse("{$lt: [{$ifNull: ['$claim.until', {$toDate: {$numberLong: '0'}}]}, '$$NOW']}");

    private final MongoTemplate mongo;

    DueCases(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Claims up to a hundred of them for a holder and returns their ids; none only when none is left to be claimed. */
    List<String> claim(String holder, Instant now) {
        Document due = new Document("nextDueAt", new Document("$lte", Date.from(now))).append("$expr", UNCLAIMED);
        Query oldest = new BasicQuery(due, new Document("_id", 1))
                .with(Sort.by("nextDueAt"))
                .limit(CLAIMED);
        List<String> claimed = List.of();
        List<String> found = ids(oldest);
        while (claimed.isEmpty() && !found.isEmpty()) {
            Document still = new Document(due).append("_id", new Document("$in", found));
            mongo.updateMulti(new BasicQuery(still), claimBy(holder), PetitionCase.class);
            claimed = ids(new BasicQuery(
                    new Document("_id", new Document("$in", found)).append("claim.by", holder),
                    new Document("_id", 1)));
            // Where another instance was faster with all of these, there may be more.
            found = claimed.isEmpty() ? ids(oldest) : found;
        }
        return claimed;
    }

    private static AggregationUpdate claimBy(String holder) {
        Document until = new Document("$add", List.of("$$NOW", LEASE.toMillis()));
        Document claim = new Document("until", until).append("by", new Document("$literal", holder));
        return AggregationUpdate.from(List.of(context -> new Document("$set", new Document("claim", claim))));
    }

    /** Gives up claims that led to nothing. */
    void release(String holder, Collection<String> ids) {
        if (!ids.isEmpty()) {
            mongo.updateMulti(
                    Query.query(Criteria.where("_id").in(ids).and("claim.by").is(holder)),
                    new Update().unset("claim"),
                    PetitionCase.class);
        }
    }

    /** Number of cases with a rung that is due. */
    long count(Instant now) {
        return mongo.count(Query.query(Criteria.where("nextDueAt").lte(now)), PetitionCase.class);
    }

    /** How long the oldest rung that is due waits; zero when none is. */
    Duration lateness(Instant now) {
        @Nullable
        Document oldest = mongo.getCollection(mongo.getCollectionName(PetitionCase.class))
                .find(new Document("nextDueAt", new Document("$lte", Date.from(now))))
                .projection(new Document("nextDueAt", 1))
                .sort(new Document("nextDueAt", 1))
                .first();
        return oldest == null
                ? Duration.ZERO
                : Duration.between(oldest.getDate("nextDueAt").toInstant(), now);
    }

    private List<String> ids(Query query) {
        return mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class)).stream()
                .map(found -> found.getString("_id"))
                .toList();
    }
}
