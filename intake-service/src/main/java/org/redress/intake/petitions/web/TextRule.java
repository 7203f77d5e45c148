package org.redress.intake.petitions.web;

import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Message;

/**
 * What a text may be: so many characters, and no control characters; it is never changed, whatever it begins with.
 *
 * @param limit most characters, as a reader counts them (code points)
 * @param lines whether it may have several lines
 */
public record TextRule(int limit, boolean lines) {

    static TextRule line(int limit) {
        return new TextRule(limit, false);
    }

    /** A text of several lines. */
    public static TextRule text(int limit) {
        return new TextRule(limit, true);
    }

    /** The text, empty when it is missing or wrong. */
    public String required(Findings findings, String field, @Nullable String text) {
        if (text == null) {
            findings.add(field, Message.of("field.missing"), accepted());
            return "";
        }
        if (isEmpty(text)) {
            findings.add(field, Message.of("field.empty"), accepted());
            return "";
        }
        check(findings, field, text);
        return text;
    }

    /** The text; an empty one counts as absent, as an empty cell of a table does. */
    public @Nullable String optional(Findings findings, String field, @Nullable String text) {
        if (text == null || isEmpty(text)) {
            return null;
        }
        check(findings, field, text);
        return text;
    }

    private void check(Findings findings, String field, String text) {
        if (text.codePointCount(0, text.length()) > limit) {
            findings.add(field, Message.of("field.too-long", limit), accepted());
        }
        if (text.codePoints().anyMatch(TextRule::isHalfCharacter)) {
            findings.add(field, "field.half-character", "accepted.utf-8");
        } else if (text.codePoints().anyMatch(this::isRefusedControl)) {
            findings.add(field, Message.of("field.control"), accepted());
        }
    }

    private Message accepted() {
        return Message.of(lines ? "accepted.lines" : "accepted.line", limit);
    }

    private boolean isRefusedControl(int codePoint) {
        boolean layout = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        return Character.getType(codePoint) == Character.CONTROL && !(lines && layout);
    }

    // Java reads a pair of surrogates as one code point: one that shows up here stands alone.
    private static boolean isHalfCharacter(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isEmpty(String text) {
        return text.codePoints()
                .allMatch(codePoint -> Character.isWhitespace(codePoint)
                        || Character.isSpaceChar(codePoint)
                        || Character.getType(codePoint) == Character.FORMAT);
    }
}
