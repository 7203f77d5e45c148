package org.redress.contracts;

import org.jspecify.annotations.Nullable;

/**
 * An event of a type, or with a constant, that this version does not know: a newer one wrote it, and a newer one can
 * read it. It is nobody's fault and no reason to set a petition aside.
 */
public final class NewerEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what is not known, and the parser's error where there was one. */
    public NewerEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
