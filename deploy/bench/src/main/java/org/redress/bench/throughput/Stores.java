package org.redress.bench.throughput;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;

/** The services' databases, read beside the services. */
final class Stores implements AutoCloseable {

    private static final String PREFIX = "redress_";

    private final MongoClient client;

    Stores(String uri) {
        client = MongoClients.create(uri);
    }

    /** What is counted, by the collection that holds one document for each. */
    enum Kept {
        /** Petitions intake took. */
        PETITIONS("intake", "petitions"),
        /** Their events that the broker acknowledged. */
        SUBMISSIONS_PUBLISHED("intake", "petitions_events"),
        /** Cases of routing. */
        CASES("routing", "cases"),
        /** Their events that the broker acknowledged. */
        CASE_EVENTS_PUBLISHED("routing", "cases_events"),
        /** Plans of notification. */
        PLANS("notification", "notifications"),
        /** Cases that analytics counts. */
        FACTS("analytics", "facts");

        private final String service;
        private final String collection;

        Kept(String service, String collection) {
            this.service = service;
            this.collection = collection;
        }
    }

    /** How many there are now; cheap, so that counting disturbs little. */
    long count(Kept kept) {
        return client.getDatabase(PREFIX + kept.service)
                .getCollection(kept.collection)
                .estimatedDocumentCount();
    }

    /** Which of the receipts name no petition, or one without a case. */
    Set<String> lost(Collection<String> receipts) {
        Set<String> lost = new HashSet<>(receipts);
        Set<String> cases = new HashSet<>();
        client.getDatabase(PREFIX + "routing")
                .getCollection("cases")
                .find()
                .projection(Projections.include("_id"))
                .forEach(found -> cases.add(found.getString("_id")));
        client.getDatabase(PREFIX + "intake")
                .getCollection("petitions")
                .find(Filters.exists("receipt"))
                .projection(Projections.include("receipt"))
                .forEach(found -> forget(found, cases, lost));
        return lost;
    }

    /** A database of the bench's own. */
    MongoDatabase own() {
        return client.getDatabase("bench");
    }

    private static void forget(Document petition, Set<String> cases, Set<String> lost) {
        if (cases.contains(petition.getString("_id"))) {
            lost.remove(petition.getString("receipt"));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
