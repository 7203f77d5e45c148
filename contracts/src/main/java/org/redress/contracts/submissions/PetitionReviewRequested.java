package org.redress.contracts.submissions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.redress.contracts.Head;
import org.redress.contracts.Sealed;
import org.redress.contracts.WireType;

/**
 * The petitioner asked for a review 复查 or re-review 复核 of the opinion (Reg. 35, 36); its limit is judged at the moment
 * intake took the request.
 *
 * @param requestId id of the request, by which the petitioner is told what became of it
 * @param takenAt when intake took it
 * @param text why, in the petitioner's words in UTF-8; field name {@link #fieldOf}
 */
@WireType("petition.review-requested.v1")
public record PetitionReviewRequested(@JsonUnwrapped Head head, String requestId, Instant takenAt, Sealed text)
        implements SubmissionEvent {

    /** Name of the sealed field, part of the associated data. */
    public static String fieldOf(String requestId) {
        return "review " + requestId;
    }
}
