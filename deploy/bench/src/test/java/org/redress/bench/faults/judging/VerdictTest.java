package org.redress.bench.faults.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.bench.faults.judging.Finding.Kind.ALERT_MISSING;
import static org.redress.bench.faults.judging.Finding.Kind.DOUBLED;
import static org.redress.bench.faults.judging.Finding.Kind.GAP_OPEN;
import static org.redress.bench.faults.judging.Finding.Kind.LOST;
import static org.redress.bench.faults.judging.Finding.Kind.MAIL_COPY;
import static org.redress.bench.faults.judging.Finding.Kind.TORN;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.bench.faults.traffic.Acknowledged;
import org.redress.contracts.Topic;

/** Each judge is shown the damage it is there for, planted into a sound deployment. */
class VerdictTest {

    private final World world = new World();

    @Test
    void acquitsASoundDeployment() {
        assertThat(world.verdict().findings()).isEmpty();
    }

    @Test
    void acquitsCopiesOfOneEvent() {
        world.records.addAll(List.copyOf(world.records));

        assertThat(world.verdict().findings()).isEmpty();
    }

    /** A step that went with the restore stays on the topic; the rest has a second place and stays what it is. */
    @Test
    void acquitsAHistoryThatWasToldAgainInANewEpoch() {
        world.records.add(World.record(Topic.CASES, 4, "case.supplemented.v1", "q-1", "", true));
        for (int sequence = 1; sequence <= 3; sequence++) {
            Place place = new Place(World.ID, 2, sequence);
            TopicRecord told = world.records.get(sequence + 1);
            world.records.add(World.changed(told, place, told.eventId(), told.rung()));
            world.routing.held().add(place);
        }
        world.routing.heads().put(World.ID, new Place(World.ID, 2, 3));
        world.facts.reached().put(World.ID, new Place(World.ID, 2, 3));

        assertThat(world.verdict().findings()).isEmpty();
    }

