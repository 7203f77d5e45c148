package org.redress.notification.notifications;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Rung;

/**
 * A limit as it stood when a message about it was planned.
 *
 * @param clock kind of the clock, such as {@code notice} or {@code handle}
 * @param dueOn last day in time, ISO 8601
 * @param missed true when that day had passed when the event happened
 * @param rung name of the rung that was reached; absent where the message is not about a rung
 * @param level level of that rung, 0 for the owner
 * @param zh why it is that date, in Chinese
 * @param en why it is that date, in English
 */
public record Deadline(
        String clock,
        String dueOn,
        boolean missed,
        @Nullable String rung,
        int level,
        String zh,
        String en) {

    /** The limit of a clock, seen on a day of the organisation. */
    public static Deadline of(Clock clock, LocalDate today) {
        return of(clock, null, today);
    }

    /** The limit of a clock that reached a rung, seen on a day of the organisation. */
    public static Deadline of(Clock clock, @Nullable Rung rung, LocalDate today) {
        return new Deadline(
                clock.kind(),
                clock.dueOn().toString(),
                clock.dueOn().isBefore(today),
                rung == null ? null : rung.name(),
                rung == null ? 0 : rung.level(),
                clock.explanation().text(Locale.CHINESE),
                clock.explanation().text(Locale.ENGLISH));
    }

    /** Why it is that date: Chinese for {@code zh}, otherwise English. */
    public String why(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
    }
}
