package org.redress.routing.violations;

/** Knows another service's class. */
public class CuriousRouting {

    private org.redress.notification.violations.KnownNotification known =
            new org.redress.notification.violations.KnownNotification();

    /** What it should not know. */
    public Object known() {
        return known;
    }
}
