package org.redress.analytics.outlook.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.outlook.DueClock;
import org.redress.analytics.outlook.Outlook;
import org.redress.analytics.outlook.OutlookReader;
import org.redress.analytics.volume.web.Audience;
import org.redress.analytics.volume.web.Places;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Understands what is asked of the outlook; what is not understood is refused. */
@Component
class OutlookRequests {

    static final String LATE = "late";

    private final OutlookReader reader;
    private final Places places;
    private final Audience audience;

    OutlookRequests(OutlookReader reader, Places places, Audience audience) {
        this.reader = reader;
        this.places = places;
        this.audience = audience;
    }

    /** What is asked for; empty means everything. */
    record Asked(String unit, String topic) {}

    /**
     * What is asked for, and its outlook.
     *
     * @param today the day it is
     */
    record Told(Asked asked, LocalDate today, Outlook outlook) {}

    Told told(@Nullable String unit, @Nullable String topic, Authentication who) {
        String branch = unit == null || unit.isEmpty() ? null : unit;
        String below = topic == null || topic.isEmpty() ? null : topic;
        Outlook outlook = reader.read(places.units(branch), places.topics(below), audience.reading(who));
        return new Told(new Asked(branch == null ? "" : branch, below == null ? "" : below), reader.today(), outlook);
    }

    /** The week of that Monday; absent for what is late already. */
    static Outlook.@Nullable Week week(Outlook outlook, String written) {
        if (written.equals(LATE)) {
            return null;
        }
        List<Outlook.Week> weeks = outlook.weeks();
        return weeks.stream()
                .filter(week -> week.monday().toString().equals(written))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(List.of(new FieldProblem(
                        "week",
                        Message.of("field.invalid"),
                        Message.of(
                                "accepted.one-of",
                                LATE + ", "
                                        + String.join(
                                                ", ",
                                                weeks.stream()
                                                        .map(week ->
                                                                week.monday().toString())
                                                        .toList()))))));
    }

    /** The limits of a week, or those that are late, at one unit alone where one is named. */
    static List<DueClock> clocks(Outlook outlook, Outlook.@Nullable Week week, String at) {
        return (week == null ? outlook.late() : outlook.due(week))
                .stream()
                        .filter(each -> at.isEmpty() || each.facts().unit().equals(at))
                        .toList();
    }
}
