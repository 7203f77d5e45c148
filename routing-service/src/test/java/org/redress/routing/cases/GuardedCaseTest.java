package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.routing.cases.SampleCases.EDITION;
import static org.redress.routing.cases.SampleCases.LI_WEI;
import static org.redress.routing.cases.SampleCases.at;
import static org.redress.routing.cases.SampleCases.turn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.RungReached;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.classification.Classification;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.organisation.Exclusion;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Roster;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.OpinionOutcome;
import org.redress.routing.procedure.Promise;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;

class GuardedCaseTest {

    private static final Actor CHEN_JING = new Actor("chen.jing", "group.petitions");
    private static final Actor LUO_MIN = new Actor("luo.min", "machinery.petitions");
    private static final Exclusion AGAINST_LI_WEI = Exclusion.against(Set.of("li.wei"), EDITION.organisation());

    @Test
    void tellsNobodyBeforeAPersonHasFoundOutWhomItIsAbout() {
        PetitionCase petitionCase = crowd(Exclusion.NONE.untilScreened());

        assertThat(petitionCase.assignment().owner()).isEqualTo("group.petitions");
        assertThat(petitionCase.restricted()).isTrue();
        assertThat(petitionCase.recorded()).singleElement().isInstanceOfSatisfying(CaseRegistered.class, event -> {
            assertThat(event.alerts()).containsExactly("group.petitions");
            assertThat(event.restricted()).isTrue();
        });
        assertThat(petitionCase.clocks().find("screening")).isPresent();
        assertThat(SampleCases.take(petitionCase, Step.ACCEPT, turn(CHEN_JING, "2026-03-02T11:00")))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(CaseRule.SCREENED_FIRST);
                    assertThat(refused.openSteps())
                            .containsExactly(
                                    Step.SCREEN,
                                    Step.RECUSE,
                                    Step.SET_HEADING,
                                    Step.SET_MARK,
                                    Step.COMMENT,
                                    Step.REDACT);
                });
    }

    @Test
    void goesWhereItWouldHaveGoneWhenItIsAboutNobody() {
        PetitionCase petitionCase = crowd(Exclusion.NONE.untilScreened());

        screen(petitionCase, CHEN_JING, List.of());

        assertThat(petitionCase.assignment().owner()).isEqualTo("plant-1.labour");
        assertThat(petitionCase.restricted()).isFalse();
        List<CaseStepTaken> steps = steps(petitionCase);
        assertThat(steps.get(0).step()).isEqualTo("screen");
        assertThat(steps.get(0).restricted()).isFalse();
        assertThat(steps.get(0).alerts()).containsExactly("plant-1.labour");
        assertThat(steps.get(1).step()).isEqualTo("group");
        assertThat(steps.get(1).alerts()).contains("plant-1.director", "machinery.manager");
        assertThat(petitionCase.clocks().find("screening").orElseThrow().state())
                .isEqualTo(Clock.State.MET);
    }

    @Test
    void goesAboveWhomItIsAboutOnceThatIsKnown() {
        PetitionCase petitionCase = crowd(Exclusion.NONE.untilScreened());

        screen(petitionCase, CHEN_JING, List.of("li.wei"));

        assertThat(petitionCase.assignment().owner()).isEqualTo("machinery.petitions");
        assertThat(steps(petitionCase).get(0).restricted()).isTrue();
        assertThat(steps(petitionCase).get(0).scope()).isEqualTo("machinery");
        assertThat(steps(petitionCase).get(1).alerts())
                .as("the group alert goes above them too")
                .contains("machinery.manager")
                .doesNotContain("plant-1.director", "plant-1.labour");
        assertThat(petitionCase.recorded().toString()).doesNotContain("li.wei");
        assertThat(petitionCase.history()).extracting(HistoryEntry::detail).doesNotContain("li.wei");
    }

    @Test
    void isTakenFromWhomItTurnsOutToBeAboutWhileTheyHaveIt() {
        PetitionCase petitionCase = SampleCases.appeal();
        SampleCases.take(petitionCase, Step.ACCEPT, turn(LI_WEI, "2026-03-03T10:00"));

        screen(petitionCase, CHEN_JING, List.of("li.wei"));

        assertThat(petitionCase.assignment().owner()).isEqualTo("machinery.petitions");
        assertThat(petitionCase.restricted()).isTrue();
        assertThat(petitionCase.clocks().find("handle")).as("no date moves").isPresent();
    }

    @Test
    void tellsOnTheWayUpNobodyWhoIsKeptOut() {
        PetitionCase petitionCase = crowd(AGAINST_LI_WEI);
        Set<String> out = Set.of("plant-1.labour", "plant-1.director", "plant-1.petitions", "plant-1-assembly.foreman");
        List<String> told = new ArrayList<>();

        for (int fired = 0; fired < 12; fired++) {
            petitionCase
                    .fire(EDITION, EDITION.organisation(), at("2026-09-01T10:00"))
                    .map(RungReached::recipients)
                    .ifPresent(told::addAll);
        }

        assertThat(told).isNotEmpty().doesNotContainAnyElementsOf(out);
        assertThat(told).contains("machinery.petitions", "machinery.manager", "group.president");
    }

    @Test
    void tellsTheDisciplineDeskWhenNobodyFindsOutWhomItIsAbout() {
        PetitionCase petitionCase = crowd(Exclusion.NONE.untilScreened());
        List<String> told = new ArrayList<>();

        for (int fired = 0; fired < 12; fired++) {
            petitionCase
                    .fire(EDITION, EDITION.organisation(), at("2026-09-01T10:00"))
                    .map(RungReached::recipients)
                    .ifPresent(told::addAll);
        }

        assertThat(told)
                .contains("group.petitions", "discipline.desk", "discipline.secretary")
                .doesNotContain("group.president");
    }

    @Test
    void isHandedToNobodyWhoIsKeptOut() {
        PetitionCase petitionCase = crowd(AGAINST_LI_WEI);

        assertThat(SampleCases.take(
                        petitionCase, new Command.HandOver("plant-1-foundry", null), turn(LUO_MIN, "2026-03-03T10:00")))
                .isEqualTo(new Outcome.Wrong("unit", "kept-out"));
        assertThat(SampleCases.take(
                        petitionCase, new Command.Reassign("plant-1.director"), turn(LUO_MIN, "2026-03-03T10:00")))
                .isEqualTo(new Outcome.Wrong("post", "kept-out"));
        assertThat(SampleCases.take(
                        petitionCase, new Command.HandOver("discipline", null), turn(LUO_MIN, "2026-03-03T10:00")))
                .as("which intake lists, since petitions are addressed to it")
                .isEqualTo(new Outcome.Wrong("unit", "discipline-desk"));
        assertThat(SampleCases.take(
                        petitionCase, new Command.HandOver("plant-2", null), turn(LUO_MIN, "2026-03-03T10:00")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(petitionCase.assignment().owner()).isEqualTo("plant-2.petitions");
        assertThat(petitionCase.restricted()).isTrue();
    }

    @Test
    void givesThemNoPromiseAndStaysSecretInAReview() {
        PetitionCase petitionCase = crowd(AGAINST_LI_WEI);
        SampleCases.take(petitionCase, Step.ACCEPT, turn(LUO_MIN, "2026-03-03T10:00"));
        assertThat(SampleCases.take(
                        petitionCase,
                        new Command.GiveOpinion(
                                OpinionOutcome.SUPPORTED,
                                List.of(Promise.of("plant-1-assembly.foreman", LocalDate.of(2026, 4, 1)))),
                        turn(LUO_MIN, "2026-03-03T10:00")))
                .isEqualTo(new Outcome.Wrong("promises[0].owner", "kept-out"));
        SampleCases.take(petitionCase, Step.GIVE_OPINION, turn(LUO_MIN, "2026-03-04T10:00"));
        SampleCases.take(petitionCase, Step.SERVE, turn(LUO_MIN, "2026-03-05T10:00"));

        petitionCase.askReview(
                "request-1",
                SampleCases.supplement("request-1"),
                at("2026-03-06T10:00"),
                EDITION,
                EDITION,
                at("2026-03-06T10:00"));

        assertThat(petitionCase.assignment().unit()).isEqualTo("group");
        assertThat(petitionCase.restricted()).isTrue();
    }

    @Test
    void movesUpWhenTheOrganisationPutsItIntoTheHandsOfWhomItIsAbout() {
        PetitionCase petitionCase = crowd(AGAINST_LI_WEI);
        assertThat(petitionCase.keepAbove(EDITION, EDITION, at("2026-03-03T10:00")))
                .isFalse();

        LoadedRulebook later = SampleConfiguration.edition(
                "officer: luo.min, name: 罗敏, email: luo.min@", "officer: li.wei, name: 李蔚, email: li.wei@");
        assertThat(petitionCase.keepAbove(EDITION, later, at("2026-03-03T10:00")))
                .isTrue();

        assertThat(petitionCase.assignment().owner()).isEqualTo("group.petitions");
        assertThat(petitionCase.guard().units()).contains("machinery");
        assertThat(steps(petitionCase).getLast().step()).isEqualTo("move-above");
        assertThat(steps(petitionCase).getLast().alerts()).containsExactly("group.petitions");
        assertThat(petitionCase.keepAbove(EDITION, later, at("2026-03-03T10:00")))
                .isFalse();
    }

    @Test
    void tellsOfASupplementNobodyWhoWasPutInItsOwnersPlaceMeanwhile() {
        PetitionCase petitionCase = crowd(AGAINST_LI_WEI);
        assertThat(petitionCase.assignment().owner()).isEqualTo("machinery.petitions");
        LoadedRulebook later = SampleConfiguration.edition(
                "officer: luo.min, name: 罗敏, email: luo.min@", "officer: li.wei, name: 李蔚, email: li.wei@");

        CaseSupplemented told = (CaseSupplemented) petitionCase
                .supplement("request-1", SampleCases.supplement("request-1"), EDITION, later, at("2026-03-03T10:00"))
                .orElseThrow();
        CaseWithdrawn ended = (CaseWithdrawn) petitionCase
                .withdraw("request-2", () -> Examined.NOTHING, EDITION, later, at("2026-03-03T11:00"))
                .orElseThrow();

        assertThat(told.alerts())
                .isNotEmpty()
                .doesNotContain("machinery.petitions")
                .isEqualTo(ended.alerts());
    }

    @Test
    void isKeptFromWhomASupplementMayMeanBeforeAnybodyIsToldOfIt() {
        PetitionCase petitionCase = SampleCases.appeal();
        SampleCases.take(petitionCase, Step.ACCEPT, turn(LI_WEI, "2026-03-03T10:00"));
        int before = petitionCase.recorded().size();

        add(petitionCase, "request-1", "li.wei");

        assertThat(petitionCase.guard().unclear()).isTrue();
        assertThat(petitionCase.guard().keepsOutOfficer("li.wei", EDITION.organisation()))
                .isTrue();
        assertThat(petitionCase
                        .recorded()
                        .subList(before, petitionCase.recorded().size()))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.toString())
                        .contains("restricted=true", "machinery.petitions")
                        .doesNotContain("plant-1"));
        assertThat(petitionCase.clocks().find("screening")).isPresent();
        assertThat(petitionCase.clocks().find("handle")).as("no date moves").isPresent();
        int told = petitionCase.recorded().size();
        add(petitionCase, "request-2", "li.wei");
        assertThat(petitionCase.recorded()).as("nothing new is found").hasSize(told + 1);
        assertThat(petitionCase.clocks().running()).hasSize(2);
    }

    @Test
    void comesBackToWhoHadItWhenWhatWasAddedMeansNobody() {
        PetitionCase petitionCase = SampleCases.appeal();
        SampleCases.take(petitionCase, new Command.Reassign("plant-1.petitions"), turn(LI_WEI, "2026-03-03T10:00"));
        add(petitionCase, "request-1", "peter.novak");
        assertThat(petitionCase.assignment().owner()).isEqualTo("group.petitions");

        screen(petitionCase, CHEN_JING, List.of());

        assertThat(petitionCase.assignment().owner()).isEqualTo("plant-1.petitions");
        assertThat(petitionCase.restricted()).isFalse();
        assertThat(petitionCase.guard()).isEqualTo(Exclusion.NONE);
    }

    @Test
    void isScreenedAfterItWasWithdrawnForWhatTheWithdrawalSays() {
        PetitionCase petitionCase = SampleCases.appeal();

        CaseWithdrawn ended = (CaseWithdrawn) petitionCase
                .withdraw(
                        "request-1",
                        SampleCases.adding("request-1", Set.of("li.wei")),
                        EDITION,
                        EDITION,
                        at("2026-03-02T11:00"))
                .orElseThrow();

        assertThat(ended.alerts()).containsExactly("machinery.petitions");
        assertThat(ended.restricted()).isTrue();
        assertThat(petitionCase.nextDueAt()).as("somebody has to look").isNotNull();
        screen(petitionCase, LUO_MIN, List.of("li.wei"));
        assertThat(petitionCase.guard().unclear()).isFalse();
        assertThat(petitionCase.nextDueAt()).isNull();
        assertThat(SampleCases.take(petitionCase, new Command.Screen(List.of()), turn(LUO_MIN, "2026-03-04T10:00")))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void staysOneLevelUpInAReviewWhoseWordsMeanSomebody() {
        PetitionCase petitionCase = SampleCases.appeal();
        SampleCases.take(petitionCase, Step.ACCEPT, turn(LI_WEI, "2026-03-03T10:00"));
        SampleCases.take(petitionCase, Step.GIVE_OPINION, turn(LI_WEI, "2026-03-04T10:00"));
        SampleCases.take(petitionCase, Step.SERVE, turn(LI_WEI, "2026-03-05T10:00"));
        add(petitionCase, "request-1", "li.wei");

        CaseStepTaken asked = (CaseStepTaken) petitionCase
                .askReview(
                        "request-2",
                        SampleCases.adding("request-2", Set.of("luo.min")),
                        at("2026-03-06T10:00"),
                        EDITION,
                        EDITION,
                        at("2026-03-06T10:00"))
                .orElseThrow();

        assertThat(asked.alerts()).as("the reviewer is meant").containsExactly("group.petitions");
        assertThat(petitionCase.clocks().find("screening").orElseThrow().state())
                .isEqualTo(Clock.State.RUNNING);
        screen(petitionCase, CHEN_JING, List.of());
        assertThat(petitionCase.assignment().owner()).isEqualTo("machinery.petitions");
    }

    @Test
    void keepsAReportFromTheOneOfTheDeskWhomASupplementMeans() {
        PetitionCase petitionCase = SampleCases.registered(Purpose.REPORT, "2026-03-02T10:00", "2026-03-02T10:00");

        add(petitionCase, "request-1", "bai.lu");

        assertThat(petitionCase.assignment().owner()).isEqualTo("discipline.secretary");
        assertThat(petitionCase.guard().unclear()).isFalse();

        // Whom earlier words mean stays out before whom the latest do, and no words take it from the desk.
        add(petitionCase, "request-2", "qin.zheng");

        assertThat(petitionCase.assignment().unit()).isEqualTo("discipline");
        assertThat(petitionCase.assignment().owner()).isEqualTo("discipline.secretary");
        assertThat(petitionCase.guard().keepsOut("discipline.desk", EDITION.organisation()))
                .isTrue();

        // Nor does who steps out leave the desk to nobody but whom words mean.
        SampleCases.take(
                petitionCase,
                new Command.Recuse("qin.zheng"),
                turn(new Actor("qin.zheng", "discipline.secretary"), "2026-03-03T10:00"));

        assertThat(petitionCase.assignment().owner()).isEqualTo("discipline.desk");
    }

    @Test
    void goesToWhoComesToTheDeskWhenNobodyCouldHaveIt() {
        PetitionCase petitionCase = crowd(
                Exclusion.against(Set.of("zhou.mingyuan", "chen.jing", "bai.lu", "qin.zheng"), EDITION.organisation()));
        assertThat(petitionCase.assignment().isHeld()).isFalse();
        LoadedRulebook later = SampleConfiguration.edition(
                "officer: bai.lu, name: 白鹭, email: bai.lu@", "officer: hu.ke, name: 胡可, email: hu.ke@");

        assertThat(petitionCase.keepAbove(EDITION, later, at("2026-03-03T10:00")))
                .isTrue();

        assertThat(petitionCase.assignment().owner()).isEqualTo("discipline.desk");
        assertThat(steps(petitionCase).getLast().alerts()).containsExactly("discipline.desk");
    }

    private static void add(PetitionCase petitionCase, String request, String meant) {
        assertThat(petitionCase.supplement(
                        request, SampleCases.adding(request, Set.of(meant)), EDITION, EDITION, at("2026-03-03T09:00")))
                .get()
                .isInstanceOf(CaseSupplemented.class);
    }

    @Test
    void countsForNobodyAmongEquals() {
        String line = "  - {topic: labour, unit: plant-1, owner: plant-1.labour}\n";
        LoadedRulebook sharing = SampleConfiguration.edition(
                "responsibility.yaml",
                line,
                line + "  - {topic: labour, unit: machinery, owners: [machinery.petitions, machinery.safety]}\n");
        PetitionCase petitionCase = crowd(AGAINST_LI_WEI);
        assertThat(petitionCase.assignment().owner()).isEqualTo("machinery.petitions");
        Roster roster = SampleCases.roster(at("2026-03-03T10:00"));

        petitionCase.countedIn(roster);

        assertThat(sharing.assigner()
                        .assign("machinery", Classification.chosen("labour.pay", "by"), Exclusion.NONE, roster)
                        .owner())
                .isEqualTo("machinery.petitions");
    }

    @Test
    void passesToTheNextWhenItsOwnerStepsOut() {
        PetitionCase petitionCase = SampleCases.appeal();
        Clocks before = petitionCase.clocks();

        Outcome outcome =
                SampleCases.take(petitionCase, new Command.Recuse("li.wei"), turn(LI_WEI, "2026-03-03T10:00"));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(petitionCase.assignment().owner()).isEqualTo("plant-1.director");
        assertThat(petitionCase.restricted()).isFalse();
        assertThat(steps(petitionCase).getLast().restricted())
                .as("elsewhere it is neither shown nor counted")
                .isTrue();
        assertThat(petitionCase.clocks()).isEqualTo(before);
        assertThat(SampleCases.take(petitionCase, new Command.Recuse("nobody"), turn(LI_WEI, "2026-03-03T10:00")))
                .isEqualTo(new Outcome.Wrong("officer", "no-such-officer"));
    }

    private static void screen(PetitionCase petitionCase, Actor by, List<String> accused) {
        assertThat(SampleCases.take(petitionCase, new Command.Screen(accused), turn(by, "2026-03-03T10:00")))
                .isInstanceOf(Outcome.Done.class);
    }

    private static List<CaseStepTaken> steps(PetitionCase petitionCase) {
        return petitionCase.recorded().stream()
                .filter(CaseStepTaken.class::isInstance)
                .map(CaseStepTaken.class::cast)
                .toList();
    }

    /** A case of sixty people, kept from some. */
    private static PetitionCase crowd(Exclusion guard) {
        Registration one = SampleCases.appeal().registration();
        PetitionCase made = new PetitionCase("petition-1");
        made.register(
                new Registration(
                        one.petition().confirmed(60),
                        one.classification(),
                        guard.secret() ? EDITION.assigner().guarded(guard) : one.assignment(),
                        1),
                guard,
                EDITION,
                at("2026-03-02T10:00"));
        return made;
    }
}
