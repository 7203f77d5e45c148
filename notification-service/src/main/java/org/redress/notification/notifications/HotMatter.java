package org.redress.notification.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.alerts.HotspotEnded;
import org.redress.contracts.alerts.HotspotRose;

/**
 * A matter that became hot or is no longer, as a message may tell of it.
 *
 * @param terms what it is about, in words of many petitions; empty where there are none
 * @param since first of the days in which it rose, ISO 8601
 * @param day the day that showed it, ISO 8601
 * @param people how many wrote in these days; absent of an end
 * @param expected how many were to be expected, to one decimal; absent of an end
 */
public record HotMatter(
        List<String> terms,
        String since,
        String day,
        @Nullable Integer people,
        @Nullable Double expected) {

    private static final double TENTHS = 10;

    /** As its rise was told. */
    public static HotMatter of(HotspotRose event) {
        return new HotMatter(
                event.terms(),
                event.day().minusDays(event.days() - 1L).toString(),
                event.day().toString(),
                event.people(),
                Math.round(TENTHS * event.expected()) / TENTHS);
    }

    /** As its end was told. */
    public static HotMatter of(HotspotEnded event) {
        return new HotMatter(
                event.terms(), event.since().toString(), event.day().toString(), null, null);
    }
}
