package org.redress.platform.words;

import org.jspecify.annotations.Nullable;

/** Characters as a reader counts them (code points): a pair of surrogates is one, and nothing splits it. */
public final class Characters {

    private Characters() {}

    /** How many there are. */
    public static int count(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    /** The first ones, at most so many. */
    public static String first(String text, int most) {
        return count(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Whether nothing of it can be seen: blanks of any width, characters of no width, or nothing at all. */
    public static boolean isInvisible(CharSequence text) {
        return text.codePoints()
                .allMatch(codePoint ->
                        isBlank(codePoint) || Character.getType(codePoint) == Character.FORMAT || isFiller(codePoint));
    }

    private static boolean isBlank(CharSequence text) {
        return text.codePoints().allMatch(Characters::isBlank);
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** Whether it goes over several lines. */
    public static boolean hasLines(CharSequence text) {
        return text.chars().anyMatch(Characters::endsLine);
    }

    /**
     * What makes a text none, as a code of the message bundle: half a character, a control character that is neither a tab
     * nor the end of a line, or characters of no width alone; absent otherwise. One of blanks alone counts as empty.
     */
    public static @Nullable String fault(CharSequence text) {
        if (text.codePoints().anyMatch(Characters::isHalf)) {
            return "field.half-character";
        }
        if (text.codePoints().anyMatch(Characters::isRefusedControl)) {
            return "field.control";
        }
        return isInvisible(text) && !isBlank(text) ? "field.invisible" : null;
    }

    // Java reads a pair of surrogates as one code point: one that shows up here stands alone.
    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isRefusedControl(int codePoint) {
        return Character.getType(codePoint) == Character.CONTROL && codePoint != '\t' && !endsLine(codePoint);
    }

    private static boolean endsLine(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\u2028' || codePoint == '\u2029';
    }

    // Letters and signs by their type, and yet nothing is drawn: Hangul fillers, a blank of Braille, variation
    // selectors.
    private static boolean isFiller(int codePoint) {
        return codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || codePoint == 0x2800
                || codePoint == 0x034F
                || codePoint == 0x17B4
                || codePoint == 0x17B5
                || (codePoint >= 0x180B && codePoint <= 0x180F)
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
