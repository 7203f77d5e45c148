package org.redress.platform.consuming;

/** A guard did not match, because the document moved on since the positions were read. */
public final class StalePositionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what moved. */
    public StalePositionException(String message) {
        super(message);
    }
}
