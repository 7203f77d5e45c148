package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.routing.cases.SampleCases.EDITION;
import static org.redress.routing.cases.SampleCases.LI_WEI;
import static org.redress.routing.cases.SampleCases.at;
import static org.redress.routing.cases.SampleCases.take;
import static org.redress.routing.cases.SampleCases.turn;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.Clock;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.Way;

class JoiningTest {

    private static final Instant NOW = at("2026-03-05T10:00");
    private static final Actor PAN_XUE = new Actor("pan.xue", "plant-2.petitions");

    private final PetitionCase joined = SampleCases.appeal();
    private final PetitionCase survivor =
            SampleCases.registered("petition-2", Purpose.APPEAL, "2026-03-02T10:00", "2026-03-02T10:00");
    private final Joining pair = new Joining(joined, survivor);

    private enum End {
        DECLINED,
        WITHDRAWN,
        MERGED_ON,
        LED
    }

    @ParameterizedTest
    @EnumSource
    void standsForItselfAgainByTheSameDaysWhenTheOtherEndsWithoutAnAnswer(End end) {
        take(survivor, Step.TRANSFER, turn(LI_WEI, "2026-03-03T10:00"));
        take(joined, Step.SET_TARGET, turn(LI_WEI, "2026-03-03T10:00"));
        List<Clock> before = joined.clocks().running();
        List<TargetDay> targets = joined.targets();
        join();
        assertThat(joined.targetAt()).isNull();
        assertThat(joined.assignment().owner()).isEqualTo("plant-2.petitions");
        assertThat(joined.nextDueAt()).isNull();
        assertThat(pair.separates(EDITION, NOW)).isFalse();

        Turn turn = turn(PAN_XUE, "2026-03-05T10:00");
        switch (end) {
            case DECLINED -> take(survivor, Step.DECLINE, turn);
            case WITHDRAWN -> survivor.withdraw("request-1", () -> Examined.NOTHING, EDITION, EDITION, NOW);
            case MERGED_ON -> take(survivor, new Command.Merge("petition-3"), turn);
            case LED -> take(survivor, Step.LEAD, turn);
        }

        assertThat(pair.separates(EDITION, NOW)).isTrue();
        pair.separate(EDITION, EDITION, NOW);
        assertThat(joined.state()).isEqualTo(CaseState.REGISTERED);
        assertThat(joined.clocks().running()).isEqualTo(before);
        assertThat(joined.targets()).isEqualTo(targets);
        assertThat(joined.targetAt()).isNotNull();
        assertThat(joined.nextDueAt()).isNotNull();
        assertThat(joined.assignment().owner()).isEqualTo("plant-1.labour");
        assertThat(joined.mergedInto()).isNull();
        assertThat(last(joined).toldPetitioner()).isTrue();
        assertThat(last(joined).alerts()).containsExactly("plant-1.labour");
        assertThat(pair.release(EDITION, NOW)).isTrue();
        assertThat(pair.release(EDITION, NOW)).isFalse();
        assertThat(survivor.history().getLast().what()).isEqualTo(What.RELEASED);
        assertThat(survivor.joinedBy()).isEmpty();
        assertThat(take(joined, Step.ACCEPT, turn(LI_WEI, "2026-03-06T10:00"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void isGivenTheOpinionOfTheOtherAndIsServedAndReviewedApart() {
        join();
        take(survivor, Step.ACCEPT, turn(LI_WEI, "2026-03-04T10:00"));
        assertThat(pair.outcome()).isEmpty();
        take(survivor, Step.GIVE_OPINION, turn(LI_WEI, "2026-03-05T10:00"));
        TextEntry outcome = pair.outcome().orElseThrow();
        Actor by = pair.decider(outcome);
        assertThat(by).isEqualTo(LI_WEI);

        pair.adopt(outcome, SampleCases.text(CaseText.Kind.OPINION), turn(by, "2026-03-05T10:00"));

        assertThat(pair.holds()).isFalse();
        assertThat(joined.state()).isEqualTo(CaseState.OPINION_GIVEN);
        assertThat(joined.clocks().running()).extracting(Clock::kind).containsExactly("service");
        assertThat(last(joined).toldPetitioner()).isTrue();
        assertThat(last(joined).text()).isNotNull();
        take(joined, Step.SERVE, turn(LI_WEI, "2026-03-09T10:00"));
        Instant later = at("2026-03-10T10:00");
        joined.askReview("request-1", SampleCases.supplement("request-1"), later, EDITION, EDITION, later);
        assertThat(joined.state()).isEqualTo(CaseState.UNDER_REVIEW);
        assertThat(survivor.state()).isEqualTo(CaseState.OPINION_GIVEN);
    }

    @Test
    void isGivenTheAnswerOfTheOther() {
        join();
        take(survivor, new Command.Accept(Way.SIMPLIFIED), turn(LI_WEI, "2026-03-04T10:00"));
        take(survivor, Step.ANSWER, turn(LI_WEI, "2026-03-05T10:00"));
        TextEntry outcome = pair.outcome().orElseThrow();

        pair.adopt(outcome, SampleCases.text(CaseText.Kind.ANSWER), turn(pair.decider(outcome), "2026-03-05T10:00"));

        assertThat(joined.state()).isEqualTo(CaseState.ANSWERED);
        assertThat(joined.nextDueAt()).isNotNull();
    }

    @Test
    void partsFromOneThatIsKeptFromOthersOnTheNextDayAlone() {
        join();
        survivor.supplement("request-1", SampleCases.adding("request-1", Set.of("li.wei")), EDITION, EDITION, NOW);
        int before = joined.recorded().size();

        assertThat(pair.differs()).isTrue();
        for (String at : List.of("2026-03-05T10:00", "2026-03-05T23:59")) {
            assertThat(pair.separates(EDITION, at(at))).isFalse();
        }
        assertThat(pair.separates(EDITION, at("2026-03-06T00:00"))).isTrue();

        pair.separate(EDITION, EDITION, at("2026-03-06T00:00"));
        assertThat(joined.recorded()).hasSize(before + 1);
        assertThat(joined.history().stream().filter(entry -> entry.isFor(Set.of())))
                .as("who may not see the other does not see that there was one")
                .extracting(HistoryEntry::what)
                .containsExactly(What.REGISTERED);
    }

    @Test
    void takesWordsAndAWithdrawalOfItsPetitionerAlone() {
        join();

        joined.supplement("request-1", SampleCases.supplement("request-1"), EDITION, EDITION, NOW);
        assertThat(joined.history().getLast().what()).isEqualTo(What.SUPPLEMENTED);
        joined.withdraw("request-2", () -> Examined.NOTHING, EDITION, EDITION, NOW);
        assertThat(joined.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(pair.release(EDITION, NOW)).isTrue();
        assertThat(survivor.state()).isEqualTo(CaseState.REGISTERED);
    }

    private void join() {
        take(joined, new Command.Merge(survivor.id()), turn(LI_WEI, "2026-03-04T10:00"));
        assertThat(pair.admit(EDITION, EDITION, NOW)).isTrue();
        assertThat(pair.admit(EDITION, EDITION, NOW)).isFalse();
        assertThat(survivor.history().getLast().what()).isEqualTo(What.JOINED);
        assertThat(survivor.history().getLast().detail()).isEqualTo(joined.id());
        pair.follow(EDITION, EDITION, NOW);
    }

    private static CaseStepTaken last(PetitionCase petitionCase) {
        return (CaseStepTaken) petitionCase.recorded().getLast();
    }
}
