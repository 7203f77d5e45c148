package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.routing.cases.SampleCases.EDITION;
import static org.redress.routing.cases.SampleCases.LI_WEI;
import static org.redress.routing.cases.SampleCases.at;
import static org.redress.routing.cases.SampleCases.take;
import static org.redress.routing.cases.SampleCases.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.RungReached;
import org.redress.routing.classification.Classification;
import org.redress.routing.organisation.Exclusion;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Command.Instruct.Verdict;
import org.redress.routing.procedure.ReviewLevel;
import org.redress.routing.procedure.Situation;
import org.redress.routing.procedure.Step;

/** Nobody decides alone over their own supervision. */
class OversightTest {

    private static final Actor QIAN_YUN = new Actor("qian.yun", "plant-1.petitions");
    private static final Actor ZHAO_GANG = new Actor("zhao.gang", "plant-1.director");
    private static final Actor LUO_MIN = new Actor("luo.min", "machinery.petitions");
    private static final Actor LIN_FENG = new Actor("lin.feng", "machinery.manager");
    private static final Actor ZHOU_MINGYUAN = new Actor("zhou.mingyuan", "group.president");
    private static final String WORDS = "李蔚克扣工资";

    private final PetitionCase petitionCase = SampleCases.appeal();

    @Test
    void letsOnlyWhoStandsAboveHaveAnotherStepOut() {
        for (String officer : List.of("zhao.gang", "lin.feng", "zhou.mingyuan", "qian.yun")) {
            assertRefused(take(petitionCase, new Command.Recuse(officer), now(LI_WEI)), CaseRule.ABOVE_RECUSES);
        }
        assertThat(petitionCase.guard()).isEqualTo(Exclusion.NONE);
        assertThat(petitionCase.texts()).isEmpty();

        // The one who asked for it is above, and is looked upon as well.
        assertThat(told(take(petitionCase, new Command.Recuse("zhao.gang"), now(LIN_FENG))))
                .containsExactly("plant-1.labour", "group.president");
    }

    @Test
    void tellsWhoStandsAboveOfWhoeverStepsOut() {
        assertThat(told(take(petitionCase, new Command.Recuse("li.wei"), now(LI_WEI))))
                .containsExactly("plant-1.director");
        Actor president = new Actor("zhou.mingyuan", "group.president");
        assertThat(told(take(petitionCase, new Command.Recuse("zhou.mingyuan"), now(president))))
                .containsExactly("plant-1.director", "discipline.desk");
    }

    @Test
    void leavesTheInstructionToTheLeaderWhomTheProposalNames() {
        Command.Propose toDirector = new Command.Propose("plant-1.director", "plant-2", List.of());
        Command.Instruct instruction = new Command.Instruct(
                Verdict.OTHERWISE,
                "plant-1",
                List.of("plant-2"),
                now(LI_WEI).day().plusDays(9));
        assertRefused(take(petitionCase, instruction, now(LI_WEI)), CaseRule.LEADER_INSTRUCTS);
        for (String leader : List.of("plant-1.labour", "plant-2.director", "nobody")) {
            assertThat(take(petitionCase, new Command.Propose(leader, "plant-2", List.of()), now(LI_WEI)))
                    .as("nobody else in the line")
                    .isEqualTo(new Outcome.Wrong("leader", "no-leader"));
        }
        assertThat(take(petitionCase, new Command.Propose("plant-1.labour", "plant-2", List.of()), now(ZHAO_GANG)))
                .as("the owner leads nobody")
                .isEqualTo(new Outcome.Wrong("leader", "no-leader"));

        assertThat(told(take(petitionCase, toDirector, now(LI_WEI)))).containsExactly("plant-1.director");
        assertThat(petitionCase.waits).containsExactly("instruction:plant-1.director");
        assertRefused(take(petitionCase, instruction, now(LI_WEI)), CaseRule.NAMED_LEADER_INSTRUCTS);
        assertRefused(take(petitionCase, instruction, now(LIN_FENG)), CaseRule.NAMED_LEADER_INSTRUCTS);
        CaseStepTaken instructed = step(take(petitionCase, instruction, now(ZHAO_GANG)));

        assertThat(instructed.alerts()).containsExactly("plant-1.labour", "plant-2.petitions");
        assertThat(instructed.outcome()).isEqualTo("otherwise");
        assertThat(instructed.petitionerSees()).isFalse();
        assertThat(petitionCase.waits).containsExactlyInAnyOrder("part:plant-2.petitions", "target:plant-1.labour");
        assertThat(petitionCase.history().getLast().name()).isEqualTo("instruct");
    }

