package org.redress.analytics.outlook;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFactsProjection;
import org.redress.platform.organisation.Reading;
import org.springframework.stereotype.Component;

/** Reads the limits that run, and those that ended lately, of the cases that a reader may open. */
@Component
public class OutlookReader {

    private final CaseFactsProjection facts;
    private final InstantSource businessTime;
    private final ZoneId zone;

    OutlookReader(CaseFactsProjection facts, InstantSource businessTime, ZoneId organisationZone) {
        this.facts = facts;
        this.businessTime = businessTime;
        this.zone = organisationZone;
    }

    /** The day it is. */
    public LocalDate today() {
        return LocalDate.ofInstant(businessTime.instant(), zone);
    }

    /**
     * The outlook over them; the pace is that of all units and topics of the reader.
     *
     * @param units codes of units; absent for all
     * @param topics codes of topics; absent for all
     * @param reading only cases within this; absent for all
     */
    public Outlook read(@Nullable Set<String> units, @Nullable Set<String> topics, @Nullable Reading reading) {
        LocalDate today = today();
        List<DueClock> clocks = facts.openOrDueSince(today.minusDays(Pace.DAYS_BACK), reading).stream()
                .flatMap(each -> each.clocks().stream().map(clock -> new DueClock(each, clock)))
                .toList();
        return new Outlook(
                today,
                clocks,
                each -> (units == null || units.contains(each.unit()))
                        && (topics == null || topics.contains(String.valueOf(each.topic()))));
    }
}
