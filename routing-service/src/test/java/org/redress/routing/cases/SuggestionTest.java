package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.routing.cases.SampleCases.LI_WEI;
import static org.redress.routing.cases.SampleCases.take;
import static org.redress.routing.cases.SampleCases.turn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.Clock;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.OpinionOutcome;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.Way;

/** What an appeal suggests beside what it asks for has a limit and an answer of its own. */
class SuggestionTest {

    private final PetitionCase appeal = SampleCases.suggesting();

    @Test
    void hasALimitOfItsOwnBesideThoseOfTheAppeal() {
        assertThat(running()).containsExactly("notice", "answer");
        assertThat(appeal.clocks().find("answer").orElseThrow().dueOn()).isEqualTo("2026-05-06");
        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-10T10:00"));
        assertThat(running()).containsExactly("answer", "handle");
        assertThat(SampleCases.appeal().clocks().find("answer")).isEmpty();
    }

    @Test
    void isAnsweredBeforeTheOpinionAndMovesNothingElse() {
        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-10T10:00"));
        Command opinion = new Command.GiveOpinion(OpinionOutcome.EXPLAINED, List.of());
        assertThat(take(appeal, opinion, turn(LI_WEI, "2026-03-11T10:00")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(CaseRule.SUGGESTION_BEFORE_OPINION));
        Clock handling = appeal.clocks().find("handle").orElseThrow();

        CaseStepTaken answered = (CaseStepTaken)
                ((Outcome.Done) take(appeal, Step.ANSWER_SUGGESTION, turn(LI_WEI, "2026-03-11T10:00"))).event();

        assertThat(answered.toldPetitioner()).isTrue();
        assertThat(answered.text()).isNotNull();
        assertThat(appeal.clocks().find("answer").orElseThrow().state()).isEqualTo(Clock.State.MET);
        assertThat(appeal.clocks().find("handle").orElseThrow()).isEqualTo(handling);
        assertThat(take(appeal, Step.ANSWER_SUGGESTION, turn(LI_WEI, "2026-03-11T10:00")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(CaseRule.NO_SUGGESTION_OPEN));
        assertThat(take(appeal, opinion, turn(LI_WEI, "2026-03-11T10:00"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void isAnsweredTogetherWithTheRestWhereTheWayIsSimplified() {
        take(appeal, new Command.Accept(Way.SIMPLIFIED), turn(LI_WEI, "2026-03-10T10:00"));
        assertThat(running()).containsExactly("answer", "simplified");

        take(appeal, Step.ANSWER, turn(LI_WEI, "2026-03-11T10:00"));

        assertThat(running()).containsExactly("carry-out");
    }

    private List<String> running() {
        return appeal.clocks().running().stream().map(Clock::kind).toList();
    }
}
