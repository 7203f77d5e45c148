package org.redress.notification.violations;

/** Knows another service's class. */
public class CuriousNotification {

    private org.redress.analytics.violations.KnownAnalytics known =
            new org.redress.analytics.violations.KnownAnalytics();

    /** What it should not know. */
    public Object known() {
        return known;
    }
}
