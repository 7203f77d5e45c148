package org.redress.notification.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.Samples.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotificationTest {

    private static final Instant REAL = Instant.parse("2026-11-22T00:00:00Z");

    private final Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofDays(5), 0);
    private final Notification notification = new Notification(
            new Plan(
                    "e",
                    "case.rung-reached.v1",
                    "p",
                    NOW,
                    Visibility.UNKNOWN,
                    false,
                    Facts.NONE,
                    List.of(
                            Plan.Message.planned(Template.DUE, "post-a"),
                            Plan.Message.planned(Template.DUE, "post-b"),
                            Plan.Message.inDigest(Template.DUE, "post-c"))),
            REAL);

    @Test
    void isDueAtOnceForItsMailsAndWaitsForTheDigestWithItsLines() {
        assertThat(notification.dueAt("email")).isEqualTo(REAL);
        assertThat(notification.due("email", REAL)).extracting(Entry::recipient).containsExactly("post-a", "post-b");
        assertThat(notification.undigested()).containsExactly("post-c");
    }

    @Test
    void tellsOnceThatAMailWasSent() {
        settle(0, new Outcome.Sent("<m>"));
        settle(0, new Outcome.Sent("<m>"));

        assertThat(notification.sequence()).isEqualTo(1);
        assertThat(notification.entries().getFirst().state()).isEqualTo(Entry.State.SENT);
        assertThat(notification.entries().getFirst().messageId()).isEqualTo("<m>");
    }

    @Test
    void tellsThatAMailFailedAndNeverTriesItAgain() {
        settle(0, new Outcome.Refused("smtp-550"));
        settle(1, new Outcome.Sent("<m>"));
        notification.release("email");

        assertThat(notification.sequence()).isEqualTo(2);
        assertThat(notification.entries().getFirst().state()).isEqualTo(Entry.State.FAILED);
        assertThat(notification.dueAt("email")).isNull();
    }

    @Test
    void triesAgainAfterTwiceAsLongEachTimeUpToALimit() {
        assertThat(List.of(0, 1, 2, 6, 7, 1_000))
                .extracting(attempts ->
                        Duration.between(REAL, backoff.next(attempts, REAL)).toSeconds())
                .containsExactly(10L, 20L, 40L, 640L, 900L, 900L);
    }

    @Test
    void comesBackWhenTheFirstOfItsMailsIsDueAgain() {
        settle(0, new Outcome.Later("smtp-451"));
        settle(1, new Outcome.Sent("<m>"));
        notification.release("email");

        assertThat(notification.dueAt("email")).isEqualTo(REAL.plusSeconds(10));
        assertThat(notification.due("email", REAL.plusSeconds(9))).isEmpty();
        assertThat(notification.due("email", REAL.plusSeconds(10))).hasSize(1);
        assertThat(notification.entries().getFirst().attempts()).isEqualTo(1);
    }

    @Test
    void countsNoTryWhereNothingWasTried() {
        settle(0, new Outcome.Untried());
        notification.release("email");

        assertThat(notification.entries().getFirst().attempts()).isZero();
        assertThat(notification.dueAt("email")).isEqualTo(REAL);
    }

    @Test
    void countsPatienceFromTheFirstTryNotFromThePlan() {
        Instant late = REAL.plus(Duration.ofDays(6));

        notification.settle(0, new Outcome.Later("smtp-451"), NOW, late, backoff);

        assertThat(notification.entries().getFirst().state()).isEqualTo(Entry.State.WAITING);
    }

    @Test
    void givesUpWhenPatienceIsSpent() {
        settle(0, new Outcome.Later("smtp-451"));
        notification.settle(
                0,
                new Outcome.Later("smtp-451"),
                NOW,
                REAL.plus(Duration.ofDays(5)).plusSeconds(1),
                backoff);

        assertThat(notification.entries().getFirst().state()).isEqualTo(Entry.State.FAILED);
        assertThat(notification.entries().getFirst().reason()).isEqualTo("gave-up:smtp-451");
        assertThat(notification.sequence()).isEqualTo(1);
    }

    @Test
    void givesUpWhatCanNeverBeWrittenCountedFromThePlan() {
        notification.settle(0, new Outcome.Unready("no-contact-yet"), NOW, REAL.plus(Duration.ofDays(6)), backoff);

        assertThat(notification.entries().getFirst().reason()).isEqualTo("gave-up:no-contact-yet");
    }

    @Test
    void sendsWhatFailedAsIfItHadNeverBeenTried() {
        Instant later = REAL.plus(Duration.ofDays(30));
        settle(0, new Outcome.Refused("smtp-550"));
        settle(1, new Outcome.Sent("<m>"));
        notification.release("email");

        assertThat(notification.sendAgain(0, later)).isTrue();
        assertThat(notification.sendAgain(1, later)).isFalse();

        assertThat(notification.dueAt("email")).isEqualTo(later);
        assertThat(notification.due("email", later))
                .extracting(Entry::recipient)
                .containsExactly("post-a");
        notification.settle(0, new Outcome.Later("smtp-451"), NOW, later, backoff);
        assertThat(notification.entries().getFirst().attempts()).isEqualTo(1);
        notification.settle(0, new Outcome.Sent("<m>"), NOW, later, backoff);
        assertThat(notification.sequence()).isEqualTo(3);
    }

    @Test
    void saysNothingOfAMailThatIsNotToBeSent() {
        settle(0, new Outcome.Suppressed(Reason.NOT_IN_SCOPE));

        assertThat(notification.sequence()).isZero();
        assertThat(notification.entries().getFirst().state()).isEqualTo(Entry.State.SUPPRESSED);
    }

    @Test
    void namesAMessageByItsEntryForEver() {
        assertThat(Notification.nameOf("e.0"))
                .isEqualTo(Notification.nameOf(notification.entryId(0)))
                .isNotEqualTo(Notification.nameOf(notification.entryId(1)));
    }

    @Test
    void lengthensAWaitAtRandomWithinItsShare() {
        Backoff spread = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofDays(5), 0.5);

        assertThat(Stream.generate(() -> Duration.between(REAL, spread.next(0, REAL)))
                        .limit(50)
                        .toList())
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15)))
                .doesNotContainSequence(Duration.ofSeconds(10), Duration.ofSeconds(10))
                .anySatisfy(wait -> assertThat(wait).isGreaterThan(Duration.ofSeconds(10)));
    }

    private void settle(int number, Outcome outcome) {
        notification.settle(number, outcome, NOW, REAL, backoff);
    }
}
