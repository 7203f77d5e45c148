package org.redress.platform.time;

/** How many rungs lie in the past and have not fired yet; offered by the service that fires them. */
@FunctionalInterface
public interface Unfired {

    /** The number now, 0 when all is done. */
    long count();
}
