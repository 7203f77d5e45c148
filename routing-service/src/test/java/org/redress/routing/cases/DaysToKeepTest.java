package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.routing.cases.SampleCases.LI_WEI;
import static org.redress.routing.cases.SampleCases.take;
import static org.redress.routing.cases.SampleCases.turn;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.Clock;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Command.EndTarget.Ending;
import org.redress.routing.procedure.Command.Instruct.Verdict;
import org.redress.routing.procedure.Command.SetTarget.Kind;
import org.redress.routing.procedure.Step;

/** Days that are asked for, instructed or promised run beside the limits of the law, and move none of them. */
class DaysToKeepTest {

    private static final Actor ZHAO_GANG = new Actor("zhao.gang", "plant-1.director");
    private static final Actor ZHOU_MINGYUAN = new Actor("zhou.mingyuan", "group.president");

    private final PetitionCase petitionCase = SampleCases.appeal();

    @Test
    void movesNoDateUntilTheHeadGrantsTheExtensionThatIsAskedFor() {
        accepted();
        Clocks before = petitionCase.clocks();

        CaseStepTaken asked = step(take(petitionCase, new Command.AskExtension(30), on(LI_WEI, "2026-04-10")));

        assertThat(petitionCase.clocks()).isEqualTo(before);
        assertThat(asked.alerts()).containsExactly("plant-1.director");
        assertThat(asked.petitionerSees()).isFalse();
        assertThat(petitionCase.waits).containsExactly("extension:plant-1.director");
        ExtensionRequest request = petitionCase.extensionAsked();
        assertThat(request.dueOn()).isEqualTo(handling().dueOn());
        assertRefused(take(petitionCase, Step.EXTEND, on(LI_WEI, "2026-04-10")), CaseRule.HEAD_APPROVES);

        Outcome granted = petitionCase.take(new Command.Extend(30), null, on(ZHAO_GANG, "2026-04-11"));

        assertThat(step(granted).toldPetitioner()).isTrue();
        assertThat(step(granted).text().textId())
                .as("the reason it was asked with")
                .isEqualTo(request.reasonId());
        assertThat(step(granted).alerts()).containsExactly("plant-1.labour");
        assertThat(handling().dueOn()).isEqualTo(request.until());
        assertThat(petitionCase.waits).isNull();
        assertRefused(
                take(petitionCase, new Command.AskExtension(1), on(LI_WEI, "2026-04-12")), CaseRule.EXTENDED_ONCE);
    }

    @Test
    void keepsTheFirstRequestWhereASecondAsksForTooMuch() {
        accepted();
        take(petitionCase, new Command.AskExtension(20), on(LI_WEI, "2026-04-10"));

        assertThat(take(petitionCase, new Command.AskExtension(60), on(LI_WEI, "2026-04-10")))
                .isEqualTo(new Outcome.Wrong("days", "extension"));
        assertThat(petitionCase.extensionAsked().days()).isEqualTo(20);
    }

    @Test
    void tellsWhoAskedThatItIsRefusedAndLeavesTheLimit() {
        accepted();
        assertRefused(
                take(petitionCase, Step.REFUSE_EXTENSION, on(ZHAO_GANG, "2026-04-10")), CaseRule.NO_EXTENSION_ASKED);
        take(petitionCase, new Command.AskExtension(20), on(LI_WEI, "2026-04-10"));
        Clocks before = petitionCase.clocks();
        assertRefused(take(petitionCase, Step.REFUSE_EXTENSION, on(LI_WEI, "2026-04-10")), CaseRule.HEAD_APPROVES);

        CaseStepTaken refused = step(take(petitionCase, Step.REFUSE_EXTENSION, on(ZHAO_GANG, "2026-04-11")));

        assertThat(refused.alerts()).containsExactly("plant-1.labour");
        assertThat(refused.petitionerSees()).isFalse();
        assertThat(petitionCase.clocks()).isEqualTo(before);
        assertThat(petitionCase.waits).isNull();
        assertThat(petitionCase.take(new Command.Extend(30), null, on(ZHAO_GANG, "2026-04-11")))
                .as("nobody asks with a reason any more")
                .isEqualTo(new Outcome.Wrong("reason", "reason-of-extension"));
    }

