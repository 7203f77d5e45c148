package org.redress.analytics.projection;

/** Somebody has begun to build the projection anew after this one. */
public final class SupersededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SupersededException() {
        super("a later rebuild has begun");
    }
}
