package org.redress.analytics.trends;

/**
 * How many ordinary days the days of a step weigh.
 *
 * @param plain by the kinds of its days alone
 * @param yearly by its months as well; the same while these are not known
 */
public record Exposure(double plain, double yearly) {

    private static final double SMALLEST = 1e-3;

    double of(boolean withMonths) {
        return Math.max(SMALLEST, withMonths ? yearly : plain);
    }
}
