package org.redress.tools.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** A moment as files write it: ISO 8601, {@code T} or a blank between day and time, with or without time and offset. */
record ReceivedAt(Temporal value) {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalEnd()
            .toFormatter();

    private static final int DAY_LENGTH = "2026-01-01".length();

    /** Reads a moment; empty when it is none, which is for intake to refuse. */
    static Optional<ReceivedAt> parse(String text) {
        String iso = text.strip();
        if (iso.length() > DAY_LENGTH && iso.charAt(DAY_LENGTH) == ' ') {
            iso = iso.substring(0, DAY_LENGTH)
                    + 'T'
                    + iso.substring(DAY_LENGTH + 1).strip();
        }
        try {
            TemporalAccessor read = FORMAT.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(new ReceivedAt((Temporal) read));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The moment, taking days and times without offset as the zone's; a day without time is its beginning. */
    Instant instant(ZoneId zone) {
        return switch (value) {
            case OffsetDateTime moment -> moment.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            case LocalDate day -> day.atStartOfDay(zone).toInstant();
            default -> throw new IllegalStateException(value.getClass() + " is never read");
        };
    }

    /** The same time of day, some days later. */
    ReceivedAt plusDays(long days) {
        return new ReceivedAt(value.plus(days, ChronoUnit.DAYS));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
