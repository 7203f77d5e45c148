package org.redress.routing.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.contracts.cases.Rung;

/** Starts clocks and lays out their ladders: every moment is computed from the clock, never from the rung before it. */
public final class Clockwork {

    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private final Ladder ladder;

    /** For an organisation's calendar, zone and ladder. */
    public Clockwork(WorkingCalendar calendar, ZoneId zone, Ladder ladder) {
        this.calendar = calendar;
        this.zone = zone;
        this.ladder = ladder;
    }

    /** The day of a moment in the organisation's zone. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The moment a limit is missed: 00:00 of the day after the due day. */
    public Instant missedAt(LocalDate dueOn) {
        return dueOn.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The working day so many of them after a day. */
    public LocalDate plusWorkingDays(LocalDate day, int days) {
        return calendar.plusWorkingDays(day, days);
    }

    /**
     * A clock that starts to run.
     *
     * @param startedOn day of the start, not counted
     * @param levels levels above the owner's unit, at least 1
     * @param takenAt when the petition was handed in: rungs up to then have passed before it came and tell nobody
     */
    public Clock start(ClockRule rule, LocalDate startedOn, int levels, Instant takenAt) {
        return start(rule, rule.limit(), startedOn, levels, takenAt);
    }

    /** A clock that starts to run and ends on the day that a person set, after its start. */
    public Clock until(ClockRule rule, LocalDate startedOn, LocalDate dueOn, int levels, Instant takenAt) {
        return start(rule, Limit.until(startedOn, dueOn, rule.limit().article()), startedOn, levels, takenAt);
    }

    private Clock start(ClockRule rule, Limit limit, LocalDate startedOn, int levels, Instant takenAt) {
        Explanation counted = limit.count(startedOn, calendar);
        List<Rung> rungs = rule.window() ? List.of() : ladder(limit, counted, levels, takenAt);
        return withStanding(
                new Clock(rule.kind(), startedOn, counted.dueOn(), Clock.State.RUNNING, counted, rungs), takenAt);
    }

    /** The clock with days added: rungs that fired stay as they are, the others follow the new day. */
    public Clock extend(Clock clock, boolean rolls, Explanation.Addition addition, int levels, Instant now) {
        Limit limit = Limit.of(clock.explanation(), rolls);
        List<Explanation.Addition> additions =
                new ArrayList<>(clock.explanation().added());
        additions.add(addition);
        Explanation counted = limit.count(clock.startedOn(), additions, calendar);
        List<Rung> fired =
                clock.rungs().stream().filter(rung -> !Clocks.isPending(rung)).toList();
        Set<String> names = fired.stream().map(Rung::name).collect(Collectors.toSet());
        Limit whole = new Limit(
                Math.toIntExact(ChronoUnit.DAYS.between(clock.startedOn(), counted.countedTo())),
                Explanation.Days.NATURAL,
                rolls,
                limit.article());
        List<Rung> rungs = Stream.concat(
                        fired.stream(),
                        ladder(
                                        whole,
                                        counted,
                                        levels,
                                        clock.startedOn().atStartOfDay(zone).toInstant())
                                .stream()
                                .filter(rung -> !names.contains(rung.name())))
                .sorted(Comparator.comparing(Rung::dueAt))
                .toList();
        return withStanding(
                new Clock(
                        clock.kind(),
                        clock.startedOn(),
                        counted.dueOn(),
                        clock.state(),
                        counted,
                        rungs,
                        clock.number()),
                now);
    }

    private List<Rung> ladder(Limit limit, Explanation counted, int levels, Instant passedUntil) {
        return Stream.concat(
                        reminders(limit, counted),
                        IntStream.rangeClosed(1, levels).mapToObj(level -> level(counted.dueOn(), level)))
                .map(rung -> rung.dueAt().isAfter(passedUntil) ? rung : passed(rung))
                .sorted(Comparator.comparing(Rung::dueAt))
                .toList();
    }

    private Stream<Rung> reminders(Limit limit, Explanation counted) {
        return ladder.reminders().stream()
                .map(reminder -> new Rung(reminder.name(), 0, reminderAt(limit, counted, reminder), null, false));
    }

    private Instant reminderAt(Limit limit, Explanation counted, Ladder.Reminder reminder) {
        LocalDate share = limit.share(counted.startedOn(), reminder.percent(), calendar);
        LocalDate day = calendar.workingDayOnOrBefore(share);
        if (!day.isAfter(counted.startedOn())) {
            // Working days off work in a row can lie before the start: the first working day after it then reminds.
            day = calendar.workingDayOnOrAfter(counted.startedOn().plusDays(1));
        }
        return at(day.isAfter(counted.dueOn()) ? counted.dueOn() : day, ladder.at());
    }

    private Rung level(LocalDate dueOn, int level) {
        if (level == 1) {
            return new Rung(Ladder.DUE, 1, missedAt(dueOn), null, false);
        }
        LocalDate day = calendar.plusWorkingDays(dueOn, (level - 1) * ladder.everyWorkingDays());
        return new Rung(Ladder.LEVEL + level, level, at(day, ladder.at()), null, false);
    }

    private static Rung passed(Rung rung) {
        return new Rung(rung.name(), rung.level(), rung.dueAt(), rung.firedAt(), true);
    }

    /**
     * The clock after one of its rungs fired. After the top it stands on the first weekly entry still to come: entries
     * missed during a standstill are not made up for.
     */
    public Clock fire(Clock clock, Rung rung, Instant now) {
        Rung fired = new Rung(rung.name(), rung.level(), rung.dueAt(), now, rung.passedBeforeImport());
        List<Rung> rungs = clock.rungs().stream()
                .map(each -> each.equals(rung) ? fired : each)
                .toList();
        return withStanding(clock.climbing(rungs), now);
    }

    private Clock withStanding(Clock clock, Instant after) {
        if (clock.isWindow() || clock.rungs().stream().anyMatch(Clocks::isPending)) {
            return clock;
        }
        Rung top = clock.rungs().stream()
                .filter(rung -> !Ladder.isStanding(rung.name()))
                .max(Comparator.comparing(Rung::dueAt))
                .orElseThrow();
        List<Rung> rungs = new ArrayList<>(clock.rungs());
        rungs.add(standing(top, after));
        return clock.climbing(rungs);
    }

    private Rung standing(Rung top, Instant after) {
        LocalDate topDay = dayOf(top.dueAt());
        long passed = Math.max(0, ChronoUnit.DAYS.between(topDay, dayOf(after)) / ladder.standingEveryDays());
        return LongStream.iterate(Math.max(1, passed), number -> number + 1)
                .mapToObj(number -> new Rung(
                        Ladder.STANDING + number,
                        top.level(),
                        at(topDay.plusDays(number * ladder.standingEveryDays()), ladder.at()),
                        null,
                        false))
                .filter(rung -> rung.dueAt().isAfter(after))
                .findFirst()
                .orElseThrow();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }
}