    @Test
    void asksForPartsEachWithALimitOfItsOwn() {
        LocalDate today = now(LI_WEI).day();
        Command.AskPart asked = new Command.AskPart("services.logistics", today.plusDays(5));
        assertThat(take(petitionCase, new Command.AskPart("plant-1.labour", today.plusDays(5)), now(LI_WEI)))
                .isEqualTo(new Outcome.Wrong("post", "has-it-already"));

        assertThat(told(take(petitionCase, asked, now(LI_WEI)))).containsExactly("services.logistics");
        take(petitionCase, new Command.AskPart("plant-2.petitions", today.plusDays(9)), now(ZHAO_GANG));
        assertThat(petitionCase.waits).containsExactly("part:services.logistics", "part:plant-2.petitions");
        assertRefused(take(petitionCase, new Command.ReturnPart(2), now(LI_WEI)), CaseRule.ASKED_RETURNS);
        Actor helper = new Actor("pan.xue", "plant-2.petitions");
        assertRefused(take(petitionCase, new Command.ReturnPart(1), now(helper)), CaseRule.ASKED_RETURNS);

        assertThat(told(take(petitionCase, new Command.ReturnPart(2), now(helper))))
                .containsExactly("plant-1.director", "plant-1.labour");
        assertThat(petitionCase.clocks().all().stream()
                        .filter(clock -> clock.kind().equals("part")))
                .extracting(Clock::state)
                .containsExactly(Clock.State.RUNNING, Clock.State.MET);
        assertThat(petitionCase.waits).containsExactly("part:services.logistics");

        RungReached late = petitionCase
                .fire(EDITION, EDITION.organisation(), at("2026-03-07T10:00"))
                .orElseThrow();
        assertThat(late.clock().kind()).isEqualTo("part");
        assertThat(late.recipients()).containsExactly("services.logistics");
    }

    @Test
    void keepsWhomACaseIsKeptFromFromHelpingWithIt() {
        take(petitionCase, new Command.Recuse("dong.liang"), now(ZHOU_MINGYUAN));

        assertThat(take(
                        petitionCase,
                        new Command.AskPart(
                                "services.logistics", now(LI_WEI).day().plusDays(5)),
                        now(LI_WEI)))
                .isEqualTo(new Outcome.Wrong("post", "kept-out"));
    }

    @Test
    void letsAPartLapseWithItsClockOnceWhoeverIsAskedMayNotKnowOfIt() {
        LocalDate today = now(LI_WEI).day();
        take(petitionCase, new Command.AskPart("services.logistics", today.plusDays(5)), now(LI_WEI));
        take(petitionCase, new Command.AskPart("plant-2.petitions", today.plusDays(5)), now(LI_WEI));

        CaseStepTaken recused = step(take(petitionCase, new Command.Recuse("dong.liang"), now(ZHOU_MINGYUAN)));
        assertThat(petitionCase.waits).containsExactly("part:plant-2.petitions");
        assertThat(partStates(recused.clocks())).containsExactly(Clock.State.STOPPED, Clock.State.RUNNING);
        CaseStepTaken screened = step(take(petitionCase, new Command.Screen(List.of("li.wei")), now(LUO_MIN)));
        assertThat(petitionCase.restricted()).isTrue();
        assertThat(petitionCase.waits).isNull();
        assertThat(partStates(screened.clocks())).containsExactly(Clock.State.STOPPED, Clock.State.STOPPED);

        Clock clock = screened.clocks().stream()
                .filter(each -> each.kind().equals("part"))
                .findFirst()
                .orElseThrow();
        petitionCase.parts.set(0, Part.asked("plant-2.petitions", "plant-1.labour", today, today.plusDays(5), null));
        assertThat(petitionCase.told(clock, clock.rungs().getFirst(), EDITION, EDITION.organisation(), today))
                .as("of one that was kept before")
                .doesNotContain("plant-2.petitions");
    }

