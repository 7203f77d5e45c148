package org.redress.routing.procedure;

/** How urgent a supervision 督办 is (practice). */
public enum SupervisionLevel {
    /** Ordinary. */
    ORDINARY,
    /** Yellow. */
    YELLOW,
    /** Red: its alerts never wait for a digest. */
    RED
}
