package org.redress.platform.sealing;

import org.jspecify.annotations.Nullable;

/** A sealed text that does not open: made for another key, petition or field, or changed since. */
public final class UnopenableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnopenableException(String petitionId, String field, @Nullable Throwable cause) {
        super("field " + field + " of petition " + petitionId + " does not open", cause);
    }
}
