package org.redress.analytics.outlook;

import org.jspecify.annotations.Nullable;
import org.redress.analytics.trends.CountDistribution;
import org.redress.analytics.trends.Interval;

/**
 * How many of some limits will be missed.
 *
 * @param due how many they are
 * @param unknown of how many nothing is known, since too few of their kind ended lately
 * @param expected how many of the others will be missed on average; absent where nothing is known of any
 * @param inner shortest run of counts that holds 80 %
 * @param outer shortest run of counts that holds 95 %
 */
public record Missed(
        int due,
        int unknown,
        @Nullable Double expected,
        @Nullable Interval inner,
        @Nullable Interval outer) {

    private static final double INNER = 0.8;
    private static final double OUTER = 0.95;

    static Missed of(int due, int unknown, double[] mass) {
        if (due == 0) {
            return new Missed(0, 0, 0.0, new Interval(0, 0), new Interval(0, 0));
        }
        if (due == unknown) {
            return new Missed(due, unknown, null, null, null);
        }
        CountDistribution missed = CountDistribution.ofMass(mass);
        return new Missed(due, unknown, missed.mean(), missed.shortest(INNER), missed.shortest(OUTER));
    }
}
