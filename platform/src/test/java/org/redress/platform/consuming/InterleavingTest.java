package org.redress.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.platform.consuming.World.Budget;

/**
 * Walks every interleaving of two publishers, a consumer of batches and a resend, with a crash at any step, a send that
 * timed out (delivered or not), redelivery, a bad event and a restore, shortest schedules first, over the very rules of
 * production. With a rule broken the same walk ends in the shortest schedule that goes wrong.
 */
class InterleavingTest {

    private static final String WALK =
            "{0} events, {1} crashes, {2} timeouts, {3} resends, {4} restores, bad {5}.{6}: {7} states";
    private static final Budget ALL = new Budget(2, 1, 1, 1, 0);

    @ParameterizedTest(name = WALK)
    @CsvSource({
        "1, 1, 1, 1, 0, 1, 1, 11142",
        "1, 1, 1, 1, 1, 1, 1, 27561",
        "2, 1, 1, 1, 0, 0, 0, 87609",
        "2, 1, 1, 1, 0, 1, 2, 295705",
        "2, 1, 1, 0, 1, 0, 0, 402151",
        "2, 0, 0, 1, 1, 2, 1, 50257",
        "4, 0, 0, 1, 0, 1, 3, 347974",
    })
    void appliesEveryEventOnceAndInOrderWhateverHappens(
            int events, int crashes, int timeouts, int resends, int restores, int badEpoch, int bad, int states) {
        walk(events, crashes, timeouts, resends, restores, badEpoch, bad, states);
    }

    @ParameterizedTest(name = WALK)
    @EnabledIfEnvironmentVariable(named = "REDRESS_THOROUGH", matches = "true")
    @CsvSource({
        "2, 0, 1, 1, 1, 2, 1, 858246",
        "2, 1, 0, 1, 1, 2, 1, 554370",
        "2, 1, 1, 1, 0, 1, 1, 3916971",
        "2, 0, 0, 1, 1, 1, 1, 742551",
        "3, 1, 1, 0, 0, 0, 0, 1238963",
        "3, 0, 0, 1, 0, 1, 1, 1655511",
        "3, 0, 0, 0, 1, 1, 2, 573343",
        "4, 1, 0, 0, 0, 0, 0, 885044",
        "4, 0, 1, 0, 0, 0, 0, 1622519",
        "4, 0, 0, 0, 0, 1, 1, 546815",
    })
    void appliesEveryEventOnceAndInOrderInTheLongWalks(
            int events, int crashes, int timeouts, int resends, int restores, int badEpoch, int bad, int states) {
        walk(events, crashes, timeouts, resends, restores, badEpoch, bad, states);
    }

    private static void walk(
            int events, int crashes, int timeouts, int resends, int restores, int badEpoch, int bad, int states) {
        Budget budget = new Budget(events, crashes, timeouts, resends, restores);
        Walk walk = new Walk(new World(Rules.PRODUCTION, budget, badEpoch == 0 ? null : Fact.of(badEpoch, bad)));

        assertThat(walk.failure()).as("after %d states", walk.states()).isEmpty();
        assertThat(walk.states()).isEqualTo(states);
    }

    @Test
    void losesAnEventWhenMoreThanTheAcknowledgedPrefixIsCleared() {
        assertThat(failure(Rules.PRODUCTION.clearing((read, acknowledged) -> read), ALL, null))
                .isEqualTo("append, publisher reads [1.1], sending 1.1 times out, lost, publisher archives [1.1]"
                        + " => archived what the broker does not have");
    }

    @Test
    void appliesOutOfOrderWithoutTheGate() {
        Rules open = Rules.PRODUCTION.judging((at, record) -> new Verdict.Apply(
                new Position(record.epoch(), record.sequence(), false, record.eventId()), record.epoch() > at.epoch()));

        assertThat(failure(open, ALL, null))
                .isEqualTo("append, append, publisher reads [1.1, 1.2], sending 1.1 times out, lost,"
                        + " publisher sends 1.2, consumer takes [1.2], consumer: applies 1.2"
                        + " => not once and in order: applied [1.2] at 1.2");
    }

    @Test
    void leavesAHoleWithoutParking() {
        Rules skipping = Rules.PRODUCTION.treatingBad((bad, at) -> List.of(
                new Step.KeepLetter<>(bad, true),
                new Step.Mark<>(bad, at, new Position(bad.epoch(), bad.sequence(), false))));

        assertThat(failure(skipping, ALL, Fact.of(1, 1)))
                .isEqualTo("append, publisher reads [1.1], publisher sends 1.1, consumer takes [1.1],"
                        + " consumer: applies 1.1, consumer: dead letter 1.1, consumer: marks 1.1"
                        + " => not once and in order: applied [] at 1.1");
    }

    @Test
    void neverGetsTheSnapshotWhenAResendBeginsAfterTheSequenceOfAnotherEpoch() {
        Rules blind = Rules.PRODUCTION.beginning((at, newest) -> at.last() + 1);

        assertThat(failure(blind, new Budget(2, 0, 0, 1, 1), Fact.of(2, 1)))
                .endsWith("consumer: dead letter 2.1, consumer: notes the cause, consumer: marks 1.1 parked,"
                        + " consumer commits its offset => comes by one resend to 1.1 instead of 2.1");
    }

    @Test
    void losesAnEventWhenAResendReadsTheArchiveAlone() {
        assertThat(failure(Rules.PRODUCTION.archiveOnly(), ALL, Fact.of(1, 1)))
                .isEqualTo("append, publisher reads [1.1], publisher sends 1.1, consumer takes [1.1],"
                        + " consumer: applies 1.1, consumer: dead letter 1.1, consumer: notes the cause,"
                        + " consumer: marks 1.0 parked, consumer commits its offset, redrive after 1.0 parked,"
                        + " resend sends [], publisher archives [1.1], publisher clears [1.1]"
                        + " => one resend brings in up to 1.0 only");
    }

    private static String failure(Rules rules, Budget budget, @Nullable Fact bad) {
        return new Walk(new World(rules, budget, bad)).failure().orElse("none");
    }
}