    private static List<Clock.State> partStates(List<Clock> clocks) {
        return clocks.stream()
                .filter(clock -> clock.kind().equals("part"))
                .map(Clock::state)
                .toList();
    }

    @Test
    void waitsForNoLeaderWhoIsOutOfItsLine() {
        take(petitionCase, new Command.Propose("plant-1.director", "plant-2", List.of()), now(LI_WEI));
        take(petitionCase, Step.TAKE_CHARGE, now(LIN_FENG));

        take(petitionCase, Step.TRANSFER, now(LI_WEI));
        assertThat(petitionCase.awaitedLeader()).isNull();
        assertThat(petitionCase.waits).containsExactly("charge:machinery.manager");

        take(petitionCase, new Command.Recuse("lin.feng"), now(ZHOU_MINGYUAN));
        assertThat(petitionCase.inCharge()).isNull();
        assertThat(petitionCase.waits).isNull();
    }

    @Test
    void letsALeaderOfItsLineTakeItInChargeWhileSomethingIsOwed() {
        assertRefused(take(petitionCase, Step.TAKE_CHARGE, now(LI_WEI)), CaseRule.LEADER_TAKES_CHARGE);
        assertRefused(take(petitionCase, Step.TAKE_CHARGE, now(LUO_MIN)), CaseRule.LEADER_TAKES_CHARGE);

        assertThat(told(take(petitionCase, Step.TAKE_CHARGE, now(LIN_FENG)))).containsExactly("plant-1.labour");
        assertThat(petitionCase.waits).containsExactly("charge:machinery.manager");
        take(petitionCase, Step.TAKE_CHARGE, now(ZHAO_GANG));
        assertThat(petitionCase.waits).containsExactly("charge:plant-1.director");
        take(petitionCase, Step.DECLINE, now(LI_WEI));
        assertThat(petitionCase.waits).isNull();
    }

    @Test
    void remindsWhoHoldsItOnceADayAndOfNoRight() {
        assertRefused(take(petitionCase, Step.REMIND, now(LI_WEI)), CaseRule.OFFICE_REMINDS);

        assertThat(told(take(petitionCase, Step.REMIND, now(QIAN_YUN)))).containsExactly("plant-1.labour");
        assertThat(petitionCase.history().getLast().name()).isEqualTo("remind");
        assertRefused(take(petitionCase, Step.REMIND, now(LUO_MIN)), CaseRule.REMINDED_ONCE_A_DAY);
        LocalDate tomorrow = EDITION.clockwork().dayOf(now(LI_WEI).now()).plusDays(1);
        assertThat(petitionCase.standing(EDITION, tomorrow).has(Situation.Fact.REMINDED))
                .isFalse();

        take(petitionCase, Step.DECLINE, now(LI_WEI));
        assertThat(petitionCase.standing(EDITION, tomorrow).has(Situation.Fact.LIMIT_RUNS))
                .isFalse();
    }

    @Test
    void blacksOutNothingBeforeTheOfficeAboveAgrees() {
        assertThat(told(take(petitionCase, new Command.Redact("text", 0, 100, null), now(LI_WEI))))
                .containsExactly("plant-1.director");
        assertThat(petitionCase.redacted("text", WORDS, at("2026-03-03T10:00"))).isEqualTo(WORDS);
        assertRefused(take(petitionCase, new Command.ConfirmRedaction(1), now(LI_WEI)), CaseRule.ABOVE_REDACTS);
        assertRefused(take(petitionCase, new Command.ConfirmRedaction(1), now(QIAN_YUN)), CaseRule.ABOVE_REDACTS);

        take(petitionCase, new Command.ConfirmRedaction(1), now(ZHAO_GANG));
        assertThat(petitionCase.redacted("text", WORDS, at("2026-03-03T10:00"))).isEqualTo("■■■■■■");
        assertRefused(
                take(petitionCase, new Command.ConfirmRedaction(1), now(ZHAO_GANG)), CaseRule.NO_REDACTION_PROPOSED);

        assertRefused(take(petitionCase, new Command.UndoRedaction(1), now(LI_WEI)), CaseRule.ABOVE_REDACTS);
        take(petitionCase, new Command.UndoRedaction(1), now(LUO_MIN));
        assertThat(petitionCase.redacted("text", WORDS, at("2026-03-03T10:00"))).isEqualTo(WORDS);
        assertRefused(take(petitionCase, new Command.UndoRedaction(1), now(LUO_MIN)), CaseRule.NO_REDACTION);
    }

