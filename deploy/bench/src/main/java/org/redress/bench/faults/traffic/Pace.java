package org.redress.bench.faults.traffic;

import java.time.Duration;

/**
 * How fast petitions come: spread over the time the kills need, and faster where they are behind.
 *
 * @param petitions how many are wanted
 * @param over the time they are wanted in
 * @param began {@link System#nanoTime()} of the begin
 */
public record Pace(int petitions, Duration over, long began) {

    private static final long TRICKLE_MILLIS = 3_000;

    /** A pace that begins now. */
    public static Pace from(int petitions, Duration over) {
        return new Pace(petitions, over, System.nanoTime());
    }

    /** Milliseconds each of so many adapters waits before its next petition; the last faults meet a trickle. */
    long breathMillis(int handedIn, int adapters) {
        if (handedIn >= petitions) {
            return TRICKLE_MILLIS;
        }
        long gone = Duration.ofNanos(System.nanoTime() - began).toMillis();
        return Math.min(TRICKLE_MILLIS, Math.max(0, over.toMillis() - gone) * adapters / (petitions - handedIn));
    }
}
