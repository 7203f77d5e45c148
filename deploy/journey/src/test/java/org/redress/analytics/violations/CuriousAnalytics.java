package org.redress.analytics.violations;

/** Knows another service's class. */
public class CuriousAnalytics {

    private org.redress.intake.violations.KnownIntake known = new org.redress.intake.violations.KnownIntake();

    /** What it should not know. */
    public Object known() {
        return known;
    }
}
