package org.redress.notification.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.Samples.NOW;
import static org.redress.notification.Samples.accepted;
import static org.redress.notification.Samples.ahead;
import static org.redress.notification.Samples.answered;
import static org.redress.notification.Samples.clock;
import static org.redress.notification.Samples.closed;
import static org.redress.notification.Samples.declined;
import static org.redress.notification.Samples.known;
import static org.redress.notification.Samples.passed;
import static org.redress.notification.Samples.reached;
import static org.redress.notification.Samples.refused;
import static org.redress.notification.Samples.registered;
import static org.redress.notification.Samples.submitted;
import static org.redress.notification.Samples.supplemented;
import static org.redress.notification.Samples.withContact;
import static org.redress.notification.Samples.withdrawn;
import static org.redress.notification.Samples.withoutContact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;
import org.redress.notification.Samples;
import org.redress.notification.notifications.Plan;
import org.redress.notification.notifications.Refusal;
import org.redress.notification.petitions.KnownPetition;
import org.redress.platform.organisation.Directory;

class PlannerTest {

    private static final Clock RUNNING = clock("notice", LocalDate.of(2026, 3, 16), ahead("half"));
    private static final Clock OLD = clock("notice", LocalDate.of(2026, 1, 16), passed("half"), passed("due"));

    private final Planner planner = Samples.planner();

    static Stream<Arguments> eventsAndPlans() {
        return Stream.of(
                Arguments.of(
                        registered("p", List.of("post-owner", "post-head"), RUNNING),
                        withContact("p"),
                        "assigned>post-owner:planned assigned>post-head:planned"),
                Arguments.of(registered("p", List.of(), RUNNING), withContact("p"), ""),
                Arguments.of(
                        registered("p", List.of("post-owner"), OLD),
                        withContact("p"),
                        "backlog>post-head:digest assigned>post-owner:digest"),
                Arguments.of(registered("p", List.of(), OLD), withContact("p"), "backlog>post-head:digest"),
                Arguments.of(
                        registered("p", "DESK", true, "post-desk", List.of("post-desk"), RUNNING),
                        withContact("p"),
                        "assigned>post-desk:planned"),
                Arguments.of(
                        registered("p", "WORKSHOP", true, "post-desk", List.of("post-desk"), OLD),
                        withContact("p"),
                        "backlog>post-desk:digest assigned>post-desk:digest"),
                Arguments.of(
                        registered("p", "DESK", true, CaseEvent.NOBODY, List.of(), RUNNING),
                        withContact("p"),
                        "nobody-left>outside:planned"),
                Arguments.of(
                        reached("p", 5, "due", 1, at("2026-03-16T16:00:00Z"), false),
                        withContact("p").after(registered("p", "DESK", true, CaseEvent.NOBODY, List.of(), RUNNING)),
                        "nobody-left>outside:planned"),
                Arguments.of(accepted("p", false), withContact("p"), "accepted>petitioner:planned"),
                Arguments.of(accepted("p", false), withoutContact("p"), "accepted>petitioner:suppressed(no-address)"),
                Arguments.of(
                        accepted("p", false), KnownPetition.unseen("p"), "accepted>petitioner:waiting(no-contact-yet)"),
                Arguments.of(accepted("p", true), withContact("p"), "deemed>post-owner:digest"),
                Arguments.of(
                        accepted("p", true),
                        withContact("p").after(registered("p", "DESK", true, CaseEvent.NOBODY, List.of(), RUNNING)),
                        "nobody-left>outside:planned"),
                Arguments.of(declined("p"), withContact("p"), "declined>petitioner:planned"),
                Arguments.of(answered("p"), withContact("p"), "answered>petitioner:planned"),
                Arguments.of(closed("p"), withContact("p"), ""),
                Arguments.of(supplemented("p"), withContact("p"), "supplemented>post-owner:planned"),
                Arguments.of(
                        withdrawn("p"),
                        withContact("p"),
                        "withdrawn>post-owner:planned withdrawal-confirmed>petitioner:planned"),
                Arguments.of(
                        withdrawn("p"),
                        withoutContact("p"),
                        "withdrawn>post-owner:planned withdrawal-confirmed>petitioner:suppressed(no-address)"),
                Arguments.of(
                        withdrawn("p", "DESK", true, "post-desk"),
                        withContact("p"),
                        "withdrawn>post-desk:planned withdrawal-confirmed>petitioner:planned"),
                Arguments.of(
                        refused("p", "supplement", "closed-stays-closed"),
                        withContact("p"),
                        "refused>petitioner:planned"),
                Arguments.of(
                        reached("p", 5, "half", 0, at("2026-03-09T01:00:00Z"), false, "post-owner"),
                        withContact("p"),
                        "reminder>post-owner:planned"),
                Arguments.of(
                        reached("p", 5, "level-3", 3, at("2026-03-20T01:00:00Z"), true, "post-plant", "post-top"),
                        withContact("p"),
                        "escalated>post-plant:digest escalated>post-top:digest"),
                Arguments.of(
                        reached("p", 5, "due", 1, at("2026-03-16T16:00:00Z"), false, "post-head", "post-head"),
                        withContact("p"),
                        "due>post-head:planned"),
                Arguments.of(reached("p", 5, "due", 1, at("2026-03-16T16:00:00Z"), false), withContact("p"), ""));
    }

