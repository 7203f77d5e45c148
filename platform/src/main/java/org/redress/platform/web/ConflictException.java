package org.redress.platform.web;

import org.springframework.http.HttpStatus;

/** A request that the present state does not allow: 409. */
public final class ConflictException extends RefusedException {

    private static final long serialVersionUID = 1L;

    /** With a message code or a plain sentence, and the values for its placeholders. */
    public ConflictException(String detail, Object... arguments) {
        super(HttpStatus.CONFLICT, Message.of(detail, arguments));
    }
}
