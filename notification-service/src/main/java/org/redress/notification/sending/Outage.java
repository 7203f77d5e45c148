package org.redress.notification.sending;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long to leave an absent mail server alone: each time twice as long, up to a limit; by the machine's own time. */
final class Outage {

    private static final Duration FIRST = Duration.ofMillis(500);

    private final Duration longest;
    private final LongSupplier nanos;
    private Duration wait = Duration.ZERO;
    private long until;

    Outage(Duration longest, LongSupplier nanos) {
        this.longest = longest;
        this.nanos = nanos;
    }

    /** The server was found away. */
    void found() {
        Duration doubled = wait.isZero() ? FIRST : wait.multipliedBy(2);
        wait = doubled.compareTo(longest) > 0 ? longest : doubled;
        until = nanos.getAsLong() + wait.toNanos();
    }

    /** The server is there. */
    void over() {
        wait = Duration.ZERO;
    }

    /** True from the moment it was found away until it was found there. */
    boolean known() {
        return !wait.isZero();
    }

    /** True while it is to be left alone. */
    boolean resting() {
        return known() && nanos.getAsLong() - until < 0;
    }
}
