package org.redress.platform.violations;

/** Knows another service's class. */
public class CuriousPlatform {

    private org.redress.analytics.violations.KnownAnalytics known =
            new org.redress.analytics.violations.KnownAnalytics();

    /** What it should not know. */
    public Object known() {
        return known;
    }
}
