package org.redress.platform.consuming;

/** A record whose handling ended in an error that leaves the machine whole. */
final class FailedWithErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedWithErrorException(Error error) {
        super(error);
        setStackTrace(error.getStackTrace());
    }
}
