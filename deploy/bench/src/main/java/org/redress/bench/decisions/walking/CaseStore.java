package org.redress.bench.decisions.walking;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.bson.Document;

/** The cases where they are stored, looked at beside routing: whether they are there, and when the next rung fires. */
public final class CaseStore implements AutoCloseable {

    private static final String NEXT = "nextDueAt";

    private final MongoClient client;
    private final MongoCollection<Document> cases;

    /** Of the database at this address, read as routing reads it. */
    public CaseStore(String uri) {
        client = MongoClients.create(uri);
        cases = client.getDatabase("redress_routing").getCollection("cases").withReadConcern(ReadConcern.MAJORITY);
    }

    /** The moment of the rung that fires next; absent when no clock runs. */
    Optional<Instant> nextRung() {
        Document next = cases.find(Filters.gt(NEXT, Instant.EPOCH))
                .sort(Sorts.ascending(NEXT))
                .projection(Projections.include(NEXT))
                .first();
        return Optional.ofNullable(next).map(found -> found.getDate(NEXT).toInstant());
    }

    /** Whether all these petitions have become cases. */
    boolean hasAll(Collection<String> petitionIds) {
        return cases.countDocuments(Filters.and(Filters.in("_id", petitionIds), Filters.exists("state")))
                == petitionIds.size();
    }

    /** Whether every event of every case was sent. */
    public boolean hasSentEverything() {
        return cases.countDocuments(Filters.exists("pending.0")) == 0;
    }

    @Override
    public void close() {
        client.close();
    }
}
