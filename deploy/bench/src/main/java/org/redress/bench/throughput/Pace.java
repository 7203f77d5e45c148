package org.redress.bench.throughput;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** When the next request is meant to be sent, whoever sends it. */
@FunctionalInterface
interface Pace {

    /** No further request. */
    long END = Long.MIN_VALUE;

    /** The intended moment, as {@link System#nanoTime} counts, or {@link #END}. */
    long next();

    /** Independent of the answers: at moments drawn before, on average so many a second. */
    static Pace open(int perSecond, Duration time) {
        SplittableRandom random = new SplittableRandom(perSecond);
        long[] moments = new long[(int) (perSecond * time.toMillis() / 1_000)];
        double at = 0;
        for (int i = 0; i < moments.length; i++) {
            at += -Math.log(1 - random.nextDouble()) * 1e9 / perSecond;
            moments[i] = (long) at;
        }
        AtomicInteger sent = new AtomicInteger();
        long began = System.nanoTime();
        return () -> {
            int next = sent.getAndIncrement();
            return next < moments.length ? began + moments[next] : END;
        };
    }

    /** As soon as the answer before is there, for a time. */
    static Pace closed(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return () -> {
            long now = System.nanoTime();
            return now < end ? now : END;
        };
    }

    /** As soon as the answer before is there, so many. */
    static Pace burst(int count) {
        AtomicInteger left = new AtomicInteger(count);
        return () -> left.getAndDecrement() > 0 ? System.nanoTime() : END;
    }
}
