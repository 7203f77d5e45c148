package org.redress.bench.faults.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.bench.faults.traffic.Acknowledged;
import org.redress.bench.faults.traffic.Ledger;
import org.redress.contracts.Topic;

/** A sound deployment after one petition, one supplement and one command, of which a test damages what it likes. */
final class World {

    static final String ID = "p-1";
    static final String MAIL = "<m-1@redress.example>";

    final Ledger ledger = new Ledger();
    final List<TopicRecord> records = new ArrayList<>();
    final Map<String, String> receipts = new HashMap<>(Map.of(ID, "R-1"));
    final History intake = history("intake.petitions", Topic.SUBMISSIONS, 2);
    final History routing = history("routing.cases", Topic.CASES, 3);
    final Positions cases = positions("routing.cases", Topic.SUBMISSIONS, 2);
    final Positions facts = positions("analytics.facts", Topic.CASES, 3);
    final Map<String, CaseRecord> caseRecords =
            new HashMap<>(Map.of(ID, new CaseRecord(true, List.of("REGISTERED", "ACCEPTED"))));
    final Map<String, FactsRecord> factsRecords = new HashMap<>(Map.of(ID, new FactsRecord(true, Set.of("ACCEPTED"))));
    final Map<String, PlanRecord> plans = new HashMap<>();
    final List<String> openGaps = new ArrayList<>();
    final Map<String, Integer> mails = new HashMap<>(Map.of(MAIL, 1));
    long volumes = 1;

    World() {
        ledger.add(new Acknowledged.Petition(ID, "key-1", "R-1", "code"));
        ledger.add(new Acknowledged.Request(ID, "key-2", "q-1", "supplement"));
        ledger.add(new Acknowledged.Command(ID, "ACCEPTED"));
        records.add(record(Topic.SUBMISSIONS, 1, "petition.submitted.v1", "", "key-1", true));
        records.add(record(Topic.SUBMISSIONS, 2, "petition.supplemented.v1", "q-1", "", false));
        records.add(record(Topic.CASES, 1, "case.registered.v1", "", "", false));
        records.add(record(Topic.CASES, 2, "case.supplemented.v1", "q-1", "", false));
        records.add(record(Topic.CASES, 3, "case.accepted.v1", "", "", true));
        plan("SUBMISSIONS-1", "SENT", MAIL);
        plan("CASES-3", "SUPPRESSED", "");
    }

    void plan(String event, String state, String messageId) {
        plans.put(
                event,
                new PlanRecord(
                        event,
                        List.of(new PlanRecord.Message("received by email to petitioner", "email", state, messageId))));
    }

    static TopicRecord record(
            Topic topic, long sequence, String type, String request, String number, boolean demandsAlert) {
        String id = topic + "-" + sequence;
        return new TopicRecord(
                topic, new Place(ID, 1, sequence), id, type, "digest of " + id, request, number, "", demandsAlert);
    }

    /** The same record at another place, or with another content. */
    static TopicRecord changed(TopicRecord record, Place place, String eventId, String rung) {
        return new TopicRecord(
                record.topic(),
                place,
                eventId,
                record.type(),
                record.digest(),
                record.requestId(),
                record.externalId(),
                rung,
                false);
    }

    private static History history(String name, Topic topic, long last) {
        Set<Place> held = new HashSet<>();
        for (long sequence = 1; sequence <= last; sequence++) {
            held.add(new Place(ID, 1, sequence));
        }
        return new History(name, topic, new HashMap<>(Map.of(ID, new Place(ID, 1, last))), held);
    }

    private static Positions positions(String name, Topic topic, long last) {
        return new Positions(
                name,
                topic,
                new HashMap<>(Map.of(ID, new Place(ID, 1, last))),
                new HashSet<>(),
                new HashSet<>(Set.of(ID)));
    }

    Verdict verdict() {
        return Verdict.of(new Evidence(
                ledger,
                records,
                receipts,
                List.of(intake, routing),
                List.of(cases, facts),
                caseRecords,
                factsRecords,
                volumes,
                plans,
                openGaps,
                mails));
    }
}
