package org.redress.analytics.projection;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The fixed bins of every histogram of durations: the first holds what is shorter than a minute, and from there sixteen
 * bins double the time, up to more than thirty years. As they never change, counts of any days, units and lanes add up.
 */
public final class Bins {

    /** By how much the duration a bin stands for may be off, as a share of the true one; in the first, half a minute. */
    public static final double ERROR = 0.03;

    private static final int PER_DOUBLING = 16;
    private static final int SECONDS = 60;
    private static final int DOUBLINGS = 24;

    /** The first duration of each bin but the first, in seconds. */
    private static final long[] FROM = LongStream.rangeClosed(0, (long) DOUBLINGS * PER_DOUBLING)
            .map(number -> Math.round(SECONDS * StrictMath.pow(2, (double) number / PER_DOUBLING)))
            .toArray();

    private Bins() {}

    /** The bin of a duration; one that is negative, since clocks differ, is none at all. */
    public static int of(Duration duration) {
        int found = Arrays.binarySearch(FROM, duration.toSeconds());
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The duration a bin stands for, in seconds: as far from its shortest as from its longest, as a share of each. */
    public static long seconds(int bin) {
        if (bin == 0) {
            return SECONDS / 2;
        }
        long from = FROM[bin - 1];
        // Of the last bin only the beginning is known.
        long to = bin == FROM.length ? from : FROM[bin] - 1;
        return Math.round(2.0 * from * to / (from + to));
    }
}
