package org.redress.intake.requests;

import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.RequestKind;
import org.redress.intake.petitions.Submitter;

/**
 * A request whose every field was found right.
 *
 * @param submitter who hands it in
 * @param kind what is asked for
 * @param words the supplement, or why the petition is withdrawn; absent when nothing was said
 * @param redaction true for a supplement that asks for words to be blacked out
 * @param idempotencyKey key of the request
 */
public record Ask(
        Submitter submitter,
        RequestKind kind,
        @Nullable String words,
        boolean redaction,
        @Nullable String idempotencyKey) {

    /** Its words; empty when nothing was said. */
    String text() {
        return words == null ? "" : words;
    }

    /** Characters of its words, as a reader counts them. */
    int length() {
        return text().codePointCount(0, text().length());
    }
}
