package org.redress.routing.cases.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.TargetDay;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Post;
import org.redress.routing.procedure.Promise;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows the days that somebody was given or promised 限时事项, apart from the limits of the law. */
@Component
class TargetViews {

    private final MessageSource messages;
    private final LimitViews limits;
    private final Editions editions;

    TargetViews(MessageSource messages, LimitViews limits, Editions editions) {
        this.messages = messages;
        this.limits = limits;
        this.editions = editions;
    }

    /**
     * A day.
     *
     * @param number by which it is ended, from 1
     * @param kind by whom, or to whom
     * @param dueOn the day, as it was noted
     * @param state in-time, soon, late, done or still: how it is coloured
     * @param words how it stands
     * @param textId text that says what is to be done; absent where there is none
     * @param endId text that says what was done, or why it was put down; absent where there is none
     */
    record Line(
            int number,
            String kind,
            LocalDate dueOn,
            String state,
            String words,
            @Nullable String textId,
            @Nullable String endId) {}

    /** All there ever were, those that are open first, in the order of their days. */
    List<Line> of(PetitionCase petitionCase, Locale locale) {
        List<TargetDay> all = petitionCase.targets();
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(
                                index -> !all.get(index).isOpen())
                        .thenComparing(index -> all.get(index).dueOn()))
                .map(index -> line(index + 1, all.get(index), locale))
                .toList();
    }

    private Line line(int number, TargetDay target, Locale locale) {
        return new Line(
                number,
                say("kind." + Names.of(target.kind()), locale),
                target.dueOn(),
                state(target),
                standing(target, locale),
                target.textId(),
                target.endId());
    }

    /** What the opinion in force promises, in the order of its days. */
    List<Line> ofPromises(PetitionCase petitionCase, Locale locale) {
        List<Promise> all = petitionCase.promises();
        boolean owed = petitionCase.openPromises().findAny().isPresent();
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing(index -> all.get(index).dueOn()))
                .map(index -> line(index + 1, all.get(index), owed, locale))
                .toList();
    }

    private Line line(int number, Promise promise, boolean owed, Locale locale) {
        LocalDate keptOn = promise.keptOn();
        boolean late = (keptOn == null ? limits.today() : keptOn).isAfter(promise.dueOn());
        if (keptOn != null) {
            String words = say("target.ended.met" + (late ? "-late" : ""), locale);
            return new Line(number, post(promise), promise.dueOn(), late ? "late" : "done", words, null, null);
        }
        return owed
                ? new Line(
                        number,
                        post(promise),
                        promise.dueOn(),
                        state(promise.dueOn()),
                        left(promise.dueOn(), locale),
                        null,
                        null)
                : new Line(
                        number,
                        post(promise),
                        promise.dueOn(),
                        "still",
                        say("target.ended.lapsed", locale),
                        null,
                        null);
    }

    private String post(Promise promise) {
        Post held = editions.active().organisation().posts().get(promise.owner());
        return held == null ? promise.owner() : held.title() + " " + held.name();
    }

    /** The earliest day that is open, in one line; absent where none is. */
    @Nullable
    LimitView inOneLine(PetitionCase petitionCase, Locale locale) {
        Stream<Open> promised = petitionCase.openPromises().map(promise -> new Open("opinion", promise.dueOn()));
        Stream<Open> noted = petitionCase.targets().stream()
                .filter(TargetDay::isOpen)
                .map(target -> new Open(Names.of(target.kind()), target.dueOn()));
        return Stream.concat(noted, promised)
                .min(Comparator.comparing(Open::dueOn))
                .map(open -> new LimitView(
                        state(open.dueOn()),
                        say("kind." + open.kind(), locale),
                        left(open.dueOn(), locale) + " · " + say("target." + open.kind(), locale),
                        say("target.why", locale, open.dueOn())))
                .orElse(null);
    }

    private record Open(String kind, LocalDate dueOn) {}

    private String standing(TargetDay target, Locale locale) {
        if (target.isOpen()) {
            return left(target.dueOn(), locale);
        }
        String how = target.lapsed()
                ? "lapsed"
                : Names.of(Objects.requireNonNull(target.ending())) + (target.isLate(limits.today()) ? "-late" : "");
        return say("target.ended." + how, locale);
    }

    private String left(LocalDate dueOn, Locale locale) {
        long days = ChronoUnit.DAYS.between(limits.today(), dueOn);
        return say(days == 0 ? "limit.today" : days < 0 ? "limit.over" : "limit.left", locale, Math.abs(days));
    }

    private String state(TargetDay target) {
        LocalDate today = limits.today();
        if (target.isLate(today)) {
            return "late";
        }
        if (!target.isOpen()) {
            return target.lapsed() ? "still" : "done";
        }
        return state(target.dueOn());
    }

    private String state(LocalDate dueOn) {
        LocalDate today = limits.today();
        if (today.isAfter(dueOn)) {
            return "late";
        }
        return dueOn.isAfter(limits.soonUntil(today)) ? "in-time" : "soon";
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
