package org.redress.analytics.hotspots;

/**
 * How improbable it is that so many wrote within some days.
 *
 * @param days the days of the window, up to today
 * @param writers people who wrote in it
 * @param expected as many as were to be expected of it
 * @param probability that as many or more write by chance, after as many windows were tried as there are; from 0 to 1
 */
public record Rise(int days, int writers, double expected, double probability) {

    /** None. */
    static final Rise NONE = new Rise(0, 0, 0, 1);

    /** The more improbable of two. */
    Rise or(Rise other) {
        return other.probability < probability ? other : this;
    }

    /** How hot that is: the zeros after the point of the probability. */
    public double heat() {
        return -Math.log10(Math.max(probability, Double.MIN_NORMAL));
    }
}
