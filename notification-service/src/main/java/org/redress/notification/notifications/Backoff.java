package org.redress.notification.notifications;

import java.time.Duration;
import java.time.Instant;

/**
 * When a message is tried again: each time after twice as long, in real time.
 *
 * @param first wait after the first try
 * @param longest longest wait
 * @param patience a message that was tried for longer than this is given up
 */
public record Backoff(Duration first, Duration longest, Duration patience) {

    private static final int MAX_DOUBLINGS = 30;

    /** Real time of the next try. */
    public Instant next(int attempts, Instant realNow) {
        Duration wait = first.multipliedBy(1L << Math.min(attempts, MAX_DOUBLINGS));
        return realNow.plus(wait.compareTo(longest) > 0 ? longest : wait);
    }

    /** True when a message that has been tried since then is given up. */
    public boolean spent(Instant since, Instant realNow) {
        return since.plus(patience).isBefore(realNow);
    }
}
