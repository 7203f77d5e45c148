package org.redress.bench.faults.killing;

/** The code has no such method any more, so that a window cannot be found. */
public final class MissingWindowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingWindowException(Window window) {
        super("The window " + window.label() + " cannot be found: there is not one method " + window.type() + '.'
                + window.method() + " in the service. Was it renamed? Then name the new one in the bench's Window.");
    }
}