    @Test
    void keepsTheNoteOfAScreeningFromWhomItMayName() {
        petitionCase.supplement(
                "request-1",
                SampleCases.adding("request-1", Set.of("li.wei")),
                EDITION,
                EDITION,
                at("2026-03-03T09:00"));
        take(petitionCase, new Command.Screen(List.of()), now(LUO_MIN));

        assertThat(petitionCase.assignment().owner()).isEqualTo("plant-1.labour");
        for (String below : List.of("li.wei", "zhao.gang", "he.rong")) {
            assertThat(readsNote(below)).as(below).isFalse();
        }
        for (String above : List.of("luo.min", "lin.feng", "chen.jing", "bai.lu")) {
            assertThat(readsNote(above)).as(above).isTrue();
        }
        petitionCase.cleared.add("lin.feng");
        assertThat(readsNote("lin.feng")).as("above, but suspected").isFalse();
    }

    private boolean readsNote(String officer) {
        return petitionCase.isReadableFor(
                "text-1", officer, EDITION.organisation(), now(LUO_MIN).day());
    }

    @Test
    void blacksOutAtThePetitionersWish() {
        petitionCase.supplement(
                "request-0", SampleCases.supplement("request-0"), EDITION, EDITION, at("2026-03-03T10:00"));
        for (String wish : List.of("request-0", "request-1")) {
            assertThat(take(petitionCase, new Command.Redact("text", 0, 2, wish), now(LI_WEI)))
                    .as("no wish but one that says so")
                    .isEqualTo(new Outcome.Wrong("wish", "redaction-wish"));
        }
        petitionCase.supplement(
                "request-1", SampleCases.redactionWish("request-1"), EDITION, EDITION, at("2026-03-03T10:00"));

        take(petitionCase, new Command.Redact("text", 0, 2, "request-1"), now(LI_WEI));

        assertThat(petitionCase.redacted("text", WORDS, at("2026-03-03T10:00"))).isEqualTo("■■克扣工资");
        assertRefused(take(petitionCase, new Command.UndoRedaction(1), now(LI_WEI)), CaseRule.ABOVE_REDACTS);
        for (String wish : Arrays.asList("request-1", null)) {
            assertThat(take(petitionCase, new Command.Redact("request-1", 0, 2, wish), now(LI_WEI)))
                    .as("everybody can read the wish")
                    .isEqualTo(new Outcome.Wrong("field", "redaction-of-wish"));
        }
    }

    @Test
    void screensNobodyAwayWhoIsNamedOutrightNorEverybodyOut() {
        Exclusion named = Exclusion.against(Set.of("li.wei"), EDITION.organisation());
        petitionCase.guard = named;
        take(petitionCase, new Command.Screen(List.of()), now(LUO_MIN));

        assertThat(petitionCase.guard()).isEqualTo(named);
        petitionCase.guard = named.untilScreened();
        assertThat(take(
                        petitionCase,
                        new Command.Screen(List.of("zhou.mingyuan", "chen.jing", "bai.lu", "qin.zheng")),
                        now(LUO_MIN)))
                .isEqualTo(new Outcome.Wrong("accused", "nobody-left"));
        assertThat(petitionCase.guard()).isEqualTo(named.untilScreened());
    }

