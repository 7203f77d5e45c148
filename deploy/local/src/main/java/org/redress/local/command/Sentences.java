package org.redress.local.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what went wrong into the sentence a person reads. */
final class Sentences {

    private Sentences() {}

    static String of(Throwable error) {
        for (Throwable each = error; each != null; each = cause(each)) {
            String message = Objects.toString(each.getMessage(), "");
            if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
                return "The disk is full: make room, or set REDRESS_RUN to a folder on another disk.";
            }
        }
        return Objects.toString(error.getMessage(), error.toString());
    }

    private static @Nullable Throwable cause(Throwable error) {
        return error.getCause();
    }
}
