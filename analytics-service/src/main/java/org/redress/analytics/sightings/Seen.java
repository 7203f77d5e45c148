package org.redress.analytics.sightings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one case for telling how many wrote about its matter.
 *
 * @param lane its petition's partition
 * @param day day the organisation received the petition, in its zone
 * @param writer keyed token of the petitioner; absent when unknown
 * @param headCount people behind it, from 1
 * @param topic code in the topic tree; absent for a report
 * @param unit code of the unit that answers for it
 * @param scope code of the lowest unit whose line may read it
 * @param report true for a report
 * @param restricted true when it is kept from somebody
 */
public record Seen(
        int lane,
        LocalDate day,
        @Nullable String writer,
        int headCount,
        @Nullable String topic,
        String unit,
        String scope,
        boolean report,
        boolean restricted) {

    /** True when it is never counted and never shown: reports, and what is kept from anybody. */
    public boolean apart() {
        return report || restricted;
    }

    Seen readBy(String newScope, boolean nowRestricted) {
        return new Seen(lane, day, writer, headCount, topic, unit, newScope, report, nowRestricted);
    }

    Seen with(String newUnit, @Nullable String newTopic, int people) {
        return new Seen(lane, day, writer, people, newTopic, newUnit, scope, report, restricted);
    }
}
