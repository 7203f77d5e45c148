package org.redress.routing.procedure;

/** What an attempt to contact a petitioner came to. */
public enum ContactOutcome {
    /** The petitioner was reached 已联系上. */
    REACHED,
    /** The petitioner was not reached 未联系上. */
    NOT_REACHED
}
