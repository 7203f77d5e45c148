package org.redress.starters;

/** A process could not be brought up; the message is one sentence that says why and what to do about it. */
public final class StartFailure extends RuntimeException {

    /** Says why a process could not be brought up. */
    public StartFailure(String message) {
        super(message);
    }

    /** Says why a process could not be brought up, with the error behind it. */
    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
