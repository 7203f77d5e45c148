package org.redress.tools.verifying;

import com.mongodb.MongoCommandException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.redress.tools.verifying.Difference.Kind;

/** Counts the facts anew and compares them with the volumes that analytics keeps, both at one moment. */
final class VolumeCheck {

    private static final String RESTRICTED = "restricted";
    private static final int SNAPSHOT_UNAVAILABLE = 246;
    private static final int ATTEMPTS = 10;
    private static final Bson REPORT_OR_RESTRICTED =
            Filters.or(Filters.eq(RESTRICTED, true), Filters.eq("purpose", "report"));

    private final MongoDatabase database;
    private final ClientSession moment;
    private final List<Difference> differences = new ArrayList<>();
    private long total;
    private long apart;

    private VolumeCheck(MongoDatabase database, ClientSession moment) {
        this.database = database;
        this.moment = moment;
    }

    /** Adds what differs, and the total, to the findings. */
    static void run(Databases databases, Findings findings) {
        for (int attempt = 1; ; attempt++) {
            try (ClientSession moment = databases.moment()) {
                VolumeCheck check = new VolumeCheck(databases.atMoment(Holder.ANALYTICS), moment);
                check.compare();
                check.differences.forEach(findings::add);
                findings.analytics(check.total, check.apart);
                return;
            } catch (MongoCommandException e) {
                // A collection or an index was made at that very moment: the next one will do.
                if (e.getErrorCode() != SNAPSHOT_UNAVAILABLE || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void compare() {
        Bson counted = Filters.nor(REPORT_OR_RESTRICTED);
        apart = compare(facts(REPORT_OR_RESTRICTED, null), volumes(RESTRICTED, "dimension"), RESTRICTED);
        total = apart + compare(facts(counted, "$unit"), volumes("unit", "key"), "unit");
        compare(facts(counted, "$topic"), volumes("topic", "key"), "topic");
        compare(facts(counted, "$day"), volumes("cell", "day"), "day");
    }

    private long compare(Map<String, Long> facts, Map<String, Long> volumes, String by) {
        TreeSet<String> keys = new TreeSet<>(facts.keySet());
        keys.addAll(volumes.keySet());
        for (String key : keys) {
            long real = facts.getOrDefault(key, 0L);
            long kept = volumes.getOrDefault(key, 0L);
            if (real != kept) {
                differences.add(new Difference(
                        Kind.VOLUME,
                        "",
                        "",
                        "analytics",
                        by + " " + key + " is " + kept + " where facts count " + real,
                        new Remedy.Recount()));
            }
        }
        return volumes.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> facts(Bson filter, @Nullable String by) {
        return grouped(
                database.getCollection("facts"),
                List.of(
                        Aggregates.match(Filters.and(Filters.exists("day"), filter)),
                        Aggregates.group(by == null ? RESTRICTED : by, Accumulators.sum("count", 1L))));
    }

    private Map<String, Long> volumes(String dimension, String by) {
        return grouped(
                database.getCollection("volumes"),
                List.of(
                        Aggregates.match(Filters.eq("dimension", dimension)),
                        Aggregates.group("$" + by, Accumulators.sum("count", "$count"))));
    }

    private Map<String, Long> grouped(MongoCollection<Document> collection, List<Bson> pipeline) {
        Map<String, Long> counts = new HashMap<>();
        for (Document group : collection.aggregate(moment, pipeline).into(new ArrayList<>())) {
            Object key = group.get("_id");
            counts.put(
                    key == null ? "" : key.toString(),
                    group.get("count", Number.class).longValue());
        }
        return counts;
    }
}
