package org.redress.routing.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.redress.contracts.calendar.HolidayNotice;
import org.redress.contracts.calendar.HolidayNotice.NamedDay;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.contracts.cases.Explanation;

/**
 * A calendar on the wall and someone who counts on it: one day after the other, each looked up in the notices anew, and
 * without a line of the code under test.
 *
 * @param notices drawn at random, at most one a year
 */
record WallCalendar(List<HolidayNotice> notices) {

    private static final int FIRST = 2010;
    private static final int LAST = 2030;

    static WallCalendar draw(Random random) {
        List<HolidayNotice> notices = new ArrayList<>();
        for (int year = FIRST; year <= LAST; year++) {
            if (random.nextInt(100) < 70) {
                notices.add(new HolidayNotice(year, days(year, random)));
            }
        }
        return new WallCalendar(notices);
    }

    /** Runs of days off and of days worked, anywhere from the December before. */
    private static List<NamedDay> days(int year, Random random) {
        List<NamedDay> days = new ArrayList<>();
        Set<LocalDate> taken = new HashSet<>();
        for (int run = random.nextInt(14); run > 0; run--) {
            LocalDate day = LocalDate.of(year - 1, 12, 1).plusDays(random.nextInt(365 + 31));
            boolean off = random.nextInt(100) < 65;
            for (int left = 1 + random.nextInt(off ? 9 : 3); left > 0; left--, day = day.plusDays(1)) {
                if (day.getYear() <= year && taken.add(day)) {
                    days.add(new NamedDay("节" + run, day, off));
                }
            }
        }
        return days;
    }

    /** The same notices for the code under test. */
    WorkingCalendar underTest() {
        return WorkingCalendar.of(notices);
    }

    boolean isWorked(LocalDate day) {
        boolean worked = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        for (HolidayNotice notice : notices) {
            for (NamedDay named : notice.days()) {
                if (named.date().equals(day)) {
                    worked = !named.isOffDay();
                }
            }
        }
        return worked;
    }

    boolean hasNotice(int year) {
        return notices.stream().anyMatch(notice -> notice.year() == year);
    }

    /** So many days after the start, which is not counted. */
    LocalDate after(LocalDate start, int count, Explanation.Days days) {
        LocalDate day = start;
        int counted = 0;
        while (counted < count) {
            day = day.plusDays(1);
            if (days == Explanation.Days.NATURAL || isWorked(day)) {
                counted++;
            }
        }
        return day;
    }

    LocalDate workedOnOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorked(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    LocalDate workedOnOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorked(found)) {
            found = found.minusDays(1);
        }
        return found;
    }
}
