package org.redress.analytics.figures;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month, a quarter or a year.
 *
 * @param written as in requests: {@code 2026-11}, {@code 2026-Q4} or {@code 2026}
 * @param first its first month
 * @param months its length
 */
public record Period(String written, YearMonth first, int months) {

    private static final Pattern WRITTEN = Pattern.compile("(20[0-9]{2})(?:-(0[1-9]|1[0-2])|-Q([1-4]))?");
    private static final int QUARTER = 3;
    private static final int YEAR = 12;

    /** The period that is written so; empty when that is none. */
    public static Optional<Period> of(String written) {
        Matcher found = WRITTEN.matcher(written);
        if (!found.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(found.group(1));
        if (found.group(2) != null) {
            return Optional.of(of(YearMonth.of(year, Integer.parseInt(found.group(2))), 1));
        }
        return Optional.of(
                found.group(3) == null
                        ? of(YearMonth.of(year, 1), YEAR)
                        : of(YearMonth.of(year, (Integer.parseInt(found.group(3)) - 1) * QUARTER + 1), QUARTER));
    }

    /** The month of a day. */
    public static Period monthOf(LocalDate day) {
        return of(YearMonth.from(day), 1);
    }

    private static Period of(YearMonth first, int months) {
        String written = switch (months) {
            case 1 -> first.toString();
            case QUARTER -> first.getYear() + "-Q" + ((first.getMonthValue() - 1) / QUARTER + 1);
            default -> Year.of(first.getYear()).toString();
        };
        return new Period(written, first, months);
    }

    /** Its first day. */
    public LocalDate from() {
        return first.atDay(1);
    }

    /** Its last day. */
    public LocalDate to() {
        return first.plusMonths(months - 1L).atEndOfMonth();
    }

    /** True when the day lies in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from()) && !day.isAfter(to());
    }

    /** The one before it. */
    public Period before() {
        return of(first.minusMonths(months), months);
    }

    /** The one after it. */
    public Period after() {
        return of(first.plusMonths(months), months);
    }

    /** The quarter it begins in. */
    public Period quarter() {
        return of(first.minusMonths((first.getMonthValue() - 1) % QUARTER), QUARTER);
    }

    /** The year it begins in. */
    public Period year() {
        return of(YearMonth.of(first.getYear(), 1), YEAR);
    }

    /** The same of the year before. */
    public Period lastYear() {
        return of(first.minusYears(1), months);
    }
}
