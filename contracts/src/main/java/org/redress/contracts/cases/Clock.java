package org.redress.contracts.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit that runs for a case.
 *
 * @param kind name in the configuration, such as {@code notice} or {@code handle}
 * @param startedOn the day it started, which is not counted
 * @param dueOn last day in time; missed at 00:00 of the next day
 * @param state running, met, late (met too late) or stopped (no longer owed)
 * @param explanation how {@code dueOn} was counted
 * @param rungs the ladder, in due order; empty for a limit that runs against the petitioner or for a unit's right, of
 *     which nobody is reminded
 * @param number counts the clocks of one kind in the case, from 2; absent for the first
 */
public record Clock(
        String kind,
        LocalDate startedOn,
        LocalDate dueOn,
        State state,
        Explanation explanation,
        List<Rung> rungs,
        @Nullable Integer number) {

    /** The first of its kind in the case. */
    public Clock(
            String kind, LocalDate startedOn, LocalDate dueOn, State state, Explanation explanation, List<Rung> rungs) {
        this(kind, startedOn, dueOn, state, explanation, rungs, null);
    }

    /** True for a limit of which nobody is reminded and that nobody misses: a right that ends with it. */
    @JsonIgnore
    public boolean isWindow() {
        return rungs.isEmpty();
    }

    /** This clock in another state. */
    public Clock in(State other) {
        return new Clock(kind, startedOn, dueOn, other, explanation, rungs, number);
    }

    /** This clock with another ladder. */
    public Clock climbing(List<Rung> other) {
        return new Clock(kind, startedOn, dueOn, state, explanation, List.copyOf(other), number);
    }

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
