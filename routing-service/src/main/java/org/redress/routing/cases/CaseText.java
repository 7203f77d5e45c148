package org.redress.routing.cases;

import org.redress.contracts.Sealed;
import org.redress.contracts.cases.TextReference;

/**
 * A text told to the petitioner, sealed at rest.
 *
 * @param id its id
 * @param kind what it is
 * @param digest SHA-256 of the text, lower-case hexadecimal
 * @param sealed the text, sealed with the content key
 */
public record CaseText(String id, Kind kind, String digest, Sealed sealed) {

    /** Kinds of texts. */
    public enum Kind {
        /** Why the case was not accepted and where to go. */
        DECLINE_REASON,
        /** The answer. */
        ANSWER
    }

    TextReference reference() {
        return new TextReference(id, digest);
    }
}
