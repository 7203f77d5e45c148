package org.redress.tools.importing;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment as files write it, year first: ISO 8601 with or without time and offset, {@code 2026/11/21 8:30} or
 * {@code 2026年11月21日 8时30分}.
 */
record ReceivedAt(Temporal value) {

    private static final Pattern WRITTEN =
            Pattern.compile("(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})"
                    + "(?:[T ] *(?<hour>\\d{1,2}):(?<minute>\\d{1,2})?(?::(?<second>\\d{2})(?<fraction>\\.\\d{1,9})?)?"
                    + " *(?<offset>Z|[+-]\\d{2}:?\\d{2})?)?");

    /** Reads a moment; empty when it is none, which is for intake to refuse. */
    static Optional<ReceivedAt> parse(String text) {
        Matcher written = WRITTEN.matcher(plain(text));
        try {
            return written.matches() ? Optional.of(new ReceivedAt(read(written))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Half-width, with the marks of other writings in the place of 年月日时分秒. */
    private static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (plain.indexOf('年') >= 0) {
            plain = plain.replace('年', '-')
                    .replace('月', '-')
                    .replace('日', ' ')
                    .replace('时', ':')
                    .replace('分', ':')
                    .replace("秒", "");
        }
        return plain.strip().replaceFirst("(?<=:\\d{1,2}):$", "");
    }

    private static Temporal read(Matcher written) {
        LocalDate day = LocalDate.of(number(written, "year"), number(written, "month"), number(written, "day"));
        if (written.group("hour") == null) {
            return day;
        }
        LocalDateTime local =
                day.atTime(LocalTime.of(number(written, "hour"), number(written, "minute"), number(written, "second"))
                        .plusNanos(nanos(written.group("fraction"))));
        String offset = written.group("offset");
        return offset == null ? local : local.atOffset(ZoneOffset.of(offset));
    }

    private static int number(Matcher written, String group) {
        String digits = written.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static long nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction.substring(1) + "000000000").substring(0, 9));
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

    /** The day it falls on in a zone. */
    LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(instant(zone), zone);
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
