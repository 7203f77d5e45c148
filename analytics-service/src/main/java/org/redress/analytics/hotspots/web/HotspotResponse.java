package org.redress.analytics.hotspots.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.hotspots.Effect;
import org.redress.analytics.hotspots.Hotspot;
import org.redress.platform.description.NamesOf;

/**
 * The matters that are hot and those that stand.
 *
 * @param day the last day that was looked at; absent before the first
 * @param hotspots the hottest first; then those that ended within 90 days, the last one first
 * @param standing matters that gather slowly and are large: first what somebody wrote about in many weeks
 */
record HotspotResponse(@Nullable LocalDate day, List<HotMatter> hotspots, List<StandingMatter> standing) {

    /** Where a hotspot stands. */
    enum Status {
        /** Nobody has made anything of it yet. */
        NEW,
        /** Somebody looks after it. */
        ACKNOWLEDGED,
        /** Somebody said that it is none. */
        DISMISSED,
        /** It is no longer hot. */
        ENDED;

        static Status of(Hotspot hotspot) {
            if (hotspot.endedOn() != null) {
                return ENDED;
            }
            return switch (hotspot.status()) {
                case NEW -> NEW;
                case ACKNOWLEDGED -> ACKNOWLEDGED;
                case DISMISSED -> DISMISSED;
            };
        }
    }

    /**
     * How many petitions of something there are.
     *
     * @param code code of the unit or topic
     * @param name what it is called, in the reader's language
     * @param letters petitions, from 1
     */
    record Part(String code, String name, int letters) {}

    /**
     * What is counted of a matter, over the petitions that are kept from nobody.
     *
     * @param people how many wrote, at least 5; each that is anonymous counts as somebody else's
     * @param letters petitions
     * @param repeats petitions beyond the first of each
     * @param headCount people behind the petitions
     * @param anonymous petitions whose writer is unknown
     * @param units how many stand with each unit, most first
     * @param topics how many are of each topic, most first
     */
    record Counted(
            int people, int letters, int repeats, int headCount, int anonymous, List<Part> units, List<Part> topics) {}

    /**
     * A matter that is or was hot.
     *
     * @param hotspotId id of the hotspot
     * @param terms what it is about, in words that petitions of at least five known petitioners have; empty where there are
     *     none
     * @param unit code of the lowest unit below which all its petitions stand
     * @param unitName what that is called, in the reader's language
     * @param status new, acknowledged, dismissed or ended
     * @param reason why it was dismissed; absent otherwise
     * @param since first of the days in which it rose
     * @param foundOn the day that showed it
     * @param endedOn the day that showed its end; absent while it is hot
     * @param heat how hot it was at the end of the last day: zeros after the point of the probability
     * @param days days in which so many wrote when it rose
     * @param peopleThen people who wrote in them
     * @param expectedThen how many were to be expected
     * @param probability that as many or more write by chance, of as many windows as are tried
     * @param counted what is counted today
     * @param why the same in words
     */
    record HotMatter(
            String hotspotId,
            List<String> terms,
            String unit,
            String unitName,
            @NamesOf(Status.class) String status,
            @NamesOf(Hotspot.Reason.class) @Nullable String reason,
            LocalDate since,
            LocalDate foundOn,
            @Nullable LocalDate endedOn,
            double heat,
            int days,
            int peopleThen,
            double expectedThen,
            double probability,
            Counted counted,
            String why) {}

    /**
     * A matter that stands.
     *
     * @param terms what it is about; empty where at least five known petitioners have no words in common
     * @param unit code of the lowest unit below which all its petitions stand
     * @param unitName what that is called, in the reader's language
     * @param weeks weeks of the year in which somebody wrote
     * @param counted what is counted of the year
     * @param why the same in words
     */
    record StandingMatter(List<String> terms, String unit, String unitName, int weeks, Counted counted, String why) {}

    /**
     * A matter with its days and cases.
     *
     * @param matter the matter
     * @param perDay days on which petitions came, the first one first
     * @param petitionIds the petitions, the newest first; who reads this may open each
     * @param measures what is done about it, the first one first
     * @param earlier ids of earlier hotspots of the same matter, the last one first
     */
    record MatterDetail(
            HotMatter matter,
            List<DayCount> perDay,
            List<String> petitionIds,
            List<TakenMeasure> measures,
            List<String> earlier) {}

    /**
     * A day.
     *
     * @param day the day
     * @param letters petitions that came, from 1
     */
    record DayCount(LocalDate day, int letters) {}

    /**
     * What is done about a matter, and whether as many people write as before.
     *
     * @param what in words
     * @param owner post that answers for it
     * @param ownerTitle what that is called, in the reader's language
     * @param from the day it takes effect
     * @param days days that are compared on each side of that day, at most 90
     * @param before people who wrote in the days before
     * @param after people who wrote in the days from that one on
     * @param verdict too-early (less than 7 days), no-change, fewer or more, at 95 %
     * @param effect the same in words, with the interval of the ratio
     */
    record TakenMeasure(
            String what,
            String owner,
            String ownerTitle,
            LocalDate from,
            int days,
            int before,
            int after,
            @NamesOf(Effect.Verdict.class) String verdict,
            String effect) {}
}
