package org.redress.analytics.hotspots;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/** Who wrote about the matter of one group within a year, and whether that rises. */
final class Gathering {

    /** A year, which is as far back as a group's own past goes. */
    static final int YEAR = 365;

    /** Days in which something may rise. */
    private static final int[] WINDOWS = {3, 7, 14, 30, 60, 90};

    /** The longest of them. */
    static final int LONGEST = 90;

    /** Fewer people than these are never a hotspot. */
    static final int FEWEST = 5;

    /** What is believed of the rate of a group before anything is known: half a person among so many petitions. */
    private static final double PEOPLE_BEFORE = 0.5;

    private static final double PETITIONS_BEFORE = 100;

    /** Petitions of the stream that have to come before a window, and how often as many as in it: a beginning is no rise. */
    private static final int PAST = 200;

    private static final double PAST_OF_A_WINDOW = 1.5;

    private static final Comparator<Sighting> IN_ORDER =
            Comparator.comparing(Sighting::day).thenComparing(Sighting::writer);

    private final List<Sighting> sightings = new ArrayList<>();
    private boolean hot;
    private int alertedAt;

    void add(Sighting sighting) {
        boolean late = !sightings.isEmpty()
                && sighting.day().isBefore(sightings.getLast().day());
        sightings.add(sighting);
        if (late) {
            sightings.sort(IN_ORDER);
        }
    }

    /** What both had is one's: one that was hot stays so. */
    void takeIn(Gathering other) {
        sightings.addAll(other.sightings);
        sightings.sort(IN_ORDER);
        hot |= other.hot;
        alertedAt = Math.max(alertedAt, other.alertedAt);
    }

    void resume(boolean wasHot, int people) {
        hot |= wasHot;
        alertedAt = Math.max(alertedAt, people);
    }

    void forget(LocalDate before) {
        sightings.removeIf(sighting -> sighting.day().isBefore(before));
    }

    boolean isEmpty() {
        return sightings.isEmpty();
    }

    /** True when somebody wrote within the longest window. */
    boolean isAlive(LocalDate today) {
        return sightings.size() > 1 && sightings.getLast().day().isAfter(today.minusDays(LONGEST));
    }

    /**
     * The most improbable of all windows that end today. The number of people who write among so many petitions is held for
     * gamma–Poisson: its rate is learned from the year before the window, so that a matter with a past needs more than a new
     * one, and a flood of petitions is no rise of each matter in it.
     */
    Rise rise(LocalDate today, Intake intake) {
        Rise most = Rise.NONE;
        for (int days : WINDOWS) {
            LocalDate from = today.minusDays(days - 1L);
            int writers = writers(from, today);
            double then = intake.between(today.minusDays(YEAR), from.minusDays(1));
            double now = intake.between(from, today);
            if (writers >= FEWEST && then >= Math.max(PAST, PAST_OF_A_WINDOW * now)) {
                int before = writers(today.minusDays(YEAR), from.minusDays(1));
                double by = before + PEOPLE_BEFORE;
                double chance = RegularizedBeta.value(now / (now + then + PETITIONS_BEFORE), writers, by);
                most = most.or(new Rise(
                        days, writers, by * now / (then + PETITIONS_BEFORE), Math.min(1, chance * WINDOWS.length)));
            }
        }
        return most;
    }

    private int writers(LocalDate from, LocalDate to) {
        Set<String> writers = new HashSet<>();
        for (Sighting each : sightings) {
            if (!each.day().isBefore(from) && !each.day().isAfter(to)) {
                writers.add(each.writer());
            }
        }
        return writers.size();
    }

    /** All who wrote within the year. */
    int writers() {
        return writers(LocalDate.MIN, LocalDate.MAX);
    }

    /** The weeks of the year in which somebody wrote. */
    int weeks() {
        return (int) sightings.stream()
                .map(each -> ChronoUnit.WEEKS.between(LocalDate.EPOCH, each.day()))
                .distinct()
                .count();
    }

    boolean isHot() {
        return hot;
    }

    /** True when it becomes hot now; what was hot and cooled down alerts again once twice as many people wrote. */
    boolean becomesHot() {
        boolean again = writers() >= 2 * alertedAt;
        if (hot || !again) {
            return false;
        }
        hot = true;
        alertedAt = writers();
        return true;
    }

    void coolsDown() {
        hot = false;
    }
}