    @ParameterizedTest
    @MethodSource("eventsAndPlans")
    void plansEachEventOfACase(CaseEvent event, KnownPetition known, String expected) {
        assertThat(text(planner.plan(event, known, known()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "half, 0, 2026-03-09T01:00:00Z, reminder",
        "eighty, 0, 2026-03-13T01:00:00Z, reminder",
        // 23:59:59 of the due day is still in time; 00:00 of the next one is not.
        "last, 0, 2026-03-16T15:59:59Z, reminder",
        "missed, 1, 2026-03-16T16:00:00Z, due",
        "due, 1, 2026-03-17T01:00:00Z, due",
        "level-2, 2, 2026-03-18T01:00:00Z, escalated",
        "standing-1, 4, 2026-03-28T01:00:00Z, escalated",
    })
    void namesARungByWhereItStandsToTheLimit(String rung, int level, Instant dueAt, String template) {
        Plan plan = planner.plan(reached("p", 5, rung, level, dueAt, false, "post-head"), withContact("p"), known())
                .orElseThrow();

        assertThat(plan.entries().getFirst().template().key()).isEqualTo(template);
    }

    @Test
    void plansTheReceiptForWhoeverLeftAContact() {
        assertThat(text(planner.plan(submitted("p", "appeal", Samples.SEALED), withContact("p"))))
                .isEqualTo("received>petitioner:planned");
        assertThat(text(planner.plan(submitted("p", "appeal", null), withoutContact("p"))))
                .isEqualTo("received>petitioner:suppressed(no-address)");
    }

    @Test
    void leavesWhatBecomesOfARequestToItsCase() {
        Head head = Samples.head("p", 2);

        assertThat(planner.plan(
                        new PetitionSupplemented(head, "request-1", NOW, Samples.SEALED, null), withContact("p")))
                .isEmpty();
        assertThat(planner.plan(new PetitionWithdrawn(head, "request-1", NOW, null), withContact("p")))
                .isEmpty();
    }

    @Test
    void tellsOfAStepWhoItConcernsAndThePetitionerWhereTheStepSaysSo() {
        assertThat(text(planner.plan(step("transfer", List.of("post-2"), true), withContact("p"), known())))
                .isEqualTo("step-taken>post-2:planned step-told>petitioner:planned");
        assertThat(text(planner.plan(step("object", List.of("post-2"), false), withContact("p"), known())))
                .isEqualTo("step-taken>post-2:planned");
        assertThat(planner.plan(step("comment", List.of(), false), withContact("p"), known()))
                .isEmpty();
    }

    private static CaseStepTaken step(String step, List<String> alerts, boolean told) {
        return new CaseStepTaken(
                Samples.head("p", 3),
                "unit",
                false,
                step,
                "transferred",
                "post",
                null,
                null,
                "unit",
                "post-2",
                alerts,
                told,
                told,
                null,
                null,
                List.of(),
                null,
                null);
    }

    @Test
    void keepsWhyARequestWasRefused() {
        assertThat(planner.plan(refused("p", "withdraw", "outcome-ends-withdrawal"), withContact("p"), known())
                        .orElseThrow()
                        .facts()
                        .refusal())
                .isEqualTo(new Refusal("withdraw", "outcome-ends-withdrawal"));
    }

    @Test
    void hidesTheWithdrawalOfARestrictedCaseFromTheLog() {
        Plan plan = planner.plan(withdrawn("p", "DESK", true, "post-desk"), withContact("p"), known())
                .orElseThrow();

        assertThat(plan.restricted()).isTrue();
        assertThat(plan.standing().scope()).isEqualTo("DESK");
    }

    @Test
    void hidesReportsFromTheLogFromTheBeginning() {
        assertThat(planner.plan(submitted("p", "report", Samples.SEALED), KnownPetition.unseen("p"))
                        .orElseThrow()
                        .restricted())
                .isTrue();
        assertThat(planner.plan(
                                registered("p", "DESK", true, "post-desk", List.of("post-desk"), RUNNING),
                                withContact("p"),
                                known())
                        .orElseThrow()
                        .restricted())
                .isTrue();
    }

    @Test
    void hidesAReceiptUntilItsCaseIsKnownToBeKeptFromNobody() {
        assertThat(planner.plan(submitted("p", "appeal", Samples.SEALED), KnownPetition.unseen("p"))
                        .orElseThrow()
                        .restricted())
                .isTrue();
        assertThat(planner.plan(
                                submitted("p", "appeal", Samples.SEALED),
                                KnownPetition.unseen("p").after(registered("p", List.of("post-owner"), RUNNING)))
                        .orElseThrow()
                        .restricted())
                .isFalse();
    }

    @Test
    void hidesTheReceiptOfACaseThatIsRestrictedAlready() {
        assertThat(planner.plan(
                                submitted("p", "appeal", Samples.SEALED),
                                withContact("p").after(withdrawn("p", "DESK", true, "post-desk")))
                        .orElseThrow()
                        .restricted())
                .isTrue();
    }

    @Test
    void givesTheBacklogToTheOwnerWhereTheUnitIsUnknown() {
        assertThat(text(planner.plan(registered("p", List.of(), OLD), withContact("p"), Directory.NONE)))
                .isEqualTo("backlog>post-owner:digest");
    }

    @Test
    void keepsWhichDateWasMissedAndWhyItWasThatDate() {
        Plan plan = planner.plan(
                        reached("p", 5, "level-2", 2, at("2026-03-18T01:00:00Z"), false, "post-plant"),
                        withContact("p"),
                        known())
                .orElseThrow();

        assertThat(plan.id()).isEqualTo("p-5");
        assertThat(plan.cause()).isEqualTo("case.rung-reached.v1");
        assertThat(plan.plannedAt()).isEqualTo(NOW);
        assertThat(plan.facts().deadline()).satisfies(deadline -> {
            assertThat(deadline.clock()).isEqualTo("handle");
            assertThat(deadline.dueOn()).isEqualTo("2026-03-16");
            assertThat(deadline.missed()).isFalse();
            assertThat(deadline.zh()).contains("2026-03-16", "《信访工作条例》 34");
            assertThat(deadline.en()).contains("due on 2026-03-16");
        });
    }

    @Test
    void tellsAFollowerWhatThePetitionerSees() {
        Planner followed = new Planner(Samples.ZONE, known -> Optional.of("adapter:hotline"));

        assertThat(text(followed.plan(accepted("p", false), withoutContact("p"), known())))
                .isEqualTo("accepted>petitioner:suppressed(no-address) stage>adapter:hotline:planned");
        assertThat(text(followed.plan(closed("p"), withContact("p"), known())))
                .isEqualTo("stage>adapter:hotline:planned");
        assertThat(followed.plan(step("comment", List.of(), false), withContact("p"), known()))
                .isEmpty();
        assertThat(text(followed.plan(
                        reached("p", 5, "due", 1, at("2026-03-16T16:00:00Z"), false, "post-owner"),
                        withContact("p"),
                        known())))
                .isEqualTo("due>post-owner:planned");
    }

    @Test
    void tellsAFollowerNothingOfACaseThatIsKeptFromSomebody() {
        Planner followed = new Planner(Samples.ZONE, known -> Optional.of("adapter:hotline"));

        assertThat(text(followed.plan(withdrawn("p", "DESK", true, "post-desk"), withContact("p"), known())))
                .isEqualTo("withdrawn>post-desk:planned withdrawal-confirmed>petitioner:planned");
    }

    @Test
    void waitsForTheSubmissionToKnowWhoFollows() {
        Planner followed = new Planner(Samples.ZONE, known -> Optional.of("adapter"));

        assertThat(text(followed.plan(closed("p"), KnownPetition.unseen("p"), known())))
                .isEqualTo("stage>adapter:waiting(no-contact-yet)");
    }

    @Test
    void keepsTheDayOfAcceptance() {
        assertThat(planner.plan(accepted("p", false), withContact("p"), known())
                        .orElseThrow()
                        .facts()
                        .acceptedOn())
                .isEqualTo("2026-03-02");
    }

    @Test
    void namesTheNearestLimitOfANewCase() {
        Plan plan = planner.plan(
                        registered(
                                "p",
                                List.of("post-owner"),
                                clock("answer", LocalDate.of(2026, 5, 1), ahead("half")),
                                RUNNING),
                        withContact("p"),
                        known())
                .orElseThrow();

        assertThat(plan.facts().unit()).isEqualTo("WORKSHOP");
        assertThat(plan.facts().deadline().clock()).isEqualTo("notice");
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static String text(Optional<Plan> plan) {
        return plan.map(it -> it.entries().stream()
                        .map(entry -> entry.template().key() + ">" + entry.recipient() + ":"
                                + entry.state().name().toLowerCase(Locale.ROOT)
                                + (entry.reason() == null ? "" : "(" + entry.reason() + ")"))
                        .collect(Collectors.joining(" ")))
                .orElse("");
    }
}
