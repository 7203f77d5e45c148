package org.redress.routing.cases;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words of the petitioner's that are to be blacked out; the words themselves stay sealed as they came.
 *
 * @param field {@code subject}, {@code text} or {@code place} of the petition, or the id of a text of the petitioner's
 * @param from first character, as a reader counts them, from 0
 * @param to character after the last
 * @param at business time
 * @param by post that proposed it
 * @param officer id of the officer who proposed it; absent where that was not kept
 * @param reasonId the note that says why
 * @param wish id of the petitioner's text that wishes it; absent where an officer does
 * @param state where it stands; in effect where it was kept without
 * @param heldUntil moment until which the words are hidden while it is proposed; absent where they are not
 */
public record Redaction(
        String field,
        int from,
        int to,
        Instant at,
        String by,
        @Nullable String officer,
        String reasonId,
        @Nullable String wish,
        @Nullable State state,
        @Nullable Instant heldUntil) {

    private static final String BLACK = "\u25a0";

    /** Where a redaction stands. */
    public enum State {
        /** An officer wants it: every reader still sees the words, unless they are held back for some days. */
        PROPOSED,
        /** Nobody sees the words but who may read the original. */
        IN_EFFECT,
        /** Every reader sees the words again. */
        UNDONE
    }

    /** Where it stands. */
    public State standing() {
        return Objects.requireNonNullElse(state, State.IN_EFFECT);
    }

    /** True where it stands so. */
    boolean is(State asked) {
        return standing() == asked;
    }

    /** True where its words are hidden at a moment. */
    boolean hides(Instant now) {
        return is(State.IN_EFFECT) || (is(State.PROPOSED) && heldUntil != null && now.isBefore(heldUntil));
    }

    /** True where an officer held words of a field back, and nobody confirmed that. */
    boolean wasHeldInVain(String words, String by, Instant now) {
        return heldUntil != null
                && field.equals(words)
                && by.equals(officer)
                && (is(State.UNDONE) || (is(State.PROPOSED) && !hides(now)));
    }

    Redaction in(State next) {
        return new Redaction(field, from, to, at, by, officer, reasonId, wish, next, heldUntil);
    }

    /** The text with these words blacked out. */
    String over(String text) {
        int length = text.codePointCount(0, text.length());
        int begin = Math.min(from, length);
        int end = Math.min(to, length);
        return text.substring(0, text.offsetByCodePoints(0, begin))
                + BLACK.repeat(end - begin)
                + text.substring(text.offsetByCodePoints(0, end));
    }
}
