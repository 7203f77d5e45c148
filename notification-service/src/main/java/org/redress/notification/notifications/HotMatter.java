package org.redress.notification.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.alerts.HotspotEnded;
import org.redress.contracts.alerts.HotspotRose;
import org.redress.contracts.alerts.MeasureTaken;

/**
 * A matter that became hot, is no longer or is given a measure, as a message may tell of it.
 *
 * @param terms what it is about, in words of many petitions; empty where there are none
 * @param since first of the days in which it rose, ISO 8601; absent of a measure
 * @param day the day that showed it, or from which a measure takes effect, ISO 8601
 * @param people how many wrote in these days; of a rise alone
 * @param expected how many were to be expected, to one decimal; of a rise alone
 * @param measure what is done about it; of a measure alone
 */
public record HotMatter(
        List<String> terms,
        @Nullable String since,
        String day,
        @Nullable Integer people,
        @Nullable Double expected,
        @Nullable String measure) {

    private static final double TENTHS = 10;

    /** As its rise was told. */
    public static HotMatter of(HotspotRose event) {
        return new HotMatter(
                event.terms(),
                event.day().minusDays(event.days() - 1L).toString(),
                event.day().toString(),
                event.people(),
                Math.round(TENTHS * event.expected()) / TENTHS,
                null);
    }

    /** As its end was told. */
    public static HotMatter of(HotspotEnded event) {
        return new HotMatter(
                event.terms(), event.since().toString(), event.day().toString(), null, null, null);
    }

    /** As a measure was told. */
    public static HotMatter of(MeasureTaken event) {
        return new HotMatter(event.terms(), null, event.from().toString(), null, null, event.what());
    }
}