    @Test
    void asksNobodyOutOfTheLineAndNothingOnceItIsAnswered() {
        accepted();
        take(petitionCase, new Command.AskExtension(20), on(LI_WEI, "2026-04-10"));

        take(petitionCase, new Command.Recuse("zhao.gang"), on(ZHOU_MINGYUAN, "2026-04-10"));
        assertThat(petitionCase.waits).containsExactly("extension:machinery.manager");
        take(petitionCase, Step.GIVE_OPINION, on(LI_WEI, "2026-04-11"));
        assertThat(petitionCase.waits).isNull();
    }

    @Test
    void showsThePetitionerTheDayThatWasPromisedAndNoOther() {
        Clocks before = petitionCase.clocks();
        LocalDate day = LocalDate.of(2026, 4, 10);

        CaseStepTaken own = step(take(petitionCase, new Command.SetTarget(Kind.OWN, day), on(LI_WEI, "2026-03-03")));
        CaseStepTaken promised =
                step(take(petitionCase, new Command.SetTarget(Kind.PROMISED, day), on(ZHOU_MINGYUAN, "2026-03-03")));

        assertThat(own.petitionerSees()).isFalse();
        assertThat(own.day()).isNull();
        assertThat(own.alerts()).as("whoever notes it knows").isEmpty();
        assertThat(promised.petitionerSees()).isTrue();
        assertThat(promised.toldPetitioner()).isFalse();
        assertThat(promised.day()).isEqualTo(day);
        assertThat(promised.text()).as("its words are the officers'").isNull();
        assertThat(promised.alerts()).containsExactly("plant-1.labour");
        assertThat(petitionCase.clocks()).isEqualTo(before);
        assertThat(petitionCase.waits).containsExactly("target:plant-1.labour");
        assertThat(take(petitionCase, new Command.SetTarget(Kind.OWN, day), on(LI_WEI, "2026-04-10")))
                .isEqualTo(new Outcome.Wrong("dueOn", "day-to-come"));
    }

