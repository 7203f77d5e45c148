package org.redress.routing.cases;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.redress.routing.procedure.Command;

/**
 * By what a command is recognised that comes again.
 *
 * @param key the officer and the key given
 * @param content SHA-256 of what is commanded, lower-case hexadecimal
 */
public record CommandKey(String key, String content) {

    /** Of a command with its words; absent without a key. */
    static @Nullable CommandKey of(@Nullable String key, Command command, @Nullable CaseText text) {
        if (key == null) {
            return null;
        }
        String said = command + " " + (text == null ? "" : text.digest());
        return new CommandKey(key, SealedTexts.digest(said.getBytes(StandardCharsets.UTF_8)));
    }
}
