package org.redress.contracts.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says of any date whether it is worked, and why; a year without a notice is counted with plain weekends. */
public final class WorkingCalendar {

    private final Map<LocalDate, HolidayNotice.NamedDay> noticed;
    private final Set<Integer> years;

    private WorkingCalendar(Map<LocalDate, HolidayNotice.NamedDay> noticed, Set<Integer> years) {
        this.noticed = Map.copyOf(noticed);
        this.years = Set.copyOf(years);
    }

    /** The calendar of these notices; where two speak of one day, the notice of the later year, then the later in order. */
    public static WorkingCalendar of(Collection<HolidayNotice> notices) {
        Map<LocalDate, HolidayNotice.NamedDay> days = new HashMap<>();
        Map<Integer, HolidayNotice> byYear = notices.stream()
                .collect(Collectors.toMap(HolidayNotice::year, notice -> notice, (first, second) -> second));
        byYear.values().stream()
                .sorted(Comparator.comparingInt(HolidayNotice::year))
                .forEach(notice -> notice.days().forEach(day -> days.put(day.date(), day)));
        return new WorkingCalendar(days, byYear.keySet());
    }

    /** What the date is. */
    public Day day(LocalDate date) {
        boolean provisional = !years.contains(date.getYear());
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        HolidayNotice.NamedDay named = noticed.get(date);
        if (named != null && named.isOffDay()) {
            return new Day(date, Day.Kind.HOLIDAY, named.name(), provisional);
        }
        if (named != null && weekend) {
            return new Day(date, Day.Kind.MADE_UP, named.name(), provisional);
        }
        // That a Monday is worked again, as the second notice for 2020 says, makes it no other Monday.
        return weekend
                ? new Day(date, Day.Kind.WEEKEND, Day.WEEKEND_NAME, provisional)
                : new Day(date, Day.Kind.WORKING, "", provisional);
    }

    /** True when the date is worked. */
    public boolean isWorking(LocalDate date) {
        return day(date).working();
    }

    /** The nth working day after the date, which is itself not counted; the date itself for 0. */
    public LocalDate plusWorkingDays(LocalDate date, int days) {
        LocalDate reached = date;
        for (int counted = 0; counted < days; counted++) {
            reached = workingDayOnOrAfter(reached.plusDays(1));
        }
        return reached;
    }

    /** True when nobody works after the one date until the other, which is later: what is due then is to be done before. */
    public boolean isOffUntil(LocalDate date, LocalDate later) {
        return later.isAfter(date) && plusWorkingDays(date, 1).isAfter(later);
    }

    /** The date, or the next working day when it is off. */
    public LocalDate workingDayOnOrAfter(LocalDate date) {
        return Stream.iterate(date, day -> day.plusDays(1))
                .filter(this::isWorking)
                .findFirst()
                .orElseThrow();
    }

    /** The date, or the working day before it when it is off. */
    public LocalDate workingDayOnOrBefore(LocalDate date) {
        return Stream.iterate(date, day -> day.minusDays(1))
                .filter(this::isWorking)
                .findFirst()
                .orElseThrow();
    }

    /** The days from one date up to, not including, another. */
    public List<Day> days(LocalDate from, LocalDate until) {
        return from.datesUntil(until).map(this::day).toList();
    }

    /** True when a year between the two dates, both included, has no notice yet. */
    public boolean isProvisional(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).anyMatch(year -> !years.contains(year));
    }
}
