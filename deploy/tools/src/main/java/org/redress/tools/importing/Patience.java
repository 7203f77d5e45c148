package org.redress.tools.importing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Waits between tries, longer each time, until nothing at all has gone forward for too long. */
final class Patience {

    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 5_000;
    private static final int DOUBLINGS = 5;

    private final Duration limit;
    private final AtomicLong lastProgress = new AtomicLong(System.nanoTime());
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** With the time after which no progress of any row ends the import. */
    Patience(Duration limit) {
        this.limit = limit;
    }

    /** Some row got its answer. */
    void progressed() {
        lastProgress.set(System.nanoTime());
    }

    /** Ends all waiting. */
    void stop() {
        stopped.countDown();
    }

    /**
     * Waits before the next try.
     *
     * @param attempt tries so far, from 0
     * @param atLeast what the other side asked for
     * @param cause why the try failed, for the person who waits
     * @throws ImportStoppedException when the limit has passed or the import was stopped
     */
    void await(int attempt, Duration atLeast, String cause) throws InterruptedException {
        if (System.nanoTime() - lastProgress.get() > limit.toNanos()) {
            throw new ImportStoppedException("Nothing went forward for " + limit.toMinutes() + " minutes (" + cause
                    + "). Run the import again when intake is back: what it took stays taken.");
        }
        long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, DOUBLINGS));
        long jittered = millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1);
        if (stopped.await(Math.max(jittered, atLeast.toMillis()), TimeUnit.MILLISECONDS)) {
            throw new ImportStoppedException(cause);
        }
    }
}