    @Test
    void letsNobodyHideAClearCaseFromThoseAbove() {
        for (String officer : List.of("he.rong", "zhao.gang", "luo.min")) {
            assertRefused(
                    take(petitionCase, new Command.Screen(List.of(officer)), now(LI_WEI)), CaseRule.ABOVE_RECUSES);
        }
        assertThat(petitionCase.guard()).isEqualTo(Exclusion.NONE);
        assertThat(take(petitionCase, new Command.Screen(List.of("li.wei")), now(LUO_MIN)))
                .isInstanceOf(Outcome.Done.class);
        petitionCase.priors.add("luo.min");
        petitionCase.instance = ReviewLevel.REVIEW;
        assertRefused(take(petitionCase, new Command.Screen(List.of("li.wei")), now(LUO_MIN)), CaseRule.OTHERS_REVIEW);
    }

    @Test
    void takesBackWhatAPersonFoundByMistakeWhichWhoStandsAboveLearns() {
        take(petitionCase, new Command.Screen(List.of("li.wei")), now(LUO_MIN));
        assertThat(petitionCase.assignment().owner()).isEqualTo("machinery.petitions");
        Command.Screen back = new Command.Screen(List.of(), List.of("li.wei"));

        for (Actor about : List.of(LI_WEI, ZHAO_GANG, QIAN_YUN)) {
            assertRefused(take(petitionCase, back, now(about)), CaseRule.ABOVE_RECUSES);
        }
        assertThat(take(petitionCase, new Command.Screen(List.of(), List.of("he.rong")), now(LUO_MIN)))
                .isEqualTo(new Outcome.Wrong("cleared[0]", "not-found-by-a-person"));
        assertThat(told(take(petitionCase, back, now(LUO_MIN)))).containsExactly("plant-1.labour", "machinery.manager");

        assertThat(petitionCase.guard()).isEqualTo(Exclusion.NONE);
        assertThat(petitionCase.assignment().owner()).isEqualTo("plant-1.labour");
        assertThat(petitionCase.history().getLast().detail()).isEqualTo("taken-back about-nobody");
        assertThat(told(take(petitionCase, new Command.Screen(List.of("li.wei")), now(LIN_FENG))))
                .containsExactly("machinery.petitions");
        petitionCase.guard = Exclusion.against(Set.of("li.wei"), EDITION.organisation());
        assertThat(take(petitionCase, back, now(LIN_FENG)))
                .as("the petition itself says so")
                .isEqualTo(new Outcome.Wrong("cleared[0]", "not-found-by-a-person"));
    }

    @Test
    void splitsNoCharacterAndReadsWhatWasKeptBefore() {
        Redaction before = new Redaction("text", 1, 2, Instant.EPOCH, "post", null, "note", null, null, null);

        assertThat(before.over("𠮷𠮷没发工资")).isEqualTo("𠮷■没发工资");
        assertThat(before.standing()).isEqualTo(Redaction.State.IN_EFFECT);
    }

