package org.redress.journey.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Watches a count grow, and tells how fast it grew once those who work were warm. */
public final class Watch {

    private static final long EVERY = Duration.ofMillis(200).toNanos();
    private static final double WARM = 0.4;
    private static final double TAIL = 0.9;

    private final List<Sample> samples = new ArrayList<>();

    private record Sample(long nanos, long count) {}

    /** Looks until the count is reached or the time is over. */
    public static Watch until(LongSupplier count, long target, Duration atMost) {
        Watch watch = new Watch();
        await(
                () -> {
                    Sample sample = new Sample(System.nanoTime(), count.getAsLong());
                    watch.samples.add(sample);
                    return sample.count >= target;
                },
                atMost);
        return watch;
    }

    /** Looks until something holds; tells whether it came to hold in time. */
    public static boolean await(BooleanSupplier holds, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(EVERY);
        }
        return true;
    }

    /** How much the count grew. */
    public long grown() {
        return samples.getLast().count - samples.getFirst().count;
    }

    /** Growth a second between 40 and 90 % of what was done: neither the cold start nor the tail. */
    public double perSecond() {
        Sample from = firstFrom(WARM);
        Sample to = firstFrom(TAIL);
        return to.nanos == from.nanos ? 0 : (to.count - from.count) * 1e9 / (to.nanos - from.nanos);
    }

    private Sample firstFrom(double share) {
        double wanted = samples.getFirst().count + share * grown();
        return samples.stream()
                .filter(sample -> sample.count >= wanted)
                .findFirst()
                .orElse(samples.getLast());
    }
}
