package org.redress.analytics.trends;

/**
 * A run of counts.
 *
 * @param from the lowest, from 0
 * @param to the highest
 */
public record Interval(int from, int to) {

    /** True when the count lies in it. */
    public boolean contains(int count) {
        return from <= count && count <= to;
    }
}
