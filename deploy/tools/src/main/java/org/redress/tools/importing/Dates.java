package org.redress.tools.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.redress.tools.UsageException;

/** How a table writes days and moments; what cannot be read is left as it is, for intake to refuse. */
final class Dates {

    /** The word for a spreadsheet's day numbers. */
    static final String SERIAL = "serial";

    private static final LocalDateTime DAY_NUMBER_0 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final int LAST_DAY_NUMBER = 2_958_465; // 9999-12-31
    private static final double SECONDS_A_DAY = 86_400;

    private final ZoneId zone;
    private final Function<String, Optional<ReceivedAt>> reading;

    private Dates(ZoneId zone, Function<String, Optional<ReceivedAt>> reading) {
        this.zone = zone;
        this.reading = reading;
    }

    /** As {@link ReceivedAt} reads them. */
    static Dates common(ZoneId zone) {
        return new Dates(zone, ReceivedAt::parse);
    }

    /**
     * As day numbers of a spreadsheet ({@code serial}), or by a pattern of {@link DateTimeFormatter}.
     *
     * @throws UsageException when it is neither
     */
    static Dates written(String format, ZoneId zone) {
        if (format.equals(SERIAL)) {
            return new Dates(zone, Dates::serial);
        }
        try {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(format, Locale.CHINA);
            return new Dates(zone, text -> parse(formatter, text));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--date-format: '" + format + "' is neither 'serial' nor a pattern such as"
                    + " 'd.M.yyyy H:mm' (" + e.getMessage() + ").");
        }
    }

    /** A column's text as intake takes it: where the field is a day or a moment, in ISO 8601. */
    String iso(String field, String text) {
        if (!Fields.isDate(field)) {
            return text;
        }
        return reading.apply(text.strip())
                .map(read -> field.equals(Fields.RECEIVED_AT)
                        ? read.toString()
                        : read.day(zone).toString())
                .orElse(text);
    }

    private static Optional<ReceivedAt> parse(DateTimeFormatter formatter, String text) {
        try {
            Temporal read =
                    (Temporal) formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(new ReceivedAt(read));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ReceivedAt> serial(String text) {
        if (!text.matches("\\d{1,7}(\\.\\d{1,20})?")) {
            return Optional.empty();
        }
        double days = Double.parseDouble(text);
        if (days < 1 || days >= LAST_DAY_NUMBER + 1) {
            return Optional.empty();
        }
        LocalDateTime moment = DAY_NUMBER_0.plus(Math.round(days * SECONDS_A_DAY), ChronoUnit.SECONDS);
        return Optional.of(new ReceivedAt(text.contains(".") ? moment : moment.toLocalDate()));
    }
}
