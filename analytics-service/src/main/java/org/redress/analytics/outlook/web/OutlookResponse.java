package org.redress.analytics.outlook.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.outlook.DueClock;
import org.redress.analytics.outlook.Missed;
import org.redress.analytics.outlook.Outlook;
import org.redress.analytics.outlook.Pace;
import org.redress.analytics.volume.web.Hundredths;

/**
 * Which limits fall due in the next weeks, and how many will be missed at today's pace.
 *
 * @param asOf the day it is
 * @param late limits that run though their last day has passed
 * @param weeks this week and the next five
 * @param units the same unit by unit, those with most limits first
 * @param kinds the same by kind of limit, with how often such were missed
 */
record OutlookResponse(
        LocalDate asOf, int late, List<OutlookWeek> weeks, List<UnitOutlook> units, List<KindOutlook> kinds) {

    /**
     * A week.
     *
     * @param from its first day, today for this week
     * @param to its last day
     * @param due limits whose last day lies in it
     * @param unknown of how many nothing is known, since fewer than ten of their kind tell of the pace
     * @param missed how many of the others will be missed on average; absent where nothing is known of any
     * @param low80 lowest count of the interval that holds 80 %
     * @param high80 its highest count
     * @param low95 lowest count of the interval that holds 95 %
     * @param high95 its highest count
     */
    record OutlookWeek(
            LocalDate from,
            LocalDate to,
            int due,
            int unknown,
            @Nullable Double missed,
            @Nullable Integer low80,
            @Nullable Integer high80,
            @Nullable Integer low95,
            @Nullable Integer high95) {

        static OutlookWeek of(Outlook.Week week, Missed missed) {
            return new OutlookWeek(
                    week.from(),
                    week.to(),
                    missed.due(),
                    missed.unknown(),
                    missed.expected() == null ? null : Hundredths.of(missed.expected()),
                    missed.inner() == null ? null : missed.inner().from(),
                    missed.inner() == null ? null : missed.inner().to(),
                    missed.outer() == null ? null : missed.outer().from(),
                    missed.outer() == null ? null : missed.outer().to());
        }
    }

    /**
     * A unit.
     *
     * @param unit its code
     * @param name what it is called, in the reader's language
     * @param late its limits that run though their last day has passed
     * @param weeks its weeks
     */
    record UnitOutlook(String unit, String name, int late, List<OutlookWeek> weeks) {}

    /**
     * Limits of a kind.
     *
     * @param kind the kind
     * @param due how many fall due in these weeks
     * @param late how many run though their last day has passed
     * @param ended of the limits of this kind whose last day passed within 180 days, how many there are; absent where fewer than ten
     * @param missed how many of these were missed
     */
    record KindOutlook(
            String kind,
            int due,
            int late,
            @Nullable Integer ended,
            @Nullable Integer missed) {

        static KindOutlook of(Outlook.Kind kind) {
            Pace.Share share = kind.share();
            return new KindOutlook(
                    kind.kind(),
                    kind.due(),
                    kind.late(),
                    share == null ? null : share.ran(),
                    share == null ? null : share.missed());
        }
    }

    /**
     * Why a week looks so.
     *
     * @param asOf the day it is
     * @param week the week; absent for what is late already
     * @param parts what its limits fall into
     * @param limits every limit that is counted: as many as are due
     */
    record OutlookWhy(LocalDate asOf, @Nullable OutlookWeek week, List<OutlookPart> parts, List<RunningLimit> limits) {}

    /**
     * Limits of one kind at one unit.
     *
     * @param unit code of the unit
     * @param kind kind of limit
     * @param due how many
     * @param daysLeft days from today to the middle of the week
     * @param ran of such limits whose last day has passed within 180 days, how many still ran so many days before it; absent where
     *     fewer than ten tell of it
     * @param missed how many of these were missed
     * @param over {@code unit} where these are the unit's own, {@code all} where the unit has too few and all count that the
     *     reader may see
     */
    record OutlookPart(
            String unit,
            String kind,
            int due,
            @Nullable Integer daysLeft,
            @Nullable Integer ran,
            @Nullable Integer missed,
            @Nullable String over) {

        static OutlookPart of(Outlook.Part part) {
            Pace.Share share = part.share();
            return share == null
                    ? new OutlookPart(part.unit(), part.kind(), part.due(), null, null, null, null)
                    : new OutlookPart(
                            part.unit(),
                            part.kind(),
                            part.due(),
                            share.days(),
                            share.ran(),
                            share.missed(),
                            share.ofUnit() ? "unit" : "all");
        }
    }

    /**
     * A limit that runs.
     *
     * @param petitionId petition of its case
     * @param unit code of the unit that answers for the case
     * @param kind kind of limit
     * @param startedOn day it started
     * @param dueOn last day in time
     */
    record RunningLimit(String petitionId, String unit, String kind, LocalDate startedOn, LocalDate dueOn) {

        static RunningLimit of(DueClock due) {
            return new RunningLimit(
                    due.facts().petitionId(),
                    due.facts().unit(),
                    due.clock().kind(),
                    due.clock().startedOn(),
                    due.clock().dueOn());
        }
    }
}
