package org.redress.tools.importing;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A first reading of the file: proves that all of it can be read, counts it and finds the newest row. */
final class Survey implements RowHandler {

    private final ZoneId zone;
    private long rows;
    private @Nullable Instant newest;

    Survey(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public void row(Row row) {
        rows++;
        if (row.petition().get(Fields.RECEIVED_AT) instanceof String text) {
            ReceivedAt.parse(text).ifPresent(moment -> remember(moment.instant(zone)));
        }
    }

    private void remember(Instant moment) {
        if (newest == null || moment.isAfter(newest)) {
            newest = moment;
        }
    }

    @Override
    public void unreadable(long line, String reason) {
        rows++;
    }

    /** Rows of the file. */
    long rows() {
        return rows;
    }

    /** The shift that brings the newest row to today. */
    Shift toToday(Instant now) {
        return newest == null ? Shift.NONE : Shift.toToday(newest, now, zone);
    }
}
