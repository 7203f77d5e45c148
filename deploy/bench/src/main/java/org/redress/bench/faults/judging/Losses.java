package org.redress.bench.faults.judging;

import static org.redress.bench.faults.judging.Finding.Kind.LOST;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.bench.faults.traffic.Acknowledged;
import org.redress.contracts.Topic;

/** What was acknowledged has its effect in intake, on the topics, in the case, in the facts and in the volumes. */
final class Losses {

    private static final Map<String, String> WIRE_TYPES =
            Map.of("ACCEPTED", "case.accepted.v1", "ANSWERED", "case.answered.v1", "CLOSED", "case.closed.v1");

    private final Evidence evidence;
    private final TopicView topics;
    private final List<Finding> findings = new ArrayList<>();

    private Losses(Evidence evidence, TopicView topics) {
        this.evidence = evidence;
        this.topics = topics;
    }

    static List<Finding> in(Evidence evidence, TopicView topics) {
        Losses losses = new Losses(evidence, topics);
        evidence.ledger().petitions().forEach(losses::judge);
        losses.judgeRequests();
        losses.judgeCommands();
        losses.judgePositions();
        losses.judgeVolumes();
        return losses.findings;
    }

    private void require(boolean there, String what, String where) {
        if (!there) {
            findings.add(new Finding(LOST, what + " is not " + where));
        }
    }

    private void judge(Acknowledged.Petition petition) {
        String id = petition.petitionId();
        String what = "petition " + id;
        require(petition.receipt().equals(evidence.receipts().get(id)), what, "in intake with its receipt");
        require(topics.hasBegin(Topic.SUBMISSIONS, id), what, "on " + Topic.SUBMISSIONS.topicName());
        CaseRecord kept = evidence.cases().get(id);
        require(kept != null && kept.registered(), what, "a case in routing");
        require(topics.hasBegin(Topic.CASES, id), what, "on " + Topic.CASES.topicName());
        FactsRecord facts = evidence.facts().get(id);
        require(facts != null && facts.counted(), what, "in the facts of analytics");
    }

    private void judgeRequests() {
        Set<String> asked = requestsOn(Topic.SUBMISSIONS);
        Set<String> dealtWith = requestsOn(Topic.CASES);
        for (Acknowledged.Request request : evidence.ledger().requests()) {
            String what = request.kind() + " " + request.requestId() + " of " + request.petitionId();
            require(asked.contains(request.requestId()), what, "on " + Topic.SUBMISSIONS.topicName());
            require(dealtWith.contains(request.requestId()), what, "dealt with by the case");
        }
    }

    private Set<String> requestsOn(Topic topic) {
        return topics.events(topic).stream().map(TopicRecord::requestId).collect(Collectors.toSet());
    }

    private void judgeCommands() {
        Set<String> told = topics.events(Topic.CASES).stream()
                .map(event -> event.type() + " " + event.place().aggregateId())
                .collect(Collectors.toSet());
        for (Acknowledged.Command command : evidence.ledger().commands()) {
            String id = command.petitionId();
            String what = "command " + command.became() + " of " + id;
            CaseRecord kept = evidence.cases().get(id);
            require(kept != null && kept.done().contains(command.became()), what, "in the case's history");
            require(told.contains(WIRE_TYPES.get(command.became()) + " " + id), what, "on " + Topic.CASES.topicName());
            FactsRecord facts = evidence.facts().get(id);
            require(facts != null && facts.steps().contains(command.became()), what, "in the facts of analytics");
        }
    }

    /** Every consumer came to the end of every history. */
    private void judgePositions() {
        for (Positions positions : evidence.positions()) {
            topics.last(positions.topic()).forEach((id, last) -> {
                Place reached = positions.reached().get(id);
                boolean behind = reached == null
                        || reached.epoch() < last.epoch()
                        || (reached.epoch() == last.epoch() && reached.sequence() < last.sequence());
                require(!behind, last.toString(), "applied by " + positions.name());
            });
        }
    }

    private void judgeVolumes() {
        long facts =
                evidence.facts().values().stream().filter(FactsRecord::counted).count();
        for (long missing = evidence.volumes(); missing < facts; missing++) {
            findings.add(new Finding(LOST, "volumes are " + evidence.volumes() + " where facts are " + facts));
        }
    }
}
