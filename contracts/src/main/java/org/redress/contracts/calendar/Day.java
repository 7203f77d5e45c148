package org.redress.contracts.calendar;

import java.time.LocalDate;

/**
 * What a date is in the calendar.
 *
 * @param date the date
 * @param kind working or off, by rule or by notice
 * @param name name of the holiday the notice gives it for, {@code weekend}, or empty for an ordinary working day
 * @param provisional true when no notice covers its year yet
 */
public record Day(LocalDate date, Kind kind, String name, boolean provisional) {

    /** Name of a day that is off for being a Saturday or Sunday. */
    public static final String WEEKEND_NAME = "weekend";

    /** Kinds of days. */
    public enum Kind {
        /** Monday to Friday without a holiday. */
        WORKING,
        /** A Saturday or Sunday worked in exchange for a holiday 调休上班. */
        MADE_UP,
        /** A Saturday or Sunday. */
        WEEKEND,
        /** A day off by notice. */
        HOLIDAY
    }

    /** True when work is done on it. */
    public boolean working() {
        return kind == Kind.WORKING || kind == Kind.MADE_UP;
    }
}
