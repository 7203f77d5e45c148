package org.redress.bench.faults.judging;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.redress.bench.faults.traffic.Ledger;

/** Gathers all evidence of a deployment. */
public final class EvidenceReader {

    private static final Map<String, String> MOMENTS =
            Map.of("decidedAt", "ACCEPTED", "answeredAt", "ANSWERED", "closedAt", "CLOSED");

    private final StoreReader stores;

    private EvidenceReader(StoreReader stores) {
        this.stores = stores;
    }

    /** Reads everything: first the positions, so that whatever still moves shows as behind. */
    public static Evidence read(Sources sources, Ledger ledger) throws IOException {
        try (MongoClient client = MongoClients.create(sources.database())) {
            EvidenceReader reader = new EvidenceReader(new StoreReader(client, sources.databasePrefix()));
            List<Positions> positions = reader.stores.positions();
            return new Evidence(
                    ledger,
                    new TopicReader(sources.broker(), sources.topicPrefix()).read(),
                    reader.receipts(),
                    reader.stores.histories(),
                    positions,
                    reader.cases(),
                    reader.facts(),
                    reader.volumes(),
                    reader.plans(),
                    reader.openGaps(positions),
                    MailFolder.read(sources.mails()));
        }
    }

    private Map<String, String> receipts() {
        Map<String, String> receipts = new HashMap<>();
        for (Document found : stores.collection("intake", "petitions")
                .find(Filters.exists("receipt"))
                .projection(Projections.include("receipt"))) {
            receipts.put(found.getString("_id"), found.getString("receipt"));
        }
        return receipts;
    }

    private Map<String, CaseRecord> cases() {
        Map<String, CaseRecord> cases = new HashMap<>();
        for (Document found : stores.collection("routing", "cases")
                .find()
                .projection(Projections.include("registration.edition", "history.what"))) {
            List<String> done = found.getList("history", Document.class, List.of()).stream()
                    .map(line -> line.getString("what"))
                    .toList();
            cases.put(found.getString("_id"), new CaseRecord(found.containsKey("registration"), done));
        }
        return cases;
    }

    private Map<String, FactsRecord> facts() {
        Map<String, FactsRecord> facts = new HashMap<>();
        for (Document found : stores.collection("analytics", "facts").find()) {
            Set<String> steps = new HashSet<>();
            MOMENTS.forEach((field, step) -> {
                if (found.get(field) != null) {
                    steps.add(step);
                }
            });
            facts.put(found.getString("_id"), new FactsRecord(found.containsKey("day"), steps));
        }
        return facts;
    }

    /** Each case is in one bucket of its unit, or counted apart. */
    private long volumes() {
        long total = 0;
        for (Document bucket : stores.collection("analytics", "volumes")
                .find(Filters.in("dimension", "unit", "restricted"))
                .projection(Projections.include("count"))) {
            total += StoreReader.number(bucket, "count", 0);
        }
        return total;
    }

    private Map<String, PlanRecord> plans() {
        Map<String, PlanRecord> plans = new HashMap<>();
        for (Document found :
                stores.collection("notification", "notifications").find().projection(Projections.include("entries"))) {
            String id = found.getString("_id");
            plans.put(
                    id,
                    new PlanRecord(
                            id,
                            found.getList("entries", Document.class, List.of()).stream()
                                    .map(EvidenceReader::message)
                                    .toList()));
        }
        return plans;
    }

    private static PlanRecord.Message message(Document entry) {
        String channel = String.valueOf(entry.getString("channel"));
        return new PlanRecord.Message(
                entry.getString("template") + " by " + channel + " to " + entry.getString("recipient"),
                channel,
                String.valueOf(entry.getString("state")),
                Objects.requireNonNullElse(entry.getString("messageId"), ""));
    }

    /** A gap that was filled may lie there until the service looks again: it is open while its event was not applied. */
    private List<String> openGaps(List<Positions> positions) {
        List<String> open = new ArrayList<>();
        for (String service : List.of("intake", "routing", "notification", "analytics")) {
            for (Document gap : stores.collection(service, "gaps").find()) {
                String id = gap.getString("aggregateId");
                Place wanted = StoreReader.place(id, gap.get("upTo", Document.class), "sequence");
                boolean filled = positions.stream()
                        .filter(each -> each.name().startsWith(service + "."))
                        .filter(each -> each.topic().name().equals(gap.getString("topic")))
                        .map(each -> each.reached().get(id))
                        .anyMatch(reached -> reached != null && reached.covers(wanted));
                if (!filled) {
                    open.add("gap " + gap.getString("_id") + " of " + service);
                }
            }
        }
        return open;
    }
}
