package org.redress.contracts.submissions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.redress.contracts.Head;
import org.redress.contracts.Sealed;
import org.redress.contracts.WireType;

/**
 * The petitioner added to a petition 补充材料; whether its case still takes it is routing's to say.
 *
 * @param requestId id of the request, by which the petitioner is told what became of it
 * @param takenAt when intake took it
 * @param text the petitioner's words in UTF-8; field name {@link #fieldOf}
 */
@WireType("petition.supplemented.v1")
public record PetitionSupplemented(@JsonUnwrapped Head head, String requestId, Instant takenAt, Sealed text)
        implements SubmissionEvent {

    /** Name of the sealed field, part of the associated data. */
    public static String fieldOf(String requestId) {
        return "supplement " + requestId;
    }
}
