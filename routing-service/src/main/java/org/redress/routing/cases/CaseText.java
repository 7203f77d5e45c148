package org.redress.routing.cases;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Sealed;
import org.redress.contracts.cases.TextReference;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;

/**
 * A text of a case, sealed at rest: told to the petitioner, or the petitioner's own.
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
        /** The answer. */
        ANSWER,
        /** What the petitioner added. */
        SUPPLEMENT,
        /** Why the petitioner withdrew. */
        WITHDRAWAL_REASON
    }

    /** What a petitioner added, as it was sealed at the door. */
    static CaseText of(PetitionSupplemented event) {
        return new CaseText(event.requestId(), Kind.SUPPLEMENT, null, event.text());
    }

    /** Why a petitioner withdrew, as it was sealed at the door; absent when no reason was given. */
    static @Nullable CaseText of(PetitionWithdrawn event) {
        Sealed reason = event.reason();
        return reason == null ? null : new CaseText(event.requestId(), Kind.WITHDRAWAL_REASON, null, reason);
    }

    /** True for what was told to the petitioner, false for the petitioner's own words. */
    public boolean isTold() {
        return kind == Kind.DECLINE_REASON || kind == Kind.ANSWER;
    }

    /** Name of the sealed field, part of the associated data. */
    String field() {
        return switch (kind) {
            case DECLINE_REASON, ANSWER -> id;
            case SUPPLEMENT -> PetitionSupplemented.fieldOf(id);
            case WITHDRAWAL_REASON -> PetitionWithdrawn.fieldOf(id);
        };
    }

    TextReference reference() {
        return new TextReference(id, Objects.requireNonNull(digest, "not told to the petitioner"));
    }
}
