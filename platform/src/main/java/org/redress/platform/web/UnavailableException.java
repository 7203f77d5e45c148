package org.redress.platform.web;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered now and may be repeated: 503 with {@code Retry-After}. */
public final class UnavailableException extends RefusedException {

    private static final long serialVersionUID = 1L;

    /** With a message code or a plain sentence, and the time after which to ask again. */
    public UnavailableException(String detail, Duration retryAfter) {
        super(HttpStatus.SERVICE_UNAVAILABLE, Message.of(detail));
        header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
}
