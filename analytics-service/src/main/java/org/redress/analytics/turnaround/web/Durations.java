package org.redress.analytics.turnaround.web;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells durations in the unit that suits them. */
@Component
class Durations {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final MessageSource words;

    Durations(MessageSource words) {
        this.words = words;
    }

    String told(long seconds, Locale locale) {
        if (seconds < MINUTE) {
            return Objects.requireNonNull(words.getMessage("turnaround.moment", null, locale));
        }
        if (seconds < HOUR) {
            return told("turnaround.minutes", seconds, MINUTE, locale);
        }
        return seconds < 2 * DAY
                ? told("turnaround.hours", seconds, HOUR, locale)
                : told("turnaround.days", seconds, DAY, locale);
    }

    private String told(String unit, long seconds, long length, Locale locale) {
        return Objects.requireNonNull(words.getMessage(unit, new Object[] {seconds / (double) length}, locale));
    }
}
