package org.redress.routing.clocks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.calendar.Day;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.contracts.cases.Explanation;

/**
 * A length of time and how it is counted: the first day is not counted (民法典 201, applied by choice).
 *
 * @param length number of days, from 1
 * @param days natural or working, or set by a person
 * @param rolls true when a limit that ends on a day off moves to the next working day (民法典 203, by choice)
 * @param article source of the limit
 */
public record Limit(int length, Explanation.Days days, boolean rolls, String article) {

    /** The limit that a person sets by naming its last day, which does not move. */
    public static Limit until(LocalDate startedOn, LocalDate dueOn, String article) {
        return new Limit(
                Math.toIntExact(ChronoUnit.DAYS.between(startedOn, dueOn)), Explanation.Days.SET, false, article);
    }

    /** Counts from a day and says how. */
    public Explanation count(LocalDate startedOn, WorkingCalendar calendar) {
        return count(startedOn, List.of(), calendar);
    }

    /** Counts from a day with what was added since, before the last day moves over days off. */
    Explanation count(LocalDate startedOn, List<Explanation.Addition> additions, WorkingCalendar calendar) {
        int added = additions.stream().mapToInt(Explanation.Addition::days).sum();
        LocalDate countedTo = after(startedOn, length, calendar).plusDays(added);
        LocalDate dueOn = rolls ? calendar.workingDayOnOrAfter(countedTo) : countedTo;
        List<Explanation.SkippedDay> skipped = calendar.days(countedTo, dueOn).stream()
                .map(day -> new Explanation.SkippedDay(day.date(), day.name()))
                .toList();
        return new Explanation(
                article,
                startedOn,
                length,
                days,
                countedTo,
                skipped,
                dueOn,
                calendar.isProvisional(startedOn, dueOn),
                additions.isEmpty() ? null : List.copyOf(additions),
                holidays(startedOn, calendar));
    }

    private @Nullable List<Explanation.SkippedDay> holidays(LocalDate startedOn, WorkingCalendar calendar) {
        if (days != Explanation.Days.WORKING) {
            return null;
        }
        List<Explanation.SkippedDay> holidays =
                calendar.days(startedOn.plusDays(1), after(startedOn, length, calendar)).stream()
                        .filter(day -> day.kind() == Day.Kind.HOLIDAY)
                        .map(day -> new Explanation.SkippedDay(day.date(), day.name()))
                        .toList();
        return holidays.isEmpty() ? null : holidays;
    }

    /** The limit as it was counted for a clock. */
    static Limit of(Explanation counted, boolean rolls) {
        return new Limit(counted.limit(), counted.days(), rolls, counted.article());
    }

    /** The day on which a share of the limit has passed, rounded down to whole days; percent from 1 to 99. */
    LocalDate share(LocalDate startedOn, int percent, WorkingCalendar calendar) {
        return after(startedOn, length * percent / 100, calendar);
    }

    private LocalDate after(LocalDate startedOn, int count, WorkingCalendar calendar) {
        return switch (days) {
            case NATURAL, SET -> startedOn.plusDays(count);
            case WORKING -> calendar.plusWorkingDays(startedOn, count);
        };
    }
}
