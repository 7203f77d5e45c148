package org.redress.analytics.volume.web;

/** Rounds what answers tell: more places would say more than is known. */
public final class Hundredths {

    private static final double HUNDRED = 100;

    private Hundredths() {}

    /** The nearest hundredth. */
    public static double of(double value) {
        return Math.round(HUNDRED * value) / HUNDRED;
    }
}
