package org.redress.notification.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a message is tried again: each time after twice as long, and a little longer at random, in real time.
 *
 * @param first wait after the first try
 * @param longest longest wait
 * @param patience a message that was tried for longer than this is given up
 * @param jitter by how much of itself a wait is lengthened at most; 0 for none
 */
public record Backoff(Duration first, Duration longest, Duration patience, double jitter) {

    private static final int MAX_DOUBLINGS = 30;

    /** Real time of the next try. */
    public Instant next(int attempts, Instant realNow) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempts, MAX_DOUBLINGS));
        Duration wait = doubled.compareTo(longest) > 0 ? longest : doubled;
        double more = jitter * ThreadLocalRandom.current().nextDouble();
        return realNow.plus(wait).plusMillis((long) (more * wait.toMillis()));
    }

    /** True when a message that has been tried since then is given up. */
    public boolean spent(Instant since, Instant realNow) {
        return since.plus(patience).isBefore(realNow);
    }
}
