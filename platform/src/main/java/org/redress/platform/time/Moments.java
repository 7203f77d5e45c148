package org.redress.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.ValueRange;
import org.jspecify.annotations.Nullable;

/** Reads days and moments by ISO 8601, with {@code T} or a blank; without an offset in the organisation's zone. */
public final class Moments {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd")
            .optionalStart()
            .appendPattern("['T'][ ]HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** Older than anybody who petitions, and later than any limit: whatever lies outside is a slip of the pen. */
    public static final ValueRange YEARS = ValueRange.of(1_900, 2_199);

    private final ZoneId zone;

    /** For an organisation that counts its days in this zone. */
    public Moments(ZoneId zone) {
        this.zone = zone;
    }

    /** The moment, a day's being its start; absent when it is none. */
    public @Nullable Instant moment(String written) {
        ZonedDateTime moment = read(written);
        return moment == null ? null : moment.toInstant();
    }

    /** The day in the organisation's zone; absent when it is none. */
    public @Nullable LocalDate day(String written) {
        ZonedDateTime moment = read(written);
        return moment == null ? null : moment.toLocalDate();
    }

    private @Nullable ZonedDateTime read(String written) {
        try {
            TemporalAccessor read =
                    FORMAT.parseBest(written.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            ZonedDateTime moment = switch (read) {
                case OffsetDateTime offset -> offset.atZoneSameInstant(zone);
                case LocalDateTime local -> local.atZone(zone);
                case LocalDate day -> day.atStartOfDay(zone);
                default -> null;
            };
            return moment == null || !YEARS.isValidIntValue(moment.getYear()) ? null : moment;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
