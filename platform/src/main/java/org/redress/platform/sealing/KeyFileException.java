package org.redress.platform.sealing;

import org.jspecify.annotations.Nullable;

/** A key that is missing, readable by others or of the wrong kind; the message says which and what to do. */
public final class KeyFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
