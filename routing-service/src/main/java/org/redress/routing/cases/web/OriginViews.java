package org.redress.routing.cases.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.routing.cases.PetitionCase;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows the days that a body outside set: a second family beside the limits of the law, which moves none of them. */
@Component
class OriginViews {

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日", Locale.CHINESE);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final MessageSource messages;
    private final LimitViews limits;

    OriginViews(MessageSource messages, LimitViews limits) {
        this.messages = messages;
        this.limits = limits;
    }

    /**
     * Where a petition came from.
     *
     * @param body what the body is called
     * @param number its number there
     * @param receivedOn when it came from there
     * @param days what it wants by when, in the order of the days
     */
    record OriginView(String body, String number, LocalDate receivedOn, List<DayView> days) {}

    /**
     * A day that a body outside set.
     *
     * @param what what is to be done until then
     * @param day the day
     * @param left how long until then
     * @param limit how it stands, in one line
     */
    record DayView(String what, LocalDate day, String left, LimitView limit) {}

    /** Absent where no body outside sent it. */
    Optional<OriginView> of(PetitionCase petitionCase, Locale locale) {
        PetitionOrigin origin = petitionCase.registration().petition().origin();
        if (origin == null) {
            return Optional.empty();
        }
        return Optional.of(new OriginView(
                origin.body(),
                origin.number(),
                origin.receivedOn(),
                days(origin, petitionCase.state().isOpen(), locale)));
    }

    /** The next day on which an open case is awaited there, in one line; absent where there is none. */
    @Nullable
    LimitView inOneLine(PetitionCase petitionCase, Locale locale) {
        PetitionOrigin origin = petitionCase.registration().petition().origin();
        return origin == null || !petitionCase.state().isOpen()
                ? null
                : next(awaited(origin, locale)).map(DayView::limit).orElse(null);
    }

    private Optional<DayView> next(List<DayView> days) {
        return days.stream()
                .filter(each -> !each.day().isBefore(limits.today()))
                .findFirst()
                .or(() -> days.isEmpty() ? Optional.empty() : Optional.of(days.getLast()));
    }

    private List<DayView> days(PetitionOrigin origin, boolean open, Locale locale) {
        List<DayView> days = new ArrayList<>();
        add(days, "return", origin.body(), origin.returnableUntil(), open, locale);
        add(days, "first-reply", origin.body(), origin.firstReplyDueOn(), open, locale);
        add(days, "due", origin.body(), origin.dueOn(), open, locale);
        days.sort(Comparator.comparing(DayView::day));
        return days;
    }

    /** What it waits for; that it takes something back until then is no duty. */
    private List<DayView> awaited(PetitionOrigin origin, Locale locale) {
        List<DayView> days = new ArrayList<>();
        add(days, "first-reply", origin.body(), origin.firstReplyDueOn(), true, locale);
        add(days, "due", origin.body(), origin.dueOn(), true, locale);
        return days;
    }

    private void add(
            List<DayView> days, String what, String body, @Nullable LocalDate day, boolean open, Locale locale) {
        if (day != null) {
            String name = say("origin." + what, locale);
            String line = say("origin.by." + what, locale, body, written(day, locale));
            String why = say("origin.why", locale, body);
            days.add(new DayView(
                    name, day, left(day, open, locale), new LimitView(state(what, day, open), name, line, why)));
        }
    }

    private String left(LocalDate day, boolean open, Locale locale) {
        long days = ChronoUnit.DAYS.between(limits.today(), day);
        return !open
                ? say("cases.nothing-owed", locale)
                : say(days == 0 ? "limit.today" : days < 0 ? "limit.over" : "limit.left", locale, Math.abs(days));
    }

    /** Days pass there as the calendar has them: nobody moves one that falls on a day off. */
    private String state(String what, LocalDate day, boolean open) {
        if (!open) {
            return "done";
        }
        if (limits.today().isAfter(day)) {
            return what.equals("return") ? "still" : "late";
        }
        return day.isAfter(limits.soonUntil(limits.today())) ? "in-time" : "soon";
    }

    private String written(LocalDate day, Locale locale) {
        String here = day.format(Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? CHINESE : ENGLISH);
        return day.getYear() == limits.today().getYear() ? here : day.toString();
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
