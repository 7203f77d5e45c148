package org.redress.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments and spans as people type them.
 *
 * @param zone the organisation's, in which days and moments without an offset are meant
 */
public record ClockWords(ZoneId zone) {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,5})(w|d|h|m|s)");

    /** Reads {@code 2026-03-01}, {@code 2026-03-01T09:00} or a moment with an offset; empty when it is none of them. */
    public Optional<Instant> moment(String text) {
        String moment = text.replace(' ', 'T');
        return parsed(() -> OffsetDateTime.parse(moment).toInstant())
                .or(() -> parsed(() -> LocalDateTime.parse(moment).atZone(zone).toInstant()))
                .or(() ->
                        parsed(() -> LocalDate.parse(moment).atStartOfDay(zone).toInstant()));
    }

    /** Adds {@code 30d}, {@code 2w}, {@code 12h}, {@code 45m} or {@code 10s}; empty when it is none of them. */
    public Optional<Instant> later(Instant from, String span) {
        Matcher matcher = SPAN.matcher(span);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        ZonedDateTime start = from.atZone(zone);
        return Optional.of(
                        switch (matcher.group(2)) {
                            case "w" -> start.plusWeeks(number);
                            case "d" -> start.plusDays(number);
                            case "h" -> start.plus(Duration.ofHours(number));
                            case "m" -> start.plus(Duration.ofMinutes(number));
                            default -> start.plus(Duration.ofSeconds(number));
                        })
                .map(ZonedDateTime::toInstant);
    }

    private static Optional<Instant> parsed(Supplier<Instant> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
