package org.redress.tools.verifying;

/** Streams of events, by the names positions are kept under. */
enum Stream {
    /** Petitions as intake took them. */
    SUBMISSIONS,
    /** The way of each case. */
    CASES,
    /** Which petitions say the same. */
    GROUPS,
    /** Matters that became hot, and those that are no longer. */
    ALERTS,
    /** What was sent to whom. */
    DELIVERIES,
    /** Each activated organisation. */
    ORGANISATION
}
