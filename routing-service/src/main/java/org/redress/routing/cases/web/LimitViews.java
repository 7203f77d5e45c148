package org.redress.routing.cases.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.redress.contracts.Words;
import org.redress.contracts.calendar.Day;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says how limits stand, in the days that the law counts them in: working days where it counts those. */
@Component
class LimitViews {

    private final Editions editions;
    private final WorkingCalendar calendar;
    private final MessageSource messages;
    private final InstantSource clock;
    private final ZoneId zone;
    private final int soon;

    /** Soon is what ends within that many working days. */
    LimitViews(
            Editions editions,
            WorkingCalendar calendar,
            MessageSource messages,
            InstantSource clock,
            ZoneId zone,
            @Value("${redress.pages.soon:3}") int soon) {
        this.editions = editions;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
        this.soon = soon;
    }

    /** Today where the organisation is. */
    LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** True for a day on which nobody works. */
    boolean isFree(LocalDate day) {
        return !calendar.days(day, day.plusDays(1)).getFirst().working();
    }

    /** True where nobody works any more after today until that day. */
    boolean isOffUntil(LocalDate day) {
        return calendar.isOffUntil(today(), day);
    }

    /** The last day of what is soon. */
    LocalDate soonUntil(LocalDate today) {
        return calendar.plusWorkingDays(today, soon);
    }

    /** The limit that ends first of those that somebody owes; empty once nothing is owed. */
    Optional<LimitView> first(PetitionCase petitionCase, LocalDate today, Locale locale) {
        return petitionCase.clocks().running().stream()
                .filter(clock -> !clock.isWindow())
                .min(Comparator.comparing(Clock::dueOn))
                .map(clock -> of(clock, today, locale));
    }

    LimitView of(Clock clock, LocalDate today, Locale locale) {
        return new LimitView(
                state(clock, today),
                kind(clock.kind(), locale),
                words(clock, today, locale),
                clock.explanation().text(locale));
    }

    /** As the organisation calls it today; a kind that it has no more as it was called by everybody. */
    private String kind(String kind, Locale locale) {
        return editions.active()
                .rulebook()
                .clocks()
                .rule(kind)
                .map(rule -> rule.name(locale))
                .or(() -> Words.name("clock", kind, locale))
                .orElse(kind);
    }

    private String state(Clock clock, LocalDate today) {
        if (clock.state() != Clock.State.RUNNING) {
            return clock.state() == Clock.State.LATE ? "late" : "done";
        }
        if (clock.isWindow()) {
            return "still";
        }
        if (today.isAfter(clock.dueOn())) {
            return "late";
        }
        return clock.dueOn().isAfter(soonUntil(today)) ? "in-time" : "soon";
    }

    private String words(Clock clock, LocalDate today, Locale locale) {
        if (clock.state() != Clock.State.RUNNING) {
            return say("limit." + Names.of(clock.state()), 0, locale);
        }
        boolean over = today.isAfter(clock.dueOn());
        if (clock.isWindow() && over) {
            return say("limit.lapsed", 0, locale);
        }
        if (today.isEqual(clock.dueOn())) {
            return say("limit.today", 0, locale);
        }
        boolean working = clock.explanation().days() == Explanation.Days.WORKING;
        long days = over ? days(clock.dueOn(), today, working) : days(today, clock.dueOn(), working);
        return say("limit." + (over ? "over" : "left") + (working ? "-working" : ""), days, locale);
    }

    /** Days after the one date up to the other. */
    private long days(LocalDate from, LocalDate to, boolean working) {
        return working
                ? calendar.days(from.plusDays(1), to.plusDays(1)).stream()
                        .filter(Day::working)
                        .count()
                : ChronoUnit.DAYS.between(from, to);
    }

    private String say(String key, long days, Locale locale) {
        return messages.getMessage(key, new Object[] {days}, locale);
    }
}
