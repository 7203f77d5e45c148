package org.redress.contracts.submissions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.Sealed;
import org.redress.contracts.WireType;

/**
 * The petitioner added to a petition 补充材料; whether its case still takes it is routing's to say.
 *
 * @param requestId id of the request, by which the petitioner is told what became of it
 * @param takenAt when intake took it
 * @param text the petitioner's words in UTF-8; field name {@link #fieldOf}
 * @param redaction true when they ask that words of the petition be blacked out; absent otherwise
 */
@WireType("petition.supplemented.v1")
public record PetitionSupplemented(
        @JsonUnwrapped Head head,
        String requestId,
        Instant takenAt,
        Sealed text,
        @Nullable Boolean redaction) implements SubmissionEvent {

    /** True when the petitioner asks that words of the petition be blacked out. */
    public boolean asksForRedaction() {
        return Boolean.TRUE.equals(redaction);
    }

    /** Name of the sealed field, part of the associated data. */
    public static String fieldOf(String requestId) {
        return "supplement " + requestId;
    }
}
