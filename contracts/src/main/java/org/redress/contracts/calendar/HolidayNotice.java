package org.redress.contracts.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The State Council's notice for one year, as the holiday-cn files write it; plain weekends are not listed.
 *
 * @param year the year it is for
 * @param days days whose kind differs from the plain week; may touch the December before
 */
public record HolidayNotice(int year, List<NamedDay> days) {

    /**
     * A day the notice speaks of.
     *
     * @param name the holiday
     * @param date the day
     * @param isOffDay false for a day that is worked, as a weekend day in exchange
     */
    public record NamedDay(String name, LocalDate date, boolean isOffDay) {}
}
