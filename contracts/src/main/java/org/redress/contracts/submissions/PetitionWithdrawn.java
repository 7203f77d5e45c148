package org.redress.contracts.submissions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.Sealed;
import org.redress.contracts.WireType;

/**
 * The petitioner asked to withdraw a petition 撤回; whether its case still can be is routing's to say.
 *
 * @param requestId id of the request, by which the petitioner is told what became of it
 * @param takenAt when intake took it
 * @param reason the petitioner's words in UTF-8; field name {@link #fieldOf}; absent when none were given
 */
@WireType("petition.withdrawn.v1")
public record PetitionWithdrawn(
        @JsonUnwrapped Head head,
        String requestId,
        Instant takenAt,
        @Nullable Sealed reason) implements SubmissionEvent {

    /** Name of the sealed field, part of the associated data. */
    public static String fieldOf(String requestId) {
        return "withdrawal " + requestId;
    }
}
