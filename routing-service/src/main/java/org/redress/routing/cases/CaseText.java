package org.redress.routing.cases;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Sealed;
import org.redress.contracts.cases.TextReference;
import org.redress.contracts.submissions.PetitionReviewRequested;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;

/**
 * A text of a case, sealed at rest: told to the petitioner, the petitioner's own, or officers' notes.
 *
 * @param id its id; the request's for the petitioner's own
 * @param kind what it is
 * @param digest SHA-256 of the text, lower-case hexadecimal; absent for the petitioner's own, which stay as they were sealed
 * @param sealed the text, sealed with the content key
 */
public record CaseText(String id, Kind kind, @Nullable String digest, Sealed sealed) {

    /** Kinds of texts. */
    public enum Kind {
        /** Why the case was not accepted and where to go. */
        DECLINE_REASON,
        /** Why and where the case was led elsewhere. */
        LEAD_REASON,
        /** That the body outside took the case back, and where to turn. */
        RETURN_REASON,
        /** The answer. */
        ANSWER,
        /** The answer to what an appeal suggests beside what it asks for. */
        SUGGESTION_ANSWER,
        /** The written opinion: request, facts, reasons, legal basis, promises. */
        OPINION,
        /** Why the limit was extended. */
        EXTENSION_REASON,
        /** What officers write for each other. */
        NOTE,
        /** What the petitioner added. */
        SUPPLEMENT,
        /** What the petitioner added to ask that words be blacked out. */
        REDACTION_WISH,
        /** Why the petitioner withdrew. */
        WITHDRAWAL_REASON,
        /** Why the petitioner asked for a review. */
        REVIEW_REASON;

        /** True for what is told to the petitioner. */
        boolean isTold() {
            return this == DECLINE_REASON
                    || this == LEAD_REASON
                    || this == RETURN_REASON
                    || this == ANSWER
                    || this == SUGGESTION_ANSWER
                    || this == OPINION
                    || this == EXTENSION_REASON;
        }

        /** True for the petitioner's own words. */
        boolean isPetitioners() {
            return this == SUPPLEMENT || this == REDACTION_WISH || this == WITHDRAWAL_REASON || this == REVIEW_REASON;
        }

        /** Name of the sealed field of a text, part of the associated data. */
        String field(String id) {
            return switch (this) {
                case DECLINE_REASON,
                        LEAD_REASON,
                        RETURN_REASON,
                        ANSWER,
                        SUGGESTION_ANSWER,
                        OPINION,
                        EXTENSION_REASON,
                        NOTE -> id;
                case SUPPLEMENT, REDACTION_WISH -> PetitionSupplemented.fieldOf(id);
                case WITHDRAWAL_REASON -> PetitionWithdrawn.fieldOf(id);
                case REVIEW_REASON -> PetitionReviewRequested.fieldOf(id);
            };
        }
    }

    /** What a petitioner added, as it was sealed at the door. */
    static CaseText of(PetitionSupplemented event) {
        Kind kind = event.asksForRedaction() ? Kind.REDACTION_WISH : Kind.SUPPLEMENT;
        return new CaseText(event.requestId(), kind, null, event.text());
    }

    /** Why a petitioner withdrew, as it was sealed at the door; absent when no reason was given. */
    static @Nullable CaseText of(PetitionWithdrawn event) {
        Sealed reason = event.reason();
        return reason == null ? null : new CaseText(event.requestId(), Kind.WITHDRAWAL_REASON, null, reason);
    }

    /** Why a petitioner asked for a review, as it was sealed at the door. */
    static CaseText of(PetitionReviewRequested event) {
        return new CaseText(event.requestId(), Kind.REVIEW_REASON, null, event.text());
    }

    /** What a case says of it. */
    TextEntry entry() {
        return new TextEntry(id, kind, digest);
    }

    TextReference reference() {
        return new TextReference(id, Objects.requireNonNull(digest, "not told to the petitioner"));
    }
}
