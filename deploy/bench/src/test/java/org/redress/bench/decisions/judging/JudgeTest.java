package org.redress.bench.decisions.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.bench.decisions.walking.Message;
import org.redress.bench.decisions.walking.Run;
import org.redress.bench.faults.judging.Place;
import org.redress.bench.faults.judging.TopicRecord;
import org.redress.contracts.Topic;

/** What a run must not come to is planted, and found. */
class JudgeTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant HALF = at("2026-03-13T09:00");
    private static final Instant MISSED = at("2026-03-24T00:00");
    private static final LocalDate DUE_ON = LocalDate.parse("2026-03-23");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static CaseOutcome outcome(String repliedAt, String state, RungOutcome... rungs) {
        Message message = new Message(
                "7", "s", "t", "r", LocalDateTime.parse("2026-03-06T10:00"), LocalDateTime.parse(repliedAt), false);
        return new CaseOutcome(
                message, "p", LocalDate.parse("2026-03-06"), DUE_ON, state, at(repliedAt), List.of(rungs));
    }

    private static CaseOutcome late() {
        return outcome("2026-03-24T08:00", "late", rung("half", HALF, HALF), rung("due", MISSED, MISSED));
    }

    private static CaseOutcome met() {
        return outcome("2026-03-23T23:59", "met", rung("half", HALF, HALF), rung("due", MISSED, null));
    }

    private static RungOutcome rung(String name, Instant dueAt, @Nullable Instant firedAt) {
        return new RungOutcome(name, name.equals("half") ? 0 : 1, dueAt, firedAt);
    }

    private static TopicRecord told(String rung, long sequence) {
        Place place = new Place("p", 1, sequence);
        String event = "e" + sequence;
        String name = "notice of 2026-03-06 " + rung;
        return new TopicRecord(Topic.CASES, place, event, "rung.reached.v1", event, "", "", name, true);
    }

    private static List<String> judged(CaseOutcome outcome, TopicRecord... told) {
        Judge judge = new Judge(Run.A, ZONE, Firings.of(List.of(told)));
        judge.judge(outcome);
        return judge.complaints();
    }

    private static List<String> judgedWith(UnaryOperator<RungOutcome> change, CaseOutcome good, TopicRecord... told) {
        List<RungOutcome> rungs = new ArrayList<>(good.rungs());
        rungs.replaceAll(rung -> rung.name().equals("due") ? change.apply(rung) : rung);
        return judged(
                new CaseOutcome(
                        good.message(),
                        good.petitionId(),
                        good.startedOn(),
                        good.dueOn(),
                        good.state(),
                        good.endedAt(),
                        rungs),
                told);
    }

    @Test
    void findsNothingWhereLateAndInTimeAreAsTheyHaveToBe() {
        assertThat(judged(late(), told("half", 2), told("due", 3))).isEmpty();
        assertThat(judged(met(), told("half", 2))).isEmpty();
    }

    @Test
    void takesTheSameEventTwiceOnTheTopicForOne() {
        assertThat(judged(late(), told("half", 2), told("due", 3), told("due", 3)))
                .isEmpty();
    }

    @Test
    void findsADecisionAfterTheLastDayThatCountsAsInTime() {
        CaseOutcome wrong = outcome("2026-03-24T08:00", "met", rung("half", HALF, HALF), rung("due", MISSED, MISSED));

        assertThat(judged(wrong, told("half", 2), told("due", 3)))
                .anyMatch(complaint -> complaint.contains("is met, due on 2026-03-23"));
    }

    @Test
    void findsALimitThatFiredThoughItWasKept() {
        assertThat(judgedWith(due -> rung("due", MISSED, MISSED), met(), told("half", 2), told("due", 3)))
                .anyMatch(complaint -> complaint.contains("is met and has fired"))
                .anyMatch(complaint -> complaint.contains("due, due at"));
    }

    @Test
    void findsALimitThatDidNotFire() {
        assertThat(judgedWith(due -> rung("due", MISSED, null), late(), told("half", 2)))
                .anyMatch(complaint -> complaint.contains("is late and has fired []"))
                .anyMatch(complaint -> complaint.contains("has fired: false"));
    }

    @Test
    void findsALimitThatWasToldTwice() {
        assertThat(judged(late(), told("half", 2), told("due", 3), told("due", 4)))
                .singleElement()
                .asString()
                .contains("was told 2 times");
    }

    @Test
    void findsALimitThatFiredAtAnotherMoment() {
        Instant later = MISSED.plusSeconds(1);

        assertThat(judgedWith(due -> rung("due", MISSED, later), late(), told("half", 2), told("due", 3)))
                .singleElement()
                .asString()
                .contains("fired at " + later);
    }

    @Test
    void findsALimitThatIsMissedAtAnotherMoment() {
        Instant nine = at("2026-03-24T09:00");

        assertThat(judgedWith(due -> rung("due", nine, null), met(), told("half", 2)))
                .singleElement()
                .asString()
                .contains("is missed at " + nine);
    }

    @Test
    void findsACaseThatStartsOrEndsAtAnotherMoment() {
        CaseOutcome good = met();
        CaseOutcome wrong = new CaseOutcome(
                good.message(), "p", LocalDate.parse("2026-03-07"), DUE_ON, "met", at("2026-03-23T23:58"), List.of());

        assertThat(judged(wrong))
                .anyMatch(complaint -> complaint.contains("starts on 2026-03-07"))
                .anyMatch(complaint -> complaint.contains("ended at"));
    }
}
