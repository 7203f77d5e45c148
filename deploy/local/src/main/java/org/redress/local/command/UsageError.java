package org.redress.local.command;

/** The command line was not understood; the message says what would be. */
final class UsageError extends RuntimeException {

    UsageError(String message) {
        super(message);
    }
}