    /** One kill may have all mails of a notification come again. */
    @Test
    void countsTheMailsOfANotificationThatCameAgainTogetherOnce() {
        String second = "second of the same";
        world.plans.put(
                "SUBMISSIONS-1",
                new PlanRecord(
                        "SUBMISSIONS-1",
                        Stream.of(World.MAIL, second)
                                .map(id -> new PlanRecord.Message("received by email to " + id, "email", "SENT", id))
                                .toList()));
        world.mails.putAll(Map.of(World.MAIL, 2, second, 2));

        assertThat(world.verdict().findings())
                .singleElement()
                .isEqualTo(new Finding(Finding.Kind.MAIL_COPY, "mails of SUBMISSIONS-1 came 2 times"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("damages")
    void seesDamage(Finding.Kind kind, String words, Consumer<World> damage) {
        damage.accept(world);

        assertThat(world.verdict().findings())
                .filteredOn(finding -> finding.kind() == kind)
                .anySatisfy(finding -> assertThat(finding.sentence()).contains(words));
    }

    static Stream<Arguments> damages() {
        return Stream.of(losses(), doubles(), tears(), gaps(), alerts()).flatMap(each -> each);
    }

    private static Arguments damage(Finding.Kind kind, String words, Consumer<World> damage) {
        return Arguments.of(kind, words, damage);
    }

    private static Stream<Arguments> losses() {
        return Stream.of(
                damage(LOST, "in intake", world -> world.receipts.clear()),
                damage(LOST, "on petition.submissions", world -> world.records.remove(0)),
                damage(LOST, "a case in routing", world -> world.caseRecords.clear()),
                damage(LOST, "on petition.cases", world -> world.records.remove(2)),
                damage(LOST, "in the facts", world -> world.factsRecords.clear()),
                damage(LOST, "supplement q-1 of p-1 is not on", world -> world.records.remove(1)),
                damage(LOST, "is not dealt with", world -> world.records.remove(3)),
                damage(
                        LOST,
                        "in the case's history",
                        world -> world.caseRecords.put(World.ID, new CaseRecord(true, List.of("REGISTERED")))),
                damage(LOST, "command ACCEPTED of p-1 is not on", world -> world.records.remove(4)),
                damage(
                        LOST,
                        "command ACCEPTED of p-1 is not in the facts",
                        world -> world.factsRecords.put(World.ID, new FactsRecord(true, Set.of()))),
                damage(
                        LOST,
                        "applied by analytics.facts",
                        world -> world.facts.reached().put(World.ID, new Place(World.ID, 1, 2))),
                damage(LOST, "volumes are 0", world -> world.volumes = 0));
    }

    private static Stream<Arguments> doubles() {
        return Stream.of(
                damage(
                        DOUBLED,
                        "got two receipts",
                        world -> world.ledger.add(new Acknowledged.Petition("p-2", "key-1", "R-2", "code"))),
                damage(
                        DOUBLED,
                        "was ACCEPTED twice",
                        world -> world.ledger.add(new Acknowledged.Command(World.ID, "ACCEPTED"))),
                damage(DOUBLED, "no caller was told", world -> world.receipts.put("p-2", "R-2")),
                damage(
                        DOUBLED,
                        "different events",
                        world -> world.records.add(
                                World.changed(world.records.get(2), new Place(World.ID, 1, 1), "other", ""))),
                damage(
                        DOUBLED,
                        "number key-1",
                        world -> world.records.add(
                                World.changed(world.records.get(0), new Place("p-2", 1, 1), "other", ""))),
                damage(
                        DOUBLED,
                        "request q-1 is in 2 events of petition.cases",
                        world -> world.records.add(
                                World.changed(world.records.get(3), new Place(World.ID, 1, 4), "other", ""))),
                damage(DOUBLED, "rung p-1 due", VerdictTest::fireTwice),
                damage(
                        DOUBLED,
                        "2 times",
                        world ->
                                world.caseRecords.put(World.ID, new CaseRecord(true, List.of("ACCEPTED", "ACCEPTED")))),
                damage(DOUBLED, "planned twice", VerdictTest::planTwice),
                damage(DOUBLED, "volumes are 2", world -> world.volumes = 2));
    }

    private static void fireTwice(World world) {
        TopicRecord like = world.records.get(2);
        world.records.add(World.changed(like, new Place(World.ID, 1, 4), "first", "due"));
        world.records.add(World.changed(like, new Place(World.ID, 1, 5), "second", "due"));
    }

    private static void planTwice(World world) {
        PlanRecord.Message message = world.plans.get("CASES-3").messages().getFirst();
        world.plans.put("CASES-3", new PlanRecord("CASES-3", List.of(message, message)));
    }

    private static Stream<Arguments> tears() {
        return Stream.of(
                damage(TORN, "neither pending nor archived", world -> {
                    world.intake.held().remove(new Place(World.ID, 1, 1));
                    world.records.remove(0);
                }),
                damage(
                        TORN,
                        "has no document in intake.petitions",
                        world -> world.intake.heads().clear()),
                damage(
                        TORN,
                        "which is on no topic",
                        world -> world.facts.reached().put(World.ID, new Place(World.ID, 1, 4))),
                damage(TORN, "shows no effect", world -> world.cases.effective().clear()));
    }

    private static Stream<Arguments> gaps() {
        return Stream.of(
                damage(GAP_OPEN, "1 before p-1:1:3", world -> world.records.remove(3)),
                damage(GAP_OPEN, "gap CASES:p-1", world -> world.openGaps.add("gap CASES:p-1 of analytics")),
                damage(
                        GAP_OPEN,
                        "parked by routing.cases",
                        world -> world.cases.parked().add(World.ID)));
    }

    private static Stream<Arguments> alerts() {
        return Stream.of(
                damage(ALERT_MISSING, "has no plan", world -> world.plans.remove("CASES-3")),
                damage(ALERT_MISSING, "is WAITING", world -> world.plan("CASES-3", "WAITING", "")),
                damage(ALERT_MISSING, "is FAILED", world -> world.plan("CASES-3", "FAILED", "")),
                damage(ALERT_MISSING, "no mail lies there", world -> world.mails.clear()),
                damage(MAIL_COPY, "came 2 times", world -> world.mails.put(World.MAIL, 2)));
    }
}
