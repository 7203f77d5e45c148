package org.redress.intake.petitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.petitions.Samples.submission;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.intake.TestKeys;

class SubmissionDigestsTest {

    private static final Submitter HOTLINE = Submitter.adapter("hotline");

    private final SubmissionDigests digests = new SubmissionDigests(TestKeys.mac());

    @Test
    void takesComposedAndDecomposedLettersForTheSame() {
        assertSame(submission(HOTLINE, "café", "k"), submission(HOTLINE, "cafe\u0301", "k"));
    }

    @Test
    void leavesOutBlanksAround() {
        assertSame(submission(HOTLINE, "text", "k"), submission(HOTLINE, "  text\n", "k"));
    }

    @Test
    void leavesOutWhenItWasReceived() {
        assertSame(
                submission(HOTLINE, "text", "k", "7", Instant.EPOCH),
                submission(HOTLINE, "text", "k", "7", Instant.EPOCH.plusSeconds(60)));
    }

    @Test
    void countsTheDayThatTheDeskWroteThoughTodayMeansNow() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        Submission today = atTheDesk(null, day);

        assertSame(today, atTheDesk(Instant.parse("2026-03-01T16:00:00Z"), day));
        assertOther(today, atTheDesk(null, day.minusDays(1)));
    }

    private static Submission atTheDesk(@Nullable Instant receivedAt, LocalDate written) {
        Submission one = submission(Submitter.atTheDesk("office"), "text", "k", null, receivedAt);
        return new Submission(
                one.submitter(),
                one.channel(),
                one.purpose(),
                one.unit(),
                one.content(),
                one.contact(),
                one.headCount(),
                one.occurredOn(),
                one.receivedAt(),
                one.externalId(),
                one.origin(),
                one.idempotencyKey(),
                new Submission.Written(written, null));
    }

    @Test
    void tellsOtherWordsApart() {
        assertOther(submission(HOTLINE, "text", "k"), submission(HOTLINE, "texT", "k"));
        assertOther(submission(HOTLINE, "text", "k", "7", null), submission(HOTLINE, "text", "k", "8", null));
    }

    @Test
    void keepsKeysOfClientsApart() {
        assertThat(digests.keys(submission(HOTLINE, "text", "k")))
                .isEqualTo(digests.keys(submission(HOTLINE, "other", "k")))
                .doesNotContainAnyElementsOf(digests.keys(submission(Submitter.adapter("mail"), "text", "k")))
                .doesNotContainAnyElementsOf(digests.keys(submission(Submitter.PUBLIC, "text", "k")));
    }

    @Test
    void keepsNumbersAndKeysApart() {
        assertThat(digests.keys(submission(HOTLINE, "text", "7")))
                .doesNotContainAnyElementsOf(digests.keys(submission(HOTLINE, "text", null, "7", null)));
    }

    @Test
    void saysWhichKeyWasRecognised() {
        Submission first = submission(HOTLINE, "text", "k", "7", null);

        assertThat(digests.recognisedBy(submission(HOTLINE, "x", "k", "8", null), digests.keys(first)))
                .isEqualTo("Idempotency-Key");
        assertThat(digests.recognisedBy(submission(HOTLINE, "x", "l", "7", null), digests.keys(first)))
                .isEqualTo("externalId");
    }

    @Test
    void revealsNeitherKeyNorContent() {
        Submission submission = submission(HOTLINE, "text", "visible-key");

        assertThat(digests.keys(submission)).hasSize(1).noneMatch(key -> key.contains("visible"));
        assertThat(digests.content(submission, digests.keyId())).hasSize(43);
    }

    private void assertSame(Submission first, Submission second) {
        assertThat(digests.isContent(second, digests.keyId(), digests.content(first, digests.keyId())))
                .isTrue();
    }

    private void assertOther(Submission first, Submission second) {
        assertThat(digests.isContent(second, digests.keyId(), digests.content(first, digests.keyId())))
                .isFalse();
    }
}
