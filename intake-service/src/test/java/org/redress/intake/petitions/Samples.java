package org.redress.intake.petitions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent;

/** Submissions for tests. */
public final class Samples {

    private Samples() {}

    public static Submission submission(Submitter submitter, String text, @Nullable String key) {
        return submission(submitter, text, key, null, null);
    }

    public static Submission submission(
            Submitter submitter,
            String text,
            @Nullable String key,
            @Nullable String externalId,
            @Nullable Instant receivedAt) {
        return new Submission(
                submitter,
                Channel.WEB,
                Purpose.APPEAL,
                null,
                new PetitionContent("主题", text, null, List.of()),
                null,
                HeadCount.known(1),
                null,
                receivedAt,
                externalId,
                null,
                key,
                new Submission.Written(null, null));
    }
}
