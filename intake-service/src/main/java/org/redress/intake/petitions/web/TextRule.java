package org.redress.intake.petitions.web;

import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Message;
import org.redress.platform.words.Characters;

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
        if (Characters.isInvisible(text)) {
            findings.add(field, Message.of("field.empty"), accepted());
            return "";
        }
        check(findings, field, text);
        return text;
    }

    /** The text; an empty one counts as absent, as an empty cell of a table does. */
    public @Nullable String optional(Findings findings, String field, @Nullable String text) {
        if (text == null || Characters.isInvisible(text)) {
            return null;
        }
        check(findings, field, text);
        return text;
    }

    private void check(Findings findings, String field, String text) {
        if (Characters.count(text) > limit) {
            findings.add(field, Message.of("field.too-long", limit), accepted());
        }
        String fault = Characters.fault(text);
        if (fault != null) {
            findings.add(field, Message.of(fault), accepted());
        } else if (!lines && Characters.hasLines(text)) {
            findings.add(field, Message.of("field.lines"), accepted());
        }
    }

    private Message accepted() {
        return Message.of(lines ? "accepted.lines" : "accepted.line", limit);
    }
}
