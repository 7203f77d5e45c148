package org.redress.bench.faults.judging;

import static org.redress.bench.faults.judging.Finding.Kind.DOUBLED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.bench.faults.traffic.Acknowledged;
import org.redress.contracts.Topic;

/** What was asked for once is there once. */
final class Doubles {

    private final Evidence evidence;
    private final TopicView topics;
    private final List<Finding> findings = new ArrayList<>();

    private Doubles(Evidence evidence, TopicView topics) {
        this.evidence = evidence;
        this.topics = topics;
    }

    static List<Finding> in(Evidence evidence, TopicView topics) {
        Doubles doubles = new Doubles(evidence, topics);
        evidence.ledger().contradictions().forEach(doubles::found);
        doubles.judgePetitions();
        doubles.judgePlaces();
        doubles.once(Topic.SUBMISSIONS, TopicRecord::externalId, "number");
        doubles.once(Topic.SUBMISSIONS, TopicRecord::requestId, "request");
        doubles.once(Topic.CASES, TopicRecord::requestId, "request");
        doubles.once(
                Topic.CASES,
                event -> event.rung().isEmpty() ? "" : event.place().aggregateId() + " " + event.rung(),
                "rung");
        doubles.judgeCommands();
        doubles.judgePlans();
        doubles.judgeVolumes();
        return doubles.findings;
    }

    private void found(String sentence) {
        findings.add(new Finding(DOUBLED, sentence));
    }

    /** Every key was answered in the end: a petition that no answer named was taken a second time. */
    private void judgePetitions() {
        if (evidence.ledger().abandoned().isEmpty()) {
            Set<String> unnamed = new HashSet<>(evidence.receipts().keySet());
            evidence.ledger().petitions().forEach(petition -> unnamed.remove(petition.petitionId()));
            unnamed.forEach(id -> found("petition " + id + " is in intake and no caller was told of it"));
        }
    }

    private void judgePlaces() {
        for (Topic topic : Topic.values()) {
            topics.byPlace(topic).forEach((place, events) -> {
                if (events.size() > 1) {
                    found(place + " on " + topic.topicName() + " is " + events.size() + " different events");
                }
            });
        }
    }

    /** No two events of a topic share the name, where they have one. */
    private void once(Topic topic, Function<TopicRecord, String> name, String what) {
        Map<String, List<TopicRecord>> byName = topics.events(topic).stream()
                .filter(event -> !name.apply(event).isEmpty())
                .collect(Collectors.groupingBy(name));
        byName.forEach((named, events) -> {
            if (events.size() > 1) {
                found(what + " " + named + " is in " + events.size() + " events of " + topic.topicName());
            }
        });
    }

    private void judgeCommands() {
        for (Acknowledged.Command command : evidence.ledger().commands()) {
            CaseRecord kept = evidence.cases().get(command.petitionId());
            long times = kept == null
                    ? 0
                    : kept.done().stream().filter(command.became()::equals).count();
            if (times > 1) {
                found("case " + command.petitionId() + " was " + command.became() + " " + times + " times");
            }
        }
    }

    private void judgePlans() {
        for (PlanRecord plan : evidence.plans().values()) {
            Set<String> seen = new HashSet<>();
            plan.messages().stream()
                    .map(PlanRecord.Message::what)
                    .filter(what -> !seen.add(what))
                    .forEach(what -> found("event " + plan.id() + " is planned twice as " + what));
        }
    }

    private void judgeVolumes() {
        long facts =
                evidence.facts().values().stream().filter(FactsRecord::counted).count();
        for (long more = evidence.volumes(); more > facts; more--) {
            found("volumes are " + evidence.volumes() + " where facts are " + facts);
        }
    }
}
