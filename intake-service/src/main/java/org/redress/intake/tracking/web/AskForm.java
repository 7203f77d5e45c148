package org.redress.intake.tracking.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.RequestKind;

/**
 * The form of a request.
 *
 * @param kind what is asked for
 * @param key names the form, so that it is taken once however often it is sent
 * @param words what was written; absent in a blank form
 * @param redaction true where it asks for words to be blacked out
 */
public record AskForm(
        RequestKind kind, String key, @Nullable String words, boolean redaction) {

    /** A blank one. */
    static AskForm blank(RequestKind kind) {
        return new AskForm(kind, UUID.randomUUID().toString(), null, false);
    }

    /** Name of the request, in fields and messages. */
    public String name() {
        return kind.wireName();
    }

    /** True where nothing can be asked for without words. */
    public boolean needsWords() {
        return kind != RequestKind.WITHDRAW;
    }
}
