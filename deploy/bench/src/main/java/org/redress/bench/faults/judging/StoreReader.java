package org.redress.bench.faults.judging;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.Document;
import org.redress.contracts.Topic;

/** Reads documents, archives and positions from the services' databases, by what a majority holds. */
final class StoreReader {

    private final MongoClient client;
    private final String prefix;

    StoreReader(MongoClient client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    MongoCollection<Document> collection(String service, String name) {
        return client.getDatabase(prefix + service)
                .withReadConcern(ReadConcern.MAJORITY)
                .getCollection(name);
    }

    List<History> histories() {
        return List.of(
                history("intake", "petitions", Topic.SUBMISSIONS),
                history("routing", "cases", Topic.CASES),
                history("routing", "groupings", Topic.GROUPS),
                history("analytics", "hotspots", Topic.ALERTS),
                history("notification", "notifications", Topic.DELIVERIES),
                history("routing", "organisations", Topic.ORGANISATION));
    }

    private History history(String service, String name, Topic topic) {
        Map<String, Place> heads = new HashMap<>();
        Set<Place> held = new HashSet<>();
        for (Document found : collection(service, name)
                .find()
                .projection(Projections.include("epoch", "sequence", "pending.epoch", "pending.sequence"))) {
            String id = found.getString("_id");
            if (number(found, "sequence", 0) > 0) {
                heads.put(id, place(id, found, "sequence"));
            }
            found.getList("pending", Document.class, List.of())
                    .forEach(event -> held.add(place(id, event, "sequence")));
        }
        for (Document event : collection(service, name + "_events")
                .find()
                .projection(Projections.include("aggregateId", "epoch", "sequence"))) {
            held.add(place(event.getString("aggregateId"), event, "sequence"));
        }
        return new History(service + "." + name, topic, heads, held);
    }

    List<Positions> positions() {
        return List.of(
                positions("routing", "cases", Topic.SUBMISSIONS, found -> found.containsKey("registration")),
                positions("notification", "petitions", Topic.SUBMISSIONS, found -> found.containsKey("submitted")),
                positions("intake", "petitions", Topic.CASES, StoreReader::showsStages),
                positions("notification", "petitions", Topic.CASES, found -> found.containsKey("scope")),
                positions("analytics", "facts", Topic.CASES, found -> found.containsKey("day")),
                // A message to an officer leaves nothing but the position.
                positions("routing", "tellings", Topic.DELIVERIES, found -> true));
    }

    private static boolean showsStages(Document petition) {
        return petition.getList("stages", Document.class, List.of()).size() > 1;
    }

    private Positions positions(String service, String name, Topic topic, Predicate<Document> effective) {
        Positions positions =
                new Positions(service + "." + name, topic, new HashMap<>(), new HashSet<>(), new HashSet<>());
        String stream = "inbox." + topic.name();
        for (Document found : collection(service, name)
                .find(Filters.exists(stream))
                .projection(Projections.include(
                        stream, "registration.edition", "submitted", "stages.stage", "scope", "day"))) {
            String id = found.getString("_id");
            Document position = found.get("inbox", Document.class).get(topic.name(), Document.class);
            positions.reached().put(id, place(id, position, "last"));
            if (position.getBoolean("parked", false)) {
                positions.parked().add(id);
            }
            if (effective.test(found)) {
                positions.effective().add(id);
            }
        }
        return positions;
    }

    static Place place(String id, Document document, String sequence) {
        return new Place(id, (int) number(document, "epoch", 1), number(document, sequence, 0));
    }

    static long number(Document document, String field, long otherwise) {
        Number value = document.get(field, Number.class);
        return value == null ? otherwise : value.longValue();
    }
}