    @Test
    void isReviewedByNobodyWhoOwnedItOrDecidedBefore() {
        // A workshop and its plant have one petition office.
        petitionCase.give(
                EDITION.assigner()
                        .assign(
                                "plant-1-assembly",
                                new Classification("other", List.of()),
                                Exclusion.NONE,
                                SampleCases.roster(at("2026-03-02T10:00"))),
                EDITION);
        assertThat(petitionCase.assignment().owner()).isEqualTo("plant-1.petitions");
        decide(QIAN_YUN);

        askReview("request-1");
        assertThat(petitionCase.assignment().owner()).isEqualTo("plant-1.director");
        for (Actor before : List.of(QIAN_YUN, LI_WEI)) {
            assertRefused(take(petitionCase, Step.TAKE_UP, now(before)), CaseRule.OTHERS_REVIEW);
            assertRefused(take(petitionCase, Step.GIVE_OPINION, now(before)), CaseRule.OTHERS_REVIEW);
        }
        assertThat(take(petitionCase, new Command.Reassign("plant-1.petitions"), now(ZHAO_GANG)))
                .isEqualTo(new Outcome.Wrong("post", "decided-before"));
        assertRefused(
                take(petitionCase, new Command.Reassign("machinery.safety"), now(LI_WEI)), CaseRule.OTHERS_REVIEW);
        assertThat(take(petitionCase, new Command.Reassign("plant-1-foundry.foreman"), now(ZHAO_GANG)))
                .isEqualTo(new Outcome.Wrong("post", "below-reviewer"));
        decide(LUO_MIN);

        askReview("request-2");
        assertThat(petitionCase.assignment().owner()).isEqualTo("machinery.manager");
        assertRefused(take(petitionCase, Step.GIVE_OPINION, now(LUO_MIN)), CaseRule.OTHERS_REVIEW);
        assertRefused(take(petitionCase, Step.GIVE_OPINION, now(ZHAO_GANG)), CaseRule.OTHERS_REVIEW);
        assertThat(take(petitionCase, Step.GIVE_OPINION, now(LIN_FENG))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void hidesAtOnceForSomeDaysWhatWhoRecordedItFindsOfOthers() {
        PetitionCase recorded = SampleCases.recordedBy("qian.yun");
        Command.Redact of = new Command.Redact("text", 0, 2, null);
        assertThat(told(take(recorded, of.meaningNobody(), now(QIAN_YUN)))).containsExactly("plant-1.director");
        assertThat(recorded.redactions().getFirst().is(Redaction.State.PROPOSED))
                .isTrue();

        // Wednesday and four more working days; the weekend between is none.
        assertThat(recorded.redacted("text", WORDS, at("2026-03-03T10:00"))).isEqualTo("■■克扣工资");
        assertThat(recorded.redacted("text", WORDS, at("2026-03-10T23:59"))).isEqualTo("■■克扣工资");
        assertThat(recorded.redacted("text", WORDS, at("2026-03-11T00:00"))).isEqualTo(WORDS);
        take(recorded, of.meaningNobody(), turn(QIAN_YUN, "2026-03-11T10:00"));
        assertThat(recorded.redacted("text", WORDS, at("2026-03-11T10:00")))
                .as("nobody above confirmed it, and it is not hidden again")
                .isEqualTo(WORDS);
        take(recorded, new Command.ConfirmRedaction(1), turn(ZHAO_GANG, "2026-03-11T10:00"));
        assertThat(recorded.redacted("text", WORDS, at("2026-05-11T10:00"))).isEqualTo("■■克扣工资");
    }

    @Test
    void hidesNothingAtOnceThatMayBeAboutWhoHidesItOrIsTheirsToAnswer() {
        Command.Redact looked = new Command.Redact("text", 0, 2, null).meaningNobody();
        assertShown(SampleCases.recordedBy("qian.yun"), new Command.Redact("text", 0, 2, null), QIAN_YUN);
        assertShown(SampleCases.recordedBy("qian.yun"), looked, LUO_MIN);
        assertShown(SampleCases.recordedBy("li.wei"), looked, LI_WEI);
        assertShown(SampleCases.appeal(), looked, QIAN_YUN);
        PetitionCase kept = SampleCases.recordedBy("qian.yun");
        take(kept, new Command.Recuse("xu.lan"), now(ZHOU_MINGYUAN));
        assertShown(kept, looked, QIAN_YUN);
    }

    private static void assertShown(PetitionCase petitionCase, Command.Redact redaction, Actor by) {
        assertThat(take(petitionCase, redaction, now(by))).isInstanceOf(Outcome.Done.class);
        assertThat(petitionCase.redacted("text", WORDS, at("2026-03-03T10:00"))).isEqualTo(WORDS);
    }

    private void decide(Actor by) {
        take(petitionCase, Step.ACCEPT, now(by));
        assertThat(take(petitionCase, Step.GIVE_OPINION, now(by))).isInstanceOf(Outcome.Done.class);
        take(petitionCase, Step.SERVE, now(by));
    }

    private void askReview(String request) {
        Instant now = at("2026-03-03T10:00");
        petitionCase.askReview(request, SampleCases.supplement(request), now, EDITION, EDITION, now);
    }

    private static Turn now(Actor by) {
        return turn(by, "2026-03-03T10:00");
    }

    private static void assertRefused(Outcome outcome, CaseRule rule) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    private static List<String> told(Outcome outcome) {
        return step(outcome).alerts();
    }

    private static CaseStepTaken step(Outcome outcome) {
        return (CaseStepTaken) ((Outcome.Done) outcome).event();
    }
}
