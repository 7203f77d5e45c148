package org.redress.analytics.hotspots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Finds which groups of petitions are hot, day by day and without look-ahead. Each day all groups that somebody wrote about
 * lately are tested, and as many count as hot as hold the share of false ones among them (Benjamini and Hochberg 1995). The
 * same sightings in the same order find the same. Not for use by several threads.
 */
public final class Hotspots {

    /** The share of false discoveries among those of a day. */
    static final double FALSE_SHARE = 0.01;

    /** A hotspot ends when what came lately is as probable as this. */
    private static final double ENDS_AT = 0.2;

    /** People who have to have written for a matter to stand. */
    static final int STANDING_WRITERS = 10;

    /** Weeks in which somebody has to have written for it. */
    static final int STANDING_WEEKS = 8;

    private final Intake intake = new Intake();
    private final Map<Integer, Gathering> gatherings = new LinkedHashMap<>();

    /**
     * A group became hot, or is no longer.
     *
     * @param group its number
     * @param begins false when it ends
     * @param day the day that showed it
     * @param rise why
     */
    public record Alert(int group, boolean begins, LocalDate day, Rise rise) {}

    /**
     * A matter that gathers slowly and is large.
     *
     * @param group its number
     * @param weeks weeks of the year in which somebody wrote
     * @param writers people who wrote in the year
     */
    public record Standing(int group, int weeks, int writers) {}

    /** Somebody wrote about the matter of a group. */
    public void sighted(int group, Sighting sighting) {
        intake.count(sighting.day());
        gatherings.computeIfAbsent(group, key -> new Gathering()).add(sighting);
    }

    /** All of a group went into another. */
    public void merged(int from, int into) {
        Gathering gone = gatherings.remove(from);
        if (gone != null) {
            gatherings.computeIfAbsent(into, key -> new Gathering()).takeIn(gone);
        }
    }

    /**
     * What is known of a group from before, where these are not all days.
     *
     * @param hot whether it was hot when the day before the first ended
     * @param alertedAt people who wrote in the year before its last alert; at least twice as many make it alert again
     */
    public void resume(int group, boolean hot, int alertedAt) {
        gatherings.computeIfAbsent(group, key -> new Gathering()).resume(hot, alertedAt);
    }

    /** How improbable it is that so many wrote about the matter of a group, at the end of a day. */
    public Rise rise(int group, LocalDate day) {
        Gathering gathering = gatherings.get(group);
        return gathering == null ? Rise.NONE : gathering.rise(day, intake);
    }

    /** People who wrote about the matter of a group within a year. */
    public int people(int group) {
        Gathering gathering = gatherings.get(group);
        return gathering == null ? 0 : gathering.writers();
    }

    /** What a day showed, once it is over; days are told in order. */
    public List<Alert> endOf(LocalDate day) {
        forget(day.minusDays(Gathering.YEAR));
        List<Tested> tested = new ArrayList<>();
        List<Alert> ended = new ArrayList<>();
        gatherings.forEach((group, gathering) -> {
            if (gathering.isAlive(day)) {
                tested.add(new Tested(group, gathering, gathering.rise(day, intake)));
            } else if (gathering.isHot()) {
                gathering.coolsDown();
                ended.add(new Alert(group, false, day, Rise.NONE));
            }
        });
        tested.sort(Comparator.comparingDouble((Tested each) -> each.rise().probability())
                .thenComparingInt(Tested::group));
        List<Alert> alerts = new ArrayList<>(ended);
        int discovered = discovered(tested);
        for (int i = 0; i < tested.size(); i++) {
            Tested each = tested.get(i);
            if (i < discovered && each.gathering().becomesHot()) {
                alerts.add(new Alert(each.group(), true, day, each.rise()));
            } else if (i >= discovered
                    && each.gathering().isHot()
                    && each.rise().probability() > ENDS_AT) {
                each.gathering().coolsDown();
                alerts.add(new Alert(each.group(), false, day, each.rise()));
            }
        }
        return alerts;
    }

    /**
     * The matters that stand: first what somebody wrote about in many weeks and what is one matter rather than a topic.
     *
     * @param distinctness how much the petitions of a group have in common that others do not
     */
    public List<Standing> standing(IntToDoubleFunction distinctness) {
        return gatherings.entrySet().stream()
                .map(each -> new Standing(
                        each.getKey(), each.getValue().weeks(), each.getValue().writers()))
                .filter(each -> each.writers() >= STANDING_WRITERS && each.weeks() >= STANDING_WEEKS)
                .sorted(Comparator.comparingDouble(
                                (Standing each) -> -each.weeks() * distinctness.applyAsDouble(each.group()))
                        .thenComparingInt(Standing::group))
                .toList();
    }

    private record Tested(int group, Gathering gathering, Rise rise) {}

    /** How many of the tests, from the most improbable on, count. */
    private static int discovered(List<Tested> tested) {
        int discovered = 0;
        for (int i = 0; i < tested.size(); i++) {
            if (tested.get(i).rise().probability() <= FALSE_SHARE * (i + 1) / tested.size()) {
                discovered = i + 1;
            }
        }
        return discovered;
    }

    private void forget(LocalDate before) {
        intake.forget(before);
        gatherings.values().forEach(gathering -> gathering.forget(before));
        gatherings.values().removeIf(gathering -> gathering.isEmpty() && !gathering.isHot());
    }
}
