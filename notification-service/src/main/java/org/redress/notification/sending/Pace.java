package org.redress.notification.sending;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many messages may go now, where a lane takes only so many a second; by the machine's own time. */
final class Pace {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int perSecond;
    private final LongSupplier nanos;
    private double left;
    private long at;

    /**
     * For a lane.
     *
     * @param perSecond messages a second; 0 for as many as there are
     */
    Pace(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.left = perSecond;
        this.at = nanos.getAsLong();
    }

    /** How many of these may go now. */
    int atMost(int wanted) {
        if (perSecond == 0) {
            return wanted;
        }
        long now = nanos.getAsLong();
        left = Math.min(perSecond, left + (now - at) / NANOS * perSecond);
        at = now;
        return Math.clamp((long) left, 0, wanted);
    }

    /** So many went: more than were asked for are made up for later. */
    void took(int messages) {
        left -= messages;
    }
}
