package org.redress.analytics.trends;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.calendar.Day;
import org.redress.contracts.calendar.WorkingCalendar;

/**
 * By how much the kind of a day, and its month, raise or lower what comes on it. Learned from days that are over; where few
 * petitions tell of it, little is made of it.
 */
public final class Season {

    /** A month's share is learned from whole years, and not from a single one. */
    static final int YEARS = 2;

    private static final int BLOCK = 28;
    private static final int DAYS_BACK = 730;
    private static final int YEAR = 365;
    private static final int MONTHS = 12;
    private static final double DAYS_PRIOR = 5;
    private static final double MONTHS_PRIOR = 10;

    private final WorkingCalendar calendar;
    private final Map<Kind, Double> kinds;
    private final double @Nullable [] months;

    /** What a day is for those who write. */
    public enum Kind {
        /** A Monday that is worked, and so on. */
        MONDAY,
        /** The day after. */
        TUESDAY,
        /** The day after. */
        WEDNESDAY,
        /** The day after. */
        THURSDAY,
        /** The day after. */
        FRIDAY,
        /** A Saturday off. */
        SATURDAY,
        /** A Sunday off. */
        SUNDAY,
        /** A day off by the State Council's notice. */
        HOLIDAY,
        /** A Saturday or Sunday that is worked in exchange. */
        MADE_UP;

        /** Name in answers, and of its words. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(Day day) {
            return switch (day.kind()) {
                case HOLIDAY -> HOLIDAY;
                case MADE_UP -> MADE_UP;
                case WORKING, WEEKEND -> of(day.date().getDayOfWeek());
            };
        }

        private static Kind of(DayOfWeek day) {
            return valueOf(day.name());
        }
    }

    private Season(WorkingCalendar calendar, Map<Kind, Double> kinds, double @Nullable [] months) {
        this.calendar = calendar;
        this.kinds = kinds;
        this.months = months;
    }

    /** Where every day is like every other. */
    public static Season none(WorkingCalendar calendar) {
        return new Season(calendar, Map.of(), null);
    }

    /**
     * Learns it.
     *
     * @param calendar tells which days are off
     * @param all counts of everything the kinds of days are learned from; days without any are left out
     * @param own counts of what the months are learned from
     * @param first first day that is known
     * @param last last day that is over
     */
    public static Season learn(
            WorkingCalendar calendar,
            NavigableMap<LocalDate, Integer> all,
            NavigableMap<LocalDate, Integer> own,
            LocalDate first,
            LocalDate last) {
        Season byKind = new Season(calendar, kinds(calendar, all, first, last), null);
        return new Season(calendar, byKind.kinds, byKind.months(own, first, last));
    }

    private static Map<Kind, Double> kinds(
            WorkingCalendar calendar, NavigableMap<LocalDate, Integer> all, LocalDate first, LocalDate last) {
        Map<Kind, Double> came = new EnumMap<>(Kind.class);
        Map<Kind, Double> expected = new EnumMap<>(Kind.class);
        LocalDate earliest = last.minusDays(DAYS_BACK);
        LocalDate from = first.isBefore(earliest) ? earliest : first;
        // Against the mean of four weeks, so that growth is not taken for a season.
        for (LocalDate block = last.minusDays(BLOCK - 1); !block.isBefore(from); block = block.minusDays(BLOCK)) {
            double mean = sum(all, block, block.plusDays(BLOCK - 1)) / BLOCK;
            for (int day = 0; day < BLOCK; day++) {
                LocalDate date = block.plusDays(day);
                Kind kind = Kind.of(calendar.day(date));
                came.merge(kind, (double) all.getOrDefault(date, 0), Double::sum);
                expected.merge(kind, mean, Double::sum);
            }
        }
        Map<Kind, Double> kinds = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            kinds.put(
                    kind,
                    (came.getOrDefault(kind, 0.0) + DAYS_PRIOR) / (expected.getOrDefault(kind, 0.0) + DAYS_PRIOR));
        }
        return kinds;
    }

    private double @Nullable [] months(NavigableMap<LocalDate, Integer> own, LocalDate first, LocalDate last) {
        int years = (int) ((ChronoUnit.DAYS.between(first, last) + 1) / YEAR);
        if (years < YEARS) {
            return null;
        }
        double[] came = new double[MONTHS];
        double[] expected = new double[MONTHS];
        for (int year = 0; year < years; year++) {
            LocalDate to = last.minusDays((long) year * YEAR);
            LocalDate from = to.minusDays(YEAR - 1);
            double rate = sum(own, from, to) / exposure(from, to).plain();
            for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
                int month = date.getMonthValue() - 1;
                came[month] += own.getOrDefault(date, 0);
                expected[month] += rate * exposure(date, date).plain();
            }
        }
        double[] months = new double[MONTHS];
        Arrays.setAll(months, month -> (came[month] + MONTHS_PRIOR) / (expected[month] + MONTHS_PRIOR));
        return months;
    }

    private static double sum(NavigableMap<LocalDate, Integer> counts, LocalDate from, LocalDate to) {
        return counts.subMap(from, true, to, true).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** How many ordinary days the days from one to another weigh. */
    public Exposure exposure(LocalDate from, LocalDate to) {
        double plain = 0;
        double yearly = 0;
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            double kind = kinds.getOrDefault(Kind.of(calendar.day(date)), 1.0);
            plain += kind;
            yearly += kind * month(date.getMonthValue());
        }
        return new Exposure(plain, yearly);
    }

    /** The factor of each kind of day, 1 for an ordinary one. */
    public Map<Kind, Double> kinds() {
        return kinds;
    }

    /**
     * The factor of a month; 1 while two years are not over.
     *
     * @param month from 1 to 12
     */
    public double month(int month) {
        return months == null ? 1 : months[month - 1];
    }

    /** Whether months have factors. */
    public boolean isYearly() {
        return months != null;
    }
}
