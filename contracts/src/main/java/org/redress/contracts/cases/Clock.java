package org.redress.contracts.cases;

import java.time.LocalDate;
import java.util.List;

/**
 * A limit that runs for a case.
 *
 * @param kind name in the configuration, such as {@code notice} or {@code handle}
 * @param startedOn the day it started, which is not counted
 * @param dueOn last day in time; missed at 00:00 of the next day
 * @param state running, met, late (met too late) or stopped (no longer owed)
 * @param explanation how {@code dueOn} was counted
 * @param rungs the ladder, in due order
 */
public record Clock(
        String kind, LocalDate startedOn, LocalDate dueOn, State state, Explanation explanation, List<Rung> rungs) {

    /** Where a clock stands. */
    public enum State {
        /** It runs; it may be past its due date. */
        RUNNING,
        /** What it asks for was done in time. */
        MET,
        /** What it asks for was done after its due date. */
        LATE,
        /** It ended without its step, since the step is no longer owed. */
        STOPPED
    }
}
