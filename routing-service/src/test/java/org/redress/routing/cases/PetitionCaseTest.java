package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.redress.routing.cases.SampleCases.EDITION;
import static org.redress.routing.cases.SampleCases.LI_WEI;
import static org.redress.routing.cases.SampleCases.appeal;
import static org.redress.routing.cases.SampleCases.at;
import static org.redress.routing.cases.SampleCases.registered;
import static org.redress.routing.cases.SampleCases.supplement;
import static org.redress.routing.cases.SampleCases.take;
import static org.redress.routing.cases.SampleCases.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.cases.RungReached;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Procedure;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Request;
import org.redress.routing.procedure.ServiceKind;
import org.redress.routing.procedure.Step;

class PetitionCaseTest {

    @Test
    void startsTheNoticeClockWithTheDayOfReceipt() {
        PetitionCase appeal = appeal();

        assertThat(appeal.state()).isEqualTo(CaseState.REGISTERED);
        assertThat(appeal.clocks().all())
                .extracting(Clock::kind, Clock::startedOn, Clock::dueOn, Clock::state)
                .containsExactly(
                        tuple("notice", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 17), Clock.State.RUNNING));
        assertThat(appeal.nextDueAt()).isEqualTo(at("2026-03-09T09:00"));
        assertThat(appeal.dueAt()).isEqualTo(at("2026-03-18T00:00"));
        assertThat(appeal.sequence()).isEqualTo(1);
    }

    @Test
    void walksFromAcceptanceToItsEnd() {
        PetitionCase appeal = appeal();

        Outcome accepted = take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-10T10:00"));
        assertThat(accepted)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.event()).isInstanceOfSatisfying(CaseAccepted.class, event -> {
                            assertThat(event.acceptedOn()).isEqualTo("2026-03-10");
                            assertThat(event.acceptedBy()).isEqualTo("plant-1.labour");
                            assertThat(event.deemed()).isFalse();
                        }));
        assertThat(states(appeal)).containsExactly("notice MET", "handle RUNNING");
        assertThat(appeal.clocks().find("handle").orElseThrow().dueOn()).isEqualTo("2026-05-09");

        take(appeal, Step.GIVE_OPINION, turn(LI_WEI, "2026-05-11T10:00"));
        assertThat(states(appeal)).containsExactly("notice MET", "handle LATE", "service RUNNING");

        take(
                appeal,
                new Command.Serve(ServiceKind.POST, LocalDate.of(2026, 5, 12), false),
                turn(LI_WEI, "2026-05-12T10:00"));
        assertThat(appeal.state()).isEqualTo(CaseState.SERVED);
        assertThat(states(appeal))
                .containsExactly("notice MET", "handle LATE", "service MET", "carry-out RUNNING", "ask-review RUNNING");

        take(appeal, Step.CLOSE, turn(LI_WEI, "2026-05-13T10:00"));
        assertThat(appeal.state()).isEqualTo(CaseState.CLOSED);
        assertThat(states(appeal))
                .containsExactly("notice MET", "handle LATE", "service MET", "carry-out MET", "ask-review RUNNING");
        assertThat(appeal.nextDueAt()).isNull();
        assertThat(appeal.sequence()).isEqualTo(5);
        assertThat(appeal.history()).hasSize(5);
    }

    @Test
    void owesNothingAfterItWasDeclined() {
        PetitionCase appeal = appeal();

        Outcome declined = take(appeal, Step.DECLINE, turn(LI_WEI, "2026-03-10T10:00"));

        assertThat(declined)
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.event()).isInstanceOf(CaseDeclined.class));
        assertThat(states(appeal)).containsExactly("notice MET");
        assertThat(appeal.nextDueAt()).isNull();
        assertThat(openSteps(appeal)).containsExactly(Step.CLOSE, Step.COMMENT, Step.REDACT);
    }

    private static PetitionCase in(CaseState state) {
        PetitionCase given = appeal();
        List<Step> way = switch (state) {
            case REGISTERED, WITHDRAWN -> List.of();
            case ACCEPTED -> List.of(Step.ACCEPT);
            case DECLINED -> List.of(Step.DECLINE);
            case OPINION_GIVEN -> List.of(Step.ACCEPT, Step.GIVE_OPINION);
            case CLOSED -> List.of(Step.ACCEPT, Step.GIVE_OPINION, Step.SERVE, Step.CLOSE);
            default -> throw new IllegalArgumentException(state + " is not asked for here");
        };
        way.forEach(step ->
                assertThat(take(given, step, turn(LI_WEI, "2026-03-10T10:00"))).isInstanceOf(Outcome.Done.class));
        if (state == CaseState.WITHDRAWN) {
            assertThat(ask(given, Request.WITHDRAW, "request-0")).isInstanceOf(CaseWithdrawn.class);
        }
        return given;
    }

    private static CaseEvent ask(PetitionCase given, Request request, String id) {
        Instant now = at("2026-03-10T11:00");
        return (switch (request) {
                    case SUPPLEMENT -> given.supplement(id, supplement(id), EDITION, now);
                    case WITHDRAW -> given.withdraw(id, null, EDITION, now);
                    case ASK_REVIEW -> given.askReview(id, supplement(id), now, EDITION, EDITION, now);
                })
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTERED", "ACCEPTED", "OPINION_GIVEN"})
    void takesASupplementThatMovesNoClockAndNoDate(CaseState state) {
        PetitionCase given = in(state);
        List<Clock> clocks = given.clocks().all();
        Instant dueAt = given.dueAt();
        Instant nextDueAt = given.nextDueAt();

        CaseEvent event = ask(given, Request.SUPPLEMENT, "request-1");

        assertThat(event)
                .isInstanceOfSatisfying(
                        CaseSupplemented.class,
                        supplemented -> assertThat(supplemented.alerts()).containsExactly("plant-1.labour"));
        assertThat(given.state()).isEqualTo(state);
        assertThat(given.clocks().all()).isEqualTo(clocks);
        assertThat(given.dueAt()).isEqualTo(dueAt);
        assertThat(given.nextDueAt()).isEqualTo(nextDueAt);
        assertThat(given.texts()).extracting(CaseText::id).contains("request-1");
        assertThat(given.history().getLast().textId()).isEqualTo("request-1");
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTERED", "ACCEPTED"})
    void endsByWithdrawalAndOwesNothing(CaseState state) {
        PetitionCase given = in(state);

        CaseEvent event = ask(given, Request.WITHDRAW, "request-1");

        assertThat(event).isInstanceOfSatisfying(CaseWithdrawn.class, withdrawn -> {
            assertThat(withdrawn.clocks()).isEqualTo(given.clocks().all());
            assertThat(withdrawn.alerts()).containsExactly("plant-1.labour");
        });
        assertThat(given.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(given.state().isOpen()).isFalse();
        assertThat(openSteps(given)).containsExactly(Step.COMMENT, Step.REDACT);
        assertThat(given.clocks().running()).isEmpty();
        assertThat(given.nextDueAt()).isNull();
        assertThat(given.fire(EDITION, EDITION.organisation(), at("2027-03-10T10:00")))
                .isEmpty();
    }

    @Test
    void endsByWithdrawalAlsoWhenItOnlyCountedAsAccepted() {
        PetitionCase given = registered(Purpose.APPEAL, "2026-01-05T10:00", "2026-03-02T10:00");

        ask(given, Request.WITHDRAW, "request-1");

        assertThat(openSteps(given)).containsExactly(Step.COMMENT, Step.REDACT);
        assertThat(states(given)).containsExactly("notice STOPPED", "handle STOPPED");
    }

    @ParameterizedTest
    @CsvSource({
        "OPINION_GIVEN, WITHDRAW, OUTCOME_ENDS_WITHDRAWAL, withdraw, outcome-ends-withdrawal",
        "DECLINED, WITHDRAW, OUTCOME_ENDS_WITHDRAWAL, withdraw, outcome-ends-withdrawal",
        "DECLINED, SUPPLEMENT, DECLINED_IS_NOT_SUPPLEMENTED, supplement, declined-is-not-supplemented",
        "CLOSED, WITHDRAW, CLOSED_STAYS_CLOSED, withdraw, closed-stays-closed",
        "CLOSED, SUPPLEMENT, CLOSED_STAYS_CLOSED, supplement, closed-stays-closed",
        "WITHDRAWN, WITHDRAW, WITHDRAWN_STAYS_WITHDRAWN, withdraw, withdrawn-stays-withdrawn",
        "WITHDRAWN, SUPPLEMENT, WITHDRAWN_STAYS_WITHDRAWN, supplement, withdrawn-stays-withdrawn"
    })
    void refusesARequestTheStateDoesNotAllowAsAFact(
            CaseState state, Request request, CaseRule rule, String name, String ruleName) {
        PetitionCase given = in(state);
        long sequence = given.sequence();
        List<Clock> clocks = given.clocks().all();
        List<CaseText> texts = given.texts();

        CaseEvent event = ask(given, request, "request-1");

        assertThat(Procedure.brokenBy(request, given.standing(EDITION, LocalDate.of(2026, 3, 10))))
                .contains(rule);
        assertThat(event).isInstanceOfSatisfying(CaseRequestRefused.class, refused -> {
            assertThat(refused.requestId()).isEqualTo("request-1");
            assertThat(refused.request()).isEqualTo(name);
            assertThat(refused.rule()).isEqualTo(ruleName);
        });
        assertThat(given.sequence()).isEqualTo(sequence + 1);
        assertThat(given.state()).isEqualTo(state);
        assertThat(given.clocks().all()).isEqualTo(clocks);
        assertThat(given.texts()).isEqualTo(texts);
    }

    @Test
    void judgesARequestOnceHoweverOftenItIsTold() {
        PetitionCase given = appeal();
        ask(given, Request.SUPPLEMENT, "request-1");
        long sequence = given.sequence();

        assertThat(given.supplement("request-1", supplement("request-1"), EDITION, at("2026-03-11T10:00")))
                .isEmpty();
        assertThat(given.sequence()).isEqualTo(sequence);
        assertThat(given.texts()).hasSize(1);
    }

    @Test
    void climbsTheLineAndCountsAsAcceptedWhenNobodyDecides() {
        PetitionCase appeal = appeal();
        List<String> fired = new ArrayList<>();
        for (int rung = 0; rung < 12; rung++) {
            appeal.fire(EDITION, EDITION.organisation(), at("2026-04-20T10:00"))
                    .ifPresent(reached -> fired.add(
                            reached.clock().kind() + " " + reached.rung().name() + " " + reached.recipients()
                                    + (reached.digest() ? " digest" : "")));
        }

        assertThat(fired)
                .containsExactly(
                        "notice half [plant-1.labour]",
                        "notice eighty [plant-1.labour, plant-1.director]",
                        "notice due [machinery.manager]",
                        "notice level-2 [group.president]",
                        "handle half [plant-1.labour]");
        assertThat(appeal.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(appeal.clocks().find("handle").orElseThrow().startedOn()).isEqualTo("2026-03-17");
        assertThat(openSteps(appeal)).contains(Step.ACCEPT, Step.DECLINE).doesNotContain(Step.GIVE_OPINION);
        // Five rungs, the registration and the acceptance nobody gave.
        assertThat(appeal.sequence()).isEqualTo(7);
        assertThat(appeal.nextDueAt()).isEqualTo(at("2026-04-23T09:00"));
        assertThat(appeal.fire(EDITION, EDITION.organisation(), at("2026-04-23T09:00")))
                .hasValueSatisfying(standing -> {
                    assertThat(standing.rung().name()).isEqualTo("standing-5");
                    assertThat(standing.recipients()).containsExactly("group.president");
                    assertThat(standing.digest()).isTrue();
                });
    }

    @Test
    void keepsTheNoticeClockOpenUntilSomeoneDecidesLate() {
        PetitionCase appeal = registered(Purpose.APPEAL, "2026-01-05T10:00", "2026-03-02T10:00");
        assertThat(states(appeal)).containsExactly("notice RUNNING", "handle RUNNING");
        Clock handle = appeal.clocks().find("handle").orElseThrow();

        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-02T11:00"));

        assertThat(states(appeal)).containsExactly("notice LATE", "handle RUNNING");
        assertThat(appeal.clocks().find("handle")).contains(handle);
        assertThat(openSteps(appeal)).contains(Step.GIVE_OPINION).doesNotContain(Step.ACCEPT, Step.ANSWER);
    }

    @Test
    void tellsNobodyOfAnOldPetition() {
        PetitionCase old = registered(Purpose.APPEAL, "2014-06-03T10:00", "2026-03-02T10:00");

        assertThat(old.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(states(old)).containsExactly("notice RUNNING", "handle RUNNING");
        assertThat(old.clocks().all())
                .allSatisfy(clock -> assertThat(clock.rungs())
                        .allMatch(rung -> rung.passedBeforeImport()
                                || (rung.name().startsWith("standing-") && rung.firedAt() == null)));
        assertThat(old.nextDueAt()).isAfter(at("2026-03-02T10:00")).isBefore(at("2026-03-09T10:00"));
        assertThat(old.fire(EDITION, EDITION.organisation(), at("2026-03-02T10:00")))
                .isEmpty();
        assertThat(old.sequence()).isEqualTo(2);
    }

    @Test
    void firesWhatFellDueBetweenHandingInAndRegistering() {
        PetitionCase late = new PetitionCase("petition-2");
        PetitionCase sample = appeal();
        late.register(sample.registration(), EDITION, at("2026-03-20T10:00"));

        assertThat(late.state()).isEqualTo(CaseState.REGISTERED);
        assertThat(late.fire(EDITION, EDITION.organisation(), at("2026-03-20T10:00")))
                .map(RungReached::rung)
                .map(Rung::name)
                .contains("half");
    }

    @Test
    void keepsAReportWithinTheDiscipline() {
        PetitionCase report = registered(Purpose.REPORT, "2026-03-02T10:00", "2026-03-02T10:00");

        List<String> told = new ArrayList<>();
        Optional<RungReached> reached = report.fire(EDITION, EDITION.organisation(), at("2026-12-01T10:00"));
        while (reached.isPresent() && told.size() < 12) {
            told.addAll(reached.get().recipients());
            assertThat(reached.get().restricted()).isTrue();
            assertThat(reached.get().scope()).isEqualTo("discipline");
            reached = report.fire(EDITION, EDITION.organisation(), at("2026-12-01T10:00"));
        }

        assertThat(told).isNotEmpty().allMatch(post -> post.startsWith("discipline."));
        assertThat(states(report)).containsExactly("report RUNNING");
    }

    @Test
    void answersASuggestionWithinItsOwnLimit() {
        PetitionCase suggestion = registered(Purpose.SUGGESTION, "2026-03-02T10:00", "2026-03-02T10:00");
        assertThat(states(suggestion)).containsExactly("notice RUNNING", "answer RUNNING");

        take(suggestion, Step.ACCEPT, turn(LI_WEI, "2026-03-05T10:00"));
        assertThat(states(suggestion)).containsExactly("notice MET", "answer RUNNING");

        take(suggestion, Step.ANSWER, turn(LI_WEI, "2026-03-06T10:00"));
        assertThat(states(suggestion)).containsExactly("notice MET", "answer MET", "carry-out RUNNING");
    }

    private static List<Step> openSteps(PetitionCase given) {
        return given.openSteps(EDITION, LocalDate.of(2026, 5, 1));
    }

    private static List<String> states(PetitionCase given) {
        return given.clocks().all().stream()
                .map(clock -> clock.kind() + " " + clock.state())
                .toList();
    }
}
