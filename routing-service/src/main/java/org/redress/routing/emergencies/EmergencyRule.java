package org.redress.routing.emergencies;

/** Why an emergency cannot be asked for, confirmed or opened. */
public enum EmergencyRule {
    /** Who asks has as many waiting as one person may have. */
    TOO_MANY_WAITING,
    /** Who asks needs another to confirm it. */
    SECOND_PERSON,
    /** It was confirmed already. */
    CONFIRMED_ONCE,
    /** Nobody has confirmed it yet. */
    CONFIRMATION_FIRST,
    /** Its time is over. */
    OVER
}
