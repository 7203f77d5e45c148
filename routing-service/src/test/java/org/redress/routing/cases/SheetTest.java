package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.redress.routing.cases.SampleCases.EDITION;
import static org.redress.routing.cases.SampleCases.LI_WEI;
import static org.redress.routing.cases.SampleCases.at;
import static org.redress.routing.cases.SampleCases.sheet;
import static org.redress.routing.cases.SampleCases.supplement;
import static org.redress.routing.cases.SampleCases.take;
import static org.redress.routing.cases.SampleCases.turn;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.contracts.EventCodec;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.Clock;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Command.ReplyToBody.Reply;
import org.redress.routing.procedure.Procedure;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Request;
import org.redress.routing.procedure.Step;

/** What goes back to a body outside: it sent the case on 2 March, wants a word by the 4th and an answer by the 27th. */
class SheetTest {

    private static final Actor PETITION_OFFICE = new Actor("qian.yun", "plant-1.petitions");

    @Test
    void stopsADayOutsideWithTheReplyAndNoLimitOfTheLaw() {
        PetitionCase given = sheet(Purpose.APPEAL);
        List<Clock> before = given.clocks().all();
        assertThat(kept(given).dueAt()).isEqualTo(at("2026-03-05T00:00"));

        take(given, new Command.ReplyToBody(Reply.FIRST, LocalDate.of(2026, 3, 3)), turn(LI_WEI, "2026-03-05T10:00"));

        assertThat(kept(given).firstReplyOn()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(kept(given).dueAt()).as("the day of the answer").isEqualTo(at("2026-03-28T00:00"));
        assertThat(given.clocks().all()).isEqualTo(before);
        assertThat(steps(given))
                .extracting(CaseStepTaken::step, CaseStepTaken::petitionerSees, CaseStepTaken::alerts)
                .containsExactly(tuple("reply-to-body", false, List.of()));

        take(given, Step.REPLY_TO_BODY, turn(LI_WEI, "2026-03-06T10:00"));

        assertThat(kept(given).state()).isEqualTo(Sheet.State.ANSWERED);
        assertThat(given.state()).as("the case owes its own answer").isEqualTo(CaseState.REGISTERED);
        assertRefused(take(given, Step.REPLY_TO_BODY, turn(LI_WEI, "2026-03-07T10:00")), CaseRule.BODY_HAS_THE_ANSWER);
    }

    @Test
    void takesNoReplyOfADayToComeOrBeforeTheSheetNorASecondFirstWord() {
        PetitionCase given = sheet(Purpose.APPEAL);
        Turn turn = turn(LI_WEI, "2026-03-05T10:00");

        for (String day : List.of("2026-03-06", "2026-03-01")) {
            assertThat(take(given, new Command.ReplyToBody(Reply.FIRST, LocalDate.parse(day)), turn))
                    .isEqualTo(new Outcome.Wrong("repliedOn", "day-of-reply"));
        }
        take(given, new Command.ReplyToBody(Reply.FIRST, null), turn);

        assertThat(take(given, new Command.ReplyToBody(Reply.FIRST, null), turn))
                .isEqualTo(new Outcome.Wrong("reply", "first-reply"));
    }

    @Test
    void waitsForTheBodyWhileTheCaseGoesOn() {
        PetitionCase given = sheet(Purpose.APPEAL);
        List<Clock> before = given.clocks().all();

        take(given, Step.RETURN_TO_BODY, turn(PETITION_OFFICE, "2026-03-09T17:00"));

        assertThat(kept(given).state()).isEqualTo(Sheet.State.RETURNING);
        assertThat(given.state()).isEqualTo(CaseState.REGISTERED);
        assertThat(given.clocks().all()).isEqualTo(before);
        assertThat(steps(given).getLast().alerts()).as("who has it hears of it").containsExactly("plant-1.labour");
        assertThat(steps(given).getLast().petitionerSees()).isFalse();
        assertRefused(
                take(given, Step.RETURN_TO_BODY, turn(LI_WEI, "2026-03-09T18:00")), CaseRule.RETURN_ASKED_ALREADY);

        take(given, Step.REFUSE_RETURN, turn(LI_WEI, "2026-03-11T10:00"));

        assertThat(kept(given).state()).isEqualTo(Sheet.State.OPEN);
        assertRefused(take(given, Step.CONFIRM_RETURN, turn(LI_WEI, "2026-03-11T11:00")), CaseRule.NO_RETURN_ASKED);
    }

    @Test
    void goesBackUntilTheDayThatTheBodySetAndNoLonger() {
        PetitionCase given = sheet(Purpose.APPEAL);

        assertRefused(take(given, Step.RETURN_TO_BODY, turn(LI_WEI, "2026-03-10T00:01")), CaseRule.RETURN_IN_TIME);
        assertRefused(
                take(SampleCases.appeal(), Step.RETURN_TO_BODY, turn(LI_WEI, "2026-03-03T10:00")),
                CaseRule.ONLY_SHEETS_GO_BACK);
        assertThat(SampleCases.appeal().closedSteps(turn(LI_WEI, "2026-03-03T10:00")))
                .containsEntry(Step.REPLY_TO_BODY, CaseRule.ONLY_SHEETS_GO_BACK)
                .containsEntry(Step.CONFIRM_RETURN, CaseRule.NO_RETURN_ASKED);
    }

    @Test
    void endsWhenTheBodyTakesItBackAndTellsThePetitionerWhere() {
        PetitionCase given = sheet(Purpose.APPEAL);
        take(given, Step.ACCEPT, turn(LI_WEI, "2026-03-03T10:00"));
        take(given, Step.RETURN_TO_BODY, turn(LI_WEI, "2026-03-04T10:00"));

        take(given, Step.CONFIRM_RETURN, turn(LI_WEI, "2026-03-12T10:00"));

        assertThat(given.state()).isEqualTo(CaseState.RETURNED);
        assertThat(kept(given).state()).isEqualTo(Sheet.State.RETURNED);
        assertThat(kept(given).returnedOn()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(given.clocks().running()).isEmpty();
        assertThat(given.nextDueAt()).as("it stands in no list of duties").isNull();
        CaseStepTaken told = steps(given).getLast();
        assertThat(told.toldPetitioner()).isTrue();
        assertThat(told.state()).isEqualTo("returned");
        assertThat(told.text()).isNotNull();
        assertThat(new String(EventCodec.encode(told), StandardCharsets.UTF_8))
                .as("nothing of the body goes out")
                .doesNotContain("市热线", "12345-1");
        assertThat(Procedure.brokenBy(Request.SUPPLEMENT, given.standing(EDITION, LocalDate.of(2026, 3, 13))))
                .contains(CaseRule.RETURNED_STAYS_RETURNED);
        assertRefused(
                take(given, Step.REPLY_TO_BODY, turn(LI_WEI, "2026-03-13T10:00")), CaseRule.RETURNED_STAYS_RETURNED);
    }

    @Test
    void isNotTakenBackAfterAnOutcomeButStillAwaited() {
        PetitionCase given = sheet(Purpose.SUGGESTION);
        take(given, Step.RETURN_TO_BODY, turn(LI_WEI, "2026-03-03T10:00"));
        take(given, Step.ACCEPT, turn(LI_WEI, "2026-03-03T11:00"));
        assertThat(kept(given).state()).isEqualTo(Sheet.State.RETURNING);

        take(given, Step.ANSWER, turn(LI_WEI, "2026-03-04T10:00"));

        assertThat(kept(given).state()).isEqualTo(Sheet.State.OPEN);
        assertRefused(take(given, Step.RETURN_TO_BODY, turn(LI_WEI, "2026-03-05T10:00")), CaseRule.OUTCOME_ENDS_RETURN);
        take(given, Step.CLOSE, turn(LI_WEI, "2026-03-05T11:00"));
        assertThat(kept(given).state().isOpen())
                .as("who sent it waits for the answer")
                .isTrue();
        take(given, Step.REPLY_TO_BODY, turn(LI_WEI, "2026-03-06T10:00"));
        assertThat(kept(given).state()).isEqualTo(Sheet.State.ANSWERED);
        assertThat(given.state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void isWithdrawnWhileTheBodyIsAskedToTakeItBack() {
        PetitionCase given = sheet(Purpose.APPEAL);
        take(given, Step.RETURN_TO_BODY, turn(LI_WEI, "2026-03-03T10:00"));

        given.withdraw("request-1", supplement("request-1"), EDITION, EDITION, at("2026-03-04T10:00"));

        assertThat(given.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(kept(given).state()).isEqualTo(Sheet.State.OPEN);
    }

    private static Sheet kept(PetitionCase given) {
        return given.sheet().orElseThrow();
    }

    private static List<CaseStepTaken> steps(PetitionCase given) {
        return given.recorded().stream()
                .filter(CaseStepTaken.class::isInstance)
                .map(CaseStepTaken.class::cast)
                .toList();
    }

    private static void assertRefused(Outcome outcome, CaseRule rule) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
