package org.redress.analytics.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;

/**
 * What became of a limit that somebody owes; a right that ends with its last day is none.
 *
 * @param kind name in the configuration
 * @param number counts the clocks of one kind in the case, from 1
 * @param startedOn the day it started
 * @param dueOn last day in time
 * @param state running, met, late or stopped
 * @param endedOn day it was met or stopped; absent while it runs
 * @param firstDueOn last day in time before it was moved; absent where it never was
 * @param movedOn day it was moved last; absent where it never was
 */
public record ClockFact(
        String kind,
        int number,
        LocalDate startedOn,
        LocalDate dueOn,
        Clock.State state,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate firstDueOn,
        @Nullable LocalDate movedOn) {

    /** As an event tells of it first. */
    static ClockFact of(Clock clock, LocalDate day) {
        return new ClockFact(
                clock.kind(),
                numberOf(clock),
                clock.startedOn(),
                clock.dueOn(),
                clock.state(),
                clock.state() == Clock.State.RUNNING ? null : day,
                null,
                null);
    }

    /** As an event tells of it again: where it ended before, it ended then. */
    ClockFact next(Clock clock, LocalDate day) {
        ClockFact next = of(clock, day);
        boolean moved = !dueOn.equals(clock.dueOn());
        return new ClockFact(
                next.kind,
                next.number,
                next.startedOn,
                next.dueOn,
                next.state,
                next.state == state ? endedOn : next.endedOn,
                moved && firstDueOn == null ? dueOn : firstDueOn,
                moved ? day : movedOn);
    }

    static int numberOf(Clock clock) {
        Integer number = clock.number();
        return number == null ? 1 : number;
    }

    /** True when it is this clock of the case. */
    boolean is(Clock clock) {
        return kind.equals(clock.kind()) && number == numberOf(clock);
    }

    /** As it stood at the end of a day. */
    ClockFact asOf(LocalDate day) {
        boolean runs = endedOn == null || endedOn.isAfter(day);
        LocalDate due = firstDueOn != null && movedOn != null && movedOn.isAfter(day) ? firstDueOn : dueOn;
        return new ClockFact(
                kind,
                number,
                startedOn,
                due,
                runs ? Clock.State.RUNNING : state,
                runs ? null : endedOn,
                due.equals(dueOn) ? firstDueOn : null,
                due.equals(dueOn) ? movedOn : null);
    }
}
