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
import org.redress.contracts.Json;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.routing.organisation.Exclusion;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.ContactOutcome;
import org.redress.routing.procedure.ContactWay;
import org.redress.routing.procedure.Step;

/** Words that open to named officers alone 限定阅看, and care 关怀转介. */
class LimitingTest {

    private static final Actor CHEN_JING = new Actor("chen.jing", "group.petitions");
    private static final Actor QIAN_YUN = new Actor("qian.yun", "plant-1.petitions");
    private static final Actor LUO_MIN = new Actor("luo.min", "machinery.petitions");
    private static final Actor ZHAO_GANG = new Actor("zhao.gang", "plant-1.director");
    private static final Actor LIN_FENG = new Actor("lin.feng", "machinery.manager");
    private static final Actor TANG_YI = new Actor("tang.yi", "group.community");
    private static final Actor ZHOU_MINGYUAN = new Actor("zhou.mingyuan", "group.president");
    private static final Command.LimitReading LIMIT =
            new Command.LimitReading(List.of("plant-1.petitions", "group.community"));

    private final PetitionCase petitionCase = SampleCases.appeal();

    @Test
    void isLimitedByTheOfficeOrTheHolderAndByNobodyElse() {
        for (Actor by : List.of(ZHAO_GANG, LIN_FENG, TANG_YI, ZHOU_MINGYUAN, new Actor("someone", Caller.OVERSEER))) {
            assertRefused(take(petitionCase, LIMIT, now(by)), CaseRule.OFFICE_LIMITS);
        }

        assertThat(told(take(petitionCase, LIMIT, now(CHEN_JING))))
                .containsExactly("plant-1.petitions", "group.community", "plant-1.labour", "group.president");
        assertThat(take(SampleCases.appeal(), LIMIT, now(LI_WEI))).isInstanceOf(Outcome.Done.class);
        assertThat(take(SampleCases.appeal(), LIMIT, now(QIAN_YUN))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void opensToTheNamedAndWhoLimitedItAndNotToItsHolder() {
        take(petitionCase, LIMIT, now(CHEN_JING));

        assertThat(Set.of("chen.jing", "qian.yun", "tang.yi")).noneMatch(petitionCase::isLimitedFor);
        assertThat(Set.of("li.wei", "zhao.gang", "lin.feng", "luo.min", "zhou.mingyuan"))
                .allMatch(petitionCase::isLimitedFor);
    }

    @Test
    void namesWhoLimitsItAndNotWhomTheyStandInFor() {
        take(petitionCase, LIMIT, now(new Actor("qian.yun", "plant-1.labour")));

        assertThat(petitionCase.isLimitedFor("qian.yun")).isFalse();
        assertThat(petitionCase.isLimitedFor("li.wei")).isTrue();
    }

    @Test
    void isLimitedOnlyToSomebodyWhoCanHandleIt() {
        assertThat(take(petitionCase, new Command.LimitReading(List.of("nobody")), now(CHEN_JING)))
                .isEqualTo(new Outcome.Wrong("posts[0]", "no-such-post"));
        take(petitionCase, LIMIT, now(CHEN_JING));
        assertThat(take(petitionCase, new Command.LimitReading(List.of("group.community")), now(TANG_YI)))
                .isEqualTo(new Outcome.Wrong("posts", "nobody-handles"));
    }

    @Test
    void isWidenedByNothingButTheNamedAndTheOfficeAbove() {
        PetitionCase limited = SampleCases.appeal();
        take(limited, new Command.LimitReading(List.of("plant-1.petitions")), now(QIAN_YUN));
        take(limited, new Command.Reassign("plant-2.petitions"), now(ZHAO_GANG));
        assertThat(limited.assignment().owner()).isEqualTo("plant-2.petitions");
        assertThat(limited.isLimitedFor("pan.xue")).isTrue();

        Command.LimitReading wider = new Command.LimitReading(List.of("plant-1.petitions", "plant-2.petitions"));
        for (Actor by : List.of(ZHAO_GANG, LIN_FENG, ZHOU_MINGYUAN, new Actor("pan.xue", "plant-2.petitions"))) {
            assertRefused(take(limited, wider, now(by)), CaseRule.NAMED_OR_ABOVE_CHANGE);
            assertRefused(take(limited, Step.LIFT_LIMIT, now(by)), CaseRule.NAMED_OR_ABOVE_CHANGE);
        }
        take(limited, wider, now(LUO_MIN));
        assertThat(limited.isLimitedFor("pan.xue")).isFalse();
        assertThat(limited.isLimitedFor("luo.min"))
                .as("who names others names not themselves")
                .isTrue();
        take(limited, Step.LIFT_LIMIT, now(QIAN_YUN));
        assertThat(limited.isLimitedFor("zhao.gang")).isFalse();
    }

    /** Otherwise whoever holds it would name themselves, and read what was for the named alone. */
    @Test
    void isLimitedAgainAfterItWasLiftedByNobodyBesideThem() {
        take(petitionCase, LIMIT, now(CHEN_JING));
        take(petitionCase, Step.LIFT_LIMIT, now(QIAN_YUN));

        assertRefused(take(petitionCase, LIMIT, now(LI_WEI)), CaseRule.NAMED_OR_ABOVE_CHANGE);
        assertThat(petitionCase.isNamed("li.wei")).isFalse();
        take(petitionCase, LIMIT, now(QIAN_YUN));
        assertThat(petitionCase.isLimited()).isTrue();
    }

    @Test
    void namesWhoHasItWhereItIsAboutAllOfTheNamedButNotWhereTheyAreMadeToStepOut() {
        take(petitionCase, new Command.LimitReading(List.of("plant-1.petitions")), now(QIAN_YUN));
        take(petitionCase, new Command.Recuse("qian.yun"), now(ZHAO_GANG));
        assertThat(Set.of("li.wei", "zhao.gang", "luo.min")).allMatch(petitionCase::isLimitedFor);

        PetitionCase accusing = SampleCases.appeal();
        take(accusing, new Command.LimitReading(List.of("plant-1.petitions")), now(QIAN_YUN));
        take(accusing, new Command.Screen(List.of("qian.yun")), now(LUO_MIN));
        String holder = EDITION.organisation()
                .posts()
                .get(accusing.assignment().owner())
                .officer();
        assertThat(accusing.isLimitedFor(holder)).isFalse();
        assertThat(accusing.isLimitedFor("zhou.mingyuan")).isTrue();
    }

    @Test
    void letsNobodyElseTryWhatItSays() {
        take(petitionCase, LIMIT, now(CHEN_JING));

        for (Step step : List.of(Step.REDACT, Step.SET_HEADING)) {
            assertRefused(take(petitionCase, step, now(LI_WEI)), CaseRule.NAMED_ONLY);
            assertThat(petitionCase.closedSteps(now(QIAN_YUN))).doesNotContainKey(step);
        }
        assertThat(take(petitionCase, Step.ASK_PART, now(LI_WEI))).isEqualTo(new Outcome.Wrong("post", "not-named"));
    }

    @Test
    void asksOneOfTheNamedToCareAndNobodyWhoGuards() {
        Command.AskNamed care =
                new Command.AskNamed("group.community", now(CHEN_JING).day());
        assertRefused(take(petitionCase, care, now(CHEN_JING)), CaseRule.NOT_LIMITED);
        take(petitionCase, LIMIT, now(CHEN_JING));
        assertRefused(take(petitionCase, care, now(LI_WEI)), CaseRule.NAMED_ONLY);
        assertThat(take(petitionCase, new Command.AskNamed("plant-1.labour", care.on()), now(CHEN_JING)))
                .isEqualTo(new Outcome.Wrong("post", "not-named"));

        assertThat(told(take(petitionCase, care, now(CHEN_JING))))
                .containsExactly("plant-1.petitions", "group.community");
        assertRefused(take(petitionCase, care, now(CHEN_JING)), CaseRule.ASKED_ALREADY);
        assertThat(petitionCase.waits).containsExactly("named:tang.yi");
    }

    @Test
    void tellsNobodyButTheNamedThatItIsCare() {
        take(petitionCase, LIMIT, now(CHEN_JING));
        int lines = petitionCase.history().size();
        CaseStepTaken limited = step(take(petitionCase, LIMIT, now(CHEN_JING)));
        CaseStepTaken asked = step(petitionCase.take(
                new Command.AskNamed("group.community", now(CHEN_JING).day()), text("asked"), now(CHEN_JING)));
        CaseStepTaken noted = step(petitionCase.take(
                new Command.NoteNamed(
                        ContactWay.CALL,
                        ContactOutcome.REACHED,
                        now(TANG_YI).day().plusDays(2)),
                text("noted"),
                turn(TANG_YI, "2026-03-03T15:00")));

        assertThat(petitionCase.changedAt())
                .as("as a list shows it")
                .isEqualTo(now(CHEN_JING).now());
        assertThat(List.of(limited.step(), asked.step(), noted.step())).containsOnly("limit-reading");
        assertThat(asked.clocks()).isEqualTo(limited.clocks());
        assertThat(noted.clocks()).isEqualTo(limited.clocks());
        assertThat(noted.petitionerSees()).isFalse();
        for (CaseEvent event : List.of(asked, noted)) {
            assertThat(Json.MAPPER.writeValueAsString(event)).doesNotContain("named", "care", "关怀");
        }
        assertThat(petitionCase.historyFor("tang.yi")).hasSize(lines + 3);
        assertThat(petitionCase.historyFor("li.wei")).hasSize(lines + 1).allSatisfy(line -> {
            assertThat(line.name()).doesNotContain("named");
            assertThat(line.detail() == null || !line.detail().contains("post")).isTrue();
        });
        assertThat(petitionCase.textsFor("li.wei"))
                .hasSize(petitionCase.texts().size() - 2)
                .allSatisfy(text -> assertThat(text.digest()).isNull());
        assertThat(petitionCase.closedSteps(now(LI_WEI)))
                .as("as where nobody is asked")
                .containsEntry(Step.ASK_NAMED, CaseRule.NAMED_ONLY)
                .containsEntry(Step.NOTE_NAMED, CaseRule.NAMED_ONLY);
    }

    @Test
    void keepsTheWordsOfCareAmongTheNamedWhenTheLimitIsLifted() {
        take(petitionCase, LIMIT, now(CHEN_JING));
        String words = "asked";
        petitionCase.take(new Command.AskNamed("group.community", now(CHEN_JING).day()), text(words), now(CHEN_JING));
        take(petitionCase, Step.LIFT_LIMIT, now(QIAN_YUN));

        assertThat(petitionCase.isReadableFor(
                        words, "li.wei", EDITION.organisation(), now(LI_WEI).day()))
                .isFalse();
        assertThat(petitionCase.isReadableFor(
                        words, "tang.yi", EDITION.organisation(), now(LI_WEI).day()))
                .isTrue();
        assertThat(petitionCase.historyFor("li.wei")).noneMatch(line -> words.equals(line.textId()));
    }

    @Test
    void tellsTheNamedAloneOnceThatTheDayOfAContactHasPassed() {
        take(petitionCase, LIMIT, now(CHEN_JING));
        Instant before = petitionCase.clocks().nextDueAt().orElseThrow();
        take(
                petitionCase,
                new Command.AskNamed("group.community", now(CHEN_JING).day()),
                now(CHEN_JING));
        Instant midnight = at("2026-03-04T00:00");
        assertThat(petitionCase.nextDueAt()).isEqualTo(midnight).isBefore(before);
        assertThat(petitionCase.remind(EDITION, EDITION.organisation(), midnight.minusMillis(1)))
                .isEmpty();

        CaseStepTaken told =
                petitionCase.remind(EDITION, EDITION.organisation(), midnight).orElseThrow();
        assertThat(told.step()).isEqualTo("limit-reading");
        assertThat(told.alerts()).containsExactly("group.petitions", "plant-1.petitions", "group.community");
        assertThat(petitionCase.remind(EDITION, EDITION.organisation(), midnight))
                .isEmpty();
        assertThat(petitionCase.nextDueAt()).isEqualTo(before);
    }

    @Test
    void isNoClockAndNoPartAndEndsWithTheCase() {
        take(petitionCase, LIMIT, now(CHEN_JING));
        int clocks = petitionCase.clocks().all().size();
        Instant listed = petitionCase.dueAt();
        take(
                petitionCase,
                new Command.AskNamed("group.community", now(CHEN_JING).day()),
                now(CHEN_JING));

        assertThat(petitionCase.clocks().all()).hasSize(clocks);
        assertThat(petitionCase.parts()).isEmpty();
        assertThat(petitionCase.dueAt()).as("no list of what is late").isEqualTo(listed);
        take(petitionCase, Step.DECLINE, now(LI_WEI));
        take(petitionCase, Step.CLOSE, now(LI_WEI));
        assertThat(petitionCase.nextDueAt()).isNull();
        assertThat(petitionCase.waits).isNull();
    }

    @Test
    void isNoNewGuard() {
        take(petitionCase, LIMIT, now(CHEN_JING));

        assertThat(petitionCase.guard()).isEqualTo(Exclusion.NONE);
        assertThat(petitionCase.apart())
                .as("everybody with a right to it sees that it is there")
                .isFalse();
    }

    private static CaseText text(String id) {
        return new CaseText(id, CaseText.Kind.NOTE, "digest", SampleCases.SEALED);
    }

    private static Turn now(Actor by) {
        return turn(by, "2026-03-03T10:00");
    }

    private static CaseStepTaken step(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (CaseStepTaken) ((Outcome.Done) outcome).event();
    }

    private static List<String> told(Outcome outcome) {
        return step(outcome).alerts();
    }

    private static void assertRefused(Outcome outcome, CaseRule rule) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).rule()).isEqualTo(rule);
    }
}
