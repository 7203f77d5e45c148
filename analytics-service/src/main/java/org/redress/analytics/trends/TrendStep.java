package org.redress.analytics.trends;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long the steps of a trend are. */
public enum TrendStep {
    /** A day. */
    DAY(ChronoUnit.DAYS, 14, 28, 56),
    /** From Monday to Sunday. */
    WEEK(ChronoUnit.WEEKS, 6, 8, 26),
    /** A month of the calendar. */
    MONTH(ChronoUnit.MONTHS, 3, 6, 24);

    private final ChronoUnit unit;
    private final int ahead;
    private final int least;
    private final int shown;

    TrendStep(ChronoUnit unit, int ahead, int least, int shown) {
        this.unit = unit;
        this.ahead = ahead;
        this.least = least;
        this.shown = shown;
    }

    /** The step of this name. */
    public static Optional<TrendStep> named(String name) {
        return Arrays.stream(values())
                .filter(value -> value.label().equals(name))
                .findFirst();
    }

    /** Name in requests, and of its words. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** First day of the step that a day lies in. */
    public LocalDate begin(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** First day of a later step, or of an earlier one where the number is negative. */
    public LocalDate plus(LocalDate begin, int steps) {
        return begin.plus(steps, unit);
    }

    /** How many steps after the running one are told, the running one not counted. */
    public int ahead() {
        return ahead;
    }

    /** How many whole steps have to be known before anything is expected. */
    public int least() {
        return least;
    }

    /** How many steps are shown where no first day is asked for. */
    public int shown() {
        return shown;
    }
}