    @Test
    void movesNoDayThatWasPromisedButPutsItDownToBeReadAsItWas() {
        LocalDate day = LocalDate.of(2026, 4, 10);
        assertRefused(take(petitionCase, Step.END_TARGET, on(LI_WEI, "2026-03-03")), CaseRule.NO_TARGET_OPEN);
        take(petitionCase, new Command.SetTarget(Kind.PROMISED, day), on(ZHOU_MINGYUAN, "2026-03-03"));

        CaseStepTaken down =
                step(take(petitionCase, new Command.EndTarget(1, Ending.PUT_DOWN), on(LI_WEI, "2026-03-09")));
        take(petitionCase, new Command.SetTarget(Kind.PROMISED, day.plusDays(9)), on(LI_WEI, "2026-03-09"));
        take(petitionCase, new Command.EndTarget(2, Ending.MET), on(LI_WEI, "2026-04-20"));

        assertThat(down.day()).isEqualTo(day);
        assertThat(down.outcome()).isEqualTo("put-down");
        assertThat(down.petitionerSees()).isTrue();
        assertThat(down.alerts()).as("who promised it").containsExactly("group.president");
        assertThat(petitionCase.targets()).extracting(TargetDay::dueOn).containsExactly(day, day.plusDays(9));
        assertThat(petitionCase.targets().getFirst().endId()).isNotNull();
        assertThat(petitionCase.targets().getFirst().isLate(LocalDate.of(2027, 1, 1)))
                .isFalse();
        assertThat(petitionCase.targets().getLast().isLate(LocalDate.of(2026, 4, 20)))
                .isTrue();
        assertThat(petitionCase.waits).isNull();
        assertThat(take(petitionCase, new Command.SetTarget(Kind.OWN, day), on(LI_WEI, "2026-03-09")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(take(petitionCase, new Command.EndTarget(1, Ending.MET), on(LI_WEI, "2026-03-09")))
                .as("ended already")
                .isEqualTo(new Outcome.Wrong("target", "no-open-target"));
    }

    @Test
    void waitsForWhoeverHoldsItUntilItEnds() {
        LocalDate day = LocalDate.of(2026, 4, 10);
        take(petitionCase, new Command.SetTarget(Kind.OUTSIDE, day.plusDays(1)), on(LI_WEI, "2026-03-03"));
        take(petitionCase, new Command.SetTarget(Kind.OWN, day), on(LI_WEI, "2026-03-03"));
        assertThat(petitionCase.targetAt()).isEqualTo(SampleCases.at("2026-04-11T00:00"));

        take(petitionCase, Step.REASSIGN, on(ZHAO_GANG, "2026-03-03"));
        assertThat(petitionCase.waits).containsExactly("target:plant-1.petitions");
        take(petitionCase, new Command.EndTarget(2, Ending.MET), on(LI_WEI, "2026-03-03"));
        assertThat(petitionCase.targetAt()).isEqualTo(SampleCases.at("2026-04-12T00:00"));
        take(petitionCase, Step.DECLINE, on(LI_WEI, "2026-03-03"));

        assertThat(petitionCase.waits).isNull();
        assertThat(petitionCase.targetAt()).isNull();
        assertThat(petitionCase.targets().getFirst().lapsed()).isTrue();
    }

    @Test
    void letsALeaderInstructWithoutAProposalAndNameAPost() {
        LocalDate day = LocalDate.of(2026, 3, 10);
        Command.Instruct instruction =
                new Command.Instruct(Verdict.OTHERWISE, "group.community", List.of("group.insurance", "plant-2"), day);
        assertRefused(take(petitionCase, instruction, on(LI_WEI, "2026-03-03")), CaseRule.LEADER_INSTRUCTS);
        assertThat(take(
                        petitionCase,
                        new Command.Instruct(Verdict.AS_PROPOSED, "plant-1", List.of(), day),
                        on(ZHOU_MINGYUAN, "2026-03-03")))
                .isEqualTo(new Outcome.Wrong("verdict", "nothing-proposed"));
        for (String nothing : List.of("nowhere", "discipline.desk")) {
            assertThat(take(
                            petitionCase,
                            new Command.Instruct(Verdict.OTHERWISE, nothing, List.of(), day),
                            on(ZHOU_MINGYUAN, "2026-03-03")))
                    .isEqualTo(new Outcome.Wrong("lead", "no-such-place"));
        }

        CaseStepTaken instructed = step(take(petitionCase, instruction, on(ZHOU_MINGYUAN, "2026-03-03")));

        assertThat(instructed.alerts()).containsExactly("plant-1.labour", "group.insurance", "plant-2.petitions");
        assertThat(instructed.petitionerSees()).isFalse();
        assertThat(petitionCase.waits)
                .containsExactlyInAnyOrder("part:group.insurance", "part:plant-2.petitions", "target:plant-1.labour");
        assertThat(petitionCase.targets())
                .singleElement()
                .satisfies(target -> assertThat(target.kind()).isEqualTo(Kind.INSTRUCTED))
                .satisfies(target -> assertThat(target.dueOn()).isEqualTo(day));
        assertThat(step(take(petitionCase, new Command.EndTarget(1, Ending.MET), on(LI_WEI, "2026-03-09")))
                        .alerts())
                .as("who instructed it")
                .containsExactly("group.president");
    }

    @Test
    void namesNoPostFromWhichItIsKept() {
        take(petitionCase, new Command.Recuse("xu.lan"), on(ZHOU_MINGYUAN, "2026-03-03"));

        assertThat(take(
                        petitionCase,
                        new Command.Propose("plant-1.director", "group.insurance", List.of()),
                        on(LI_WEI, "2026-03-03")))
                .isEqualTo(new Outcome.Wrong("lead", "kept-out"));
    }

    private void accepted() {
        take(petitionCase, Step.ACCEPT, on(LI_WEI, "2026-03-10"));
    }

    private Clock handling() {
        return petitionCase.clocks().find("handle").orElseThrow();
    }

    private static Turn on(Actor by, String day) {
        return turn(by, day + "T10:00");
    }

    private static void assertRefused(Outcome outcome, CaseRule rule) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    private static CaseStepTaken step(Outcome outcome) {
        return (CaseStepTaken) ((Outcome.Done) outcome).event();
    }
}
