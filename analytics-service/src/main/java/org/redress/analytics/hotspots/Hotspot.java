package org.redress.analytics.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.alerts.HotspotEnded;
import org.redress.contracts.alerts.HotspotRose;
import org.redress.contracts.alerts.MeasureTaken;
import org.redress.platform.publishing.Aggregate;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.http.HttpStatus;

/** A matter that became hot: told once when it rises and once when it ends, and what its leaders make of it. */
@Document(Hotspot.COLLECTION)
public final class Hotspot extends Aggregate {

    static final String COLLECTION = "hotspots";

    /** A matter that was dismissed alerts again once so many times as many people wrote as otherwise. */
    private static final int QUIETER = 2;

    private static final int MOST_MEASURES = 20;

    private int group;
    private String unit;
    private List<String> told;
    private List<String> terms;
    private LocalDate day;
    private Rise rise;
    private Rise latest;
    private int alertedAt;
    private @Nullable LocalDate endedOn;
    private Status status = Status.NEW;
    private @Nullable Handled handled;
    private List<Measure> measures = new ArrayList<>();

    /** What its leaders made of it. */
    public enum Status {
        /** Nothing yet. */
        NEW,
        /** Somebody looks after it. */
        ACKNOWLEDGED,
        /** It is none of their concern: it stays to be seen, and needs more people to alert again. */
        DISMISSED
    }

    /** Why a hotspot is none. */
    public enum Reason {
        /** It is known, and dealt with already. */
        KNOWN,
        /** It comes back at this time of the year. */
        SEASONAL,
        /** Its petitions are about several things. */
        SEVERAL_MATTERS,
        /** It is one letter that many signed or copied. */
        COPIES,
        /** It needs nothing to be done. */
        HARMLESS
    }

    /**
     * Who made something of it.
     *
     * @param officer id of the officer
     * @param at when, in business time
     * @param reason why it is none; absent for who looks after it
     */
    public record Handled(
            String officer, Instant at, @Nullable Reason reason) {}

    /**
     * What is done about it.
     *
     * @param what in words, without the name of an officer
     * @param owner post that answers for it
     * @param from the day it takes effect
     * @param officer id of the officer who set it down
     * @param at when, in business time
     */
    public record Measure(String what, String owner, LocalDate from, String officer, Instant at) {

        private boolean saysTheSame(Measure other) {
            return what.equals(other.what) && owner.equals(other.owner) && from.equals(other.from);
        }
    }

    /**
     * One that rose.
     *
     * @param group number of the group of petitions
     * @param unit code of the lowest unit below which they all stand
     * @param told posts to tell; empty when nobody is to be told any more
     * @param people who wrote within the year before
     * @param day the day that showed it
     */
    Hotspot(
            int group,
            String unit,
            List<String> told,
            List<String> terms,
            LocalDate day,
            Rise rise,
            int people,
            Instant now) {
        super(group + "-" + day);
        this.group = group;
        this.unit = unit;
        this.told = List.copyOf(told);
        this.terms = List.copyOf(terms);
        this.day = day;
        this.rise = rise;
        this.latest = rise;
        this.alertedAt = people;
        record(new HotspotRose(
                nextHead(null, now),
                unit,
                this.told,
                this.terms,
                day,
                rise.days(),
                rise.writers(),
                rise.expected(),
                rise.probability()));
    }

    @SuppressWarnings({"NullAway.Init", "unused"}) // for the mapping
    private Hotspot() {}

    /** Number of the group of petitions when it rose; it may have gone into another since. */
    public int group() {
        return group;
    }

    /** Code of the lowest unit below which its petitions stood when it rose. */
    public String unit() {
        return unit;
    }

    /** The day that showed it. */
    public LocalDate day() {
        return day;
    }

    /** First day of the days in which it rose. */
    public LocalDate since() {
        return day.minusDays(rise.days() - 1L);
    }

    /** Why it rose. */
    public Rise rise() {
        return rise;
    }

    /** How improbable it is at the end of the last day. */
    public Rise latest() {
        return latest;
    }

    /** People who wrote when it rose, or more where it was dismissed: twice as many make its matter alert again. */
    int alertedAt() {
        return alertedAt;
    }

    /** The day that showed its end; absent while it is hot. */
    public @Nullable LocalDate endedOn() {
        return endedOn;
    }

    /** What its leaders made of it. */
    public Status status() {
        return status;
    }

    /** Who made something of it last; absent while it is new. */
    public @Nullable Handled handled() {
        return handled;
    }

    /** What is done about it, the first one first. */
    public List<Measure> measures() {
        return List.copyOf(measures);
    }

    /** Sets a measure down and tells who answers for it; what is there already is not set down again. */
    void take(Measure measure) {
        if (measures.stream().anyMatch(measure::saysTheSame)) {
            return;
        }
        if (measures.size() >= MOST_MEASURES) {
            throw new RefusedException(HttpStatus.CONFLICT, Message.of("hotspot.full"));
        }
        measures.add(measure);
        record(new MeasureTaken(
                nextHead(null, measure.at()), unit, List.of(measure.owner()), terms, measure.what(), measure.from()));
    }

    boolean isHot() {
        return endedOn == null;
    }

    /** How improbable it is at the end of a day; true when that is something else than before. */
    boolean stands(Rise now) {
        boolean changed = !latest.equals(now);
        latest = now;
        return changed;
    }

    /** It is no longer hot; whoever was told of its rise is told, but not of one that was dismissed. */
    void end(LocalDate on, Instant now) {
        endedOn = on;
        List<String> alerts = status == Status.DISMISSED ? List.of() : told;
        record(new HotspotEnded(nextHead(null, now), unit, alerts, terms, since(), on));
    }

    void acknowledge(String officer, Instant now) {
        if (status == Status.DISMISSED) {
            alertedAt /= QUIETER;
        }
        status = Status.ACKNOWLEDGED;
        handled = new Handled(officer, now, null);
    }

    void dismiss(String officer, Reason reason, Instant now) {
        if (status != Status.DISMISSED) {
            alertedAt *= QUIETER;
        }
        status = Status.DISMISSED;
        handled = new Handled(officer, now, reason);
    }
}
