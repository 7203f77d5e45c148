package org.redress.tools;

/** The tool was called wrongly, or cannot start with what it was given; the message is for the person who called it. */
public final class UsageException extends RuntimeException {

    /** Exit status for it. */
    public static final int STATUS = 2;

    private static final long serialVersionUID = 1L;

    /** With the sentence to print. */
    public UsageException(String message) {
        super(message);
    }
}
