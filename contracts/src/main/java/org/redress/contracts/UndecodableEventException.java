package org.redress.contracts;

import org.jspecify.annotations.Nullable;

/** Bytes that are no event of the type they claim; the message never quotes them. */
public final class UndecodableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what was wrong, and the parser's error where there was one. */
    public UndecodableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
