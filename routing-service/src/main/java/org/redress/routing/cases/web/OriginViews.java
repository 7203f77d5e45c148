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
import org.redress.routing.cases.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows the days that a body outside set: a second family beside the limits of the law, which moves none of them. */
@Component
class OriginViews {

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日", Locale.CHINESE);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private static final String RETURN = "return";
    private static final String DONE = "done";

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
     * @param state where the sheet stands, in words
     */
    record OriginView(String body, String number, LocalDate receivedOn, List<DayView> days, LimitView state) {

        /** One of the days; absent where the body set none. */
        public @Nullable DayView day(String key) {
            return days.stream()
                    .filter(day -> day.key().equals(key))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * A day that a body outside set.
     *
     * @param key which: return, first-reply or due
     * @param what what is to be done until then
     * @param day the day
     * @param left how long until then, or when that was done
     * @param limit how it stands, in one line
     */
    record DayView(String key, String what, LocalDate day, String left, LimitView limit) {

        private boolean isAwaited() {
            return !key.equals(RETURN) && !limit.state().equals(DONE);
        }
    }

    /** Absent where no body outside sent it. */
    Optional<OriginView> of(PetitionCase petitionCase, Locale locale) {
        PetitionOrigin origin = petitionCase.registration().petition().origin();
        Sheet sheet = petitionCase.sheet().orElse(null);
        if (origin == null || sheet == null) {
            return Optional.empty();
        }
        List<DayView> days = days(origin, sheet, locale);
        return Optional.of(new OriginView(
                origin.body(), origin.number(), origin.receivedOn(), days, state(origin, sheet, days, locale)));
    }

    /** What the body waits for next, in one line; absent where it waits for nothing. */
    @Nullable
    LimitView inOneLine(PetitionCase petitionCase, Locale locale) {
        return of(petitionCase, locale)
                .filter(view -> petitionCase
                        .sheet()
                        .filter(sheet -> sheet.state().isOpen())
                        .isPresent())
                .flatMap(view -> next(view.days()))
                .map(DayView::limit)
                .orElse(null);
    }

    /** What was not done by its day is waited for until it is. */
    private static Optional<DayView> next(List<DayView> days) {
        return days.stream().filter(DayView::isAwaited).findFirst();
    }

    private LimitView state(PetitionOrigin origin, Sheet sheet, List<DayView> days, Locale locale) {
        String kind = say("sheet.state", locale);
        String why = say("origin.why", locale, origin.body());
        return switch (sheet.state()) {
            case OPEN ->
                next(days)
                        .map(day -> new LimitView(day.limit().state(), kind, day.left(), why))
                        .orElseGet(() -> new LimitView("in-time", kind, say("sheet.state.open", locale), why));
            case RETURNING -> new LimitView("still", kind, say("sheet.state.returning", locale), why);
            case ANSWERED -> new LimitView(DONE, kind, on("replied", sheet.answeredOn(), locale), why);
            case RETURNED -> new LimitView(DONE, kind, on("returned", sheet.returnedOn(), locale), why);
        };
    }

    private List<DayView> days(PetitionOrigin origin, Sheet sheet, Locale locale) {
        LocalDate first = sheet.firstReplyOn() == null ? sheet.answeredOn() : sheet.firstReplyOn();
        List<DayView> days = new ArrayList<>();
        add(days, RETURN, origin, origin.returnableUntil(), sheet, null, locale);
        add(days, "first-reply", origin, origin.firstReplyDueOn(), sheet, first, locale);
        add(days, "due", origin, origin.dueOn(), sheet, sheet.answeredOn(), locale);
        days.sort(Comparator.comparing(DayView::day));
        return days;
    }

    private void add(
            List<DayView> days,
            String key,
            PetitionOrigin origin,
            @Nullable LocalDate day,
            Sheet sheet,
            @Nullable LocalDate repliedOn,
            Locale locale) {
        if (day == null) {
            return;
        }
        String what = say("origin." + key, locale);
        String line = say("origin.by." + key, locale, origin.body(), written(day, locale));
        String why = say("origin.why", locale, origin.body());
        boolean done = repliedOn != null || !sheet.state().isOpen();
        boolean asked = key.equals(RETURN) && sheet.returnAskedOn() != null;
        String left = repliedOn != null
                ? on("replied", repliedOn, locale)
                : asked
                        ? on("return-asked", sheet.returnAskedOn(), locale)
                        : done ? say("cases.nothing-owed", locale) : left(day, locale);
        days.add(new DayView(
                key, what, day, left, new LimitView(done ? DONE : state(key, day, asked), what, line, why)));
    }

    private String on(String what, @Nullable LocalDate day, Locale locale) {
        return say("sheet." + what + "-on", locale, day == null ? "" : written(day, locale));
    }

    private String left(LocalDate day, Locale locale) {
        if (limits.isOffUntil(day)) {
            return say("sheet.before-days-off", locale);
        }
        long days = ChronoUnit.DAYS.between(limits.today(), day);
        return say(days == 0 ? "limit.today" : days < 0 ? "limit.over" : "limit.left", locale, Math.abs(days));
    }

    /** Days pass there as the calendar has them: nobody moves one that falls on a day off. */
    private String state(String key, LocalDate day, boolean asked) {
        if (limits.today().isAfter(day)) {
            return key.equals(RETURN) ? "still" : "late";
        }
        return asked ? "still" : day.isAfter(limits.soonUntil(limits.today())) ? "in-time" : "soon";
    }

    private String written(LocalDate day, Locale locale) {
        String here = day.format(Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? CHINESE : ENGLISH);
        return day.getYear() == limits.today().getYear() ? here : day.toString();
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
