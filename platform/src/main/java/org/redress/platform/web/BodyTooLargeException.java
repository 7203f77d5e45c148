package org.redress.platform.web;

import java.io.IOException;

/** A body longer than the service accepts. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("a body of more than " + limit + " bytes");
    }
}
