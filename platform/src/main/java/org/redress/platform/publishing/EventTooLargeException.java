package org.redress.platform.publishing;

/** An event over the limit of its size; nothing was written. */
public final class EventTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventTooLargeException(String type, int bytes, int limit) {
        super(type + " has " + bytes + " bytes, the limit is " + limit);
    }
}
