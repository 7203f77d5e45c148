package org.redress.platform.sealing;

import org.jspecify.annotations.Nullable;

/** A sealed text that does not open: made for another key, petition or field, or changed since. */
public class UnopenableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnopenableException(String petitionId, String field, @Nullable Throwable cause) {
        this("field " + field + " of petition " + petitionId + " does not open", cause);
    }

    UnopenableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
