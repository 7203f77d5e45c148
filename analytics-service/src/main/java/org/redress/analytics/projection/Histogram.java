package org.redress.analytics.projection;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many of some have which duration, in fixed bins.
 *
 * @param counts counts by bin, each from 1
 */
public record Histogram(NavigableMap<Integer, Long> counts) {

    /** With these counts by bin, each from 1. */
    public static Histogram of(Map<Integer, Long> counts) {
        return new Histogram(new TreeMap<>(counts));
    }

    /** How many there are. */
    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The shortest duration that at least this share of them does not exceed, in seconds, as its bin tells. */
    public long quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count()));
        long seen = 0;
        for (Map.Entry<Integer, Long> bin : counts.entrySet()) {
            seen += bin.getValue();
            if (seen >= rank) {
                return Bins.seconds(bin.getKey());
            }
        }
        throw new IllegalStateException("nothing was counted");
    }
}
