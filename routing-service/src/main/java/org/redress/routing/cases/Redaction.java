package org.redress.routing.cases;

import java.time.Instant;

/**
 * Words of the petitioner's that are blacked out for every reader; the words themselves stay sealed as they came.
 *
 * @param field {@code subject}, {@code text} or {@code place} of the petition, or the id of a text of the petitioner's
 * @param from first character, as {@link String} counts, from 0
 * @param to character after the last
 * @param at business time
 * @param by post that did it
 * @param reasonId the note that says why
 */
public record Redaction(String field, int from, int to, Instant at, String by, String reasonId) {

    private static final String BLACK = "\u25a0";

    /** The text with these words blacked out. */
    String over(String text) {
        int begin = Math.min(from, text.length());
        int end = Math.min(to, text.length());
        return text.substring(0, begin) + BLACK.repeat(end - begin) + text.substring(end);
    }
}
