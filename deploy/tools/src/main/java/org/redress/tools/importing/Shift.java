package org.redress.tools.importing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Moves {@code receivedAt} by whole days, so that weekdays may change but times of day stay.
 *
 * @param days days to add; below zero moves back
 */
record Shift(long days) {

    /** Leaves everything where it is. */
    static final Shift NONE = new Shift(0);

    /** The shift after which {@code newest} is at its last possible moment that is not after {@code now}. */
    static Shift toToday(Instant newest, Instant now, ZoneId zone) {
        LocalDateTime from = LocalDateTime.ofInstant(newest, zone);
        LocalDateTime to = LocalDateTime.ofInstant(now, zone);
        long days = ChronoUnit.DAYS.between(from, to);
        return new Shift(from.plusDays(days).isAfter(to) ? days - 1 : days);
    }

    /** The row with its moment moved; a row without a readable moment as it is. */
    Row apply(Row row) {
        if (days == 0 || !(row.petition().get(Fields.RECEIVED_AT) instanceof String text)) {
            return row;
        }
        return ReceivedAt.parse(text)
                .map(moment -> {
                    Map<String, Object> petition = new LinkedHashMap<>(row.petition());
                    petition.put(Fields.RECEIVED_AT, moment.plusDays(days).toString());
                    return new Row(row.line(), row.externalId(), petition);
                })
                .orElse(row);
    }
}
