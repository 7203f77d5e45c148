package org.redress.analytics.hotspots;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * How many people wrote before and after a day, in as many days each. Of all who wrote in one of the two, those after are held
 * for binomial; the interval of their share is exact (Clopper and Pearson 1934), and that of the ratio follows from it.
 *
 * @param days days on each side, at most 90
 * @param before people who wrote in the days before
 * @param after people who wrote in the days from that one on
 * @param low least ratio of after to before that is compatible with it, at 95 %
 * @param high greatest such ratio; infinite where nobody wrote before
 */
public record Effect(int days, int before, int after, double low, double high) {

    /** Fewer days than these say nothing. */
    static final int FEWEST_DAYS = 7;

    private static final double TAIL = 0.025;
    private static final int STEPS = 60;

    /** What it comes to. */
    public enum Verdict {
        /** Too few days have passed. */
        TOO_EARLY,
        /** As many write as before, as far as can be told. */
        NO_CHANGE,
        /** Fewer write. */
        FEWER,
        /** More write. */
        MORE
    }

    /**
     * The effect of what began on a day.
     *
     * @param sightings who wrote when
     * @param until the last day that is known
     */
    static Effect of(Collection<Sighting> sightings, LocalDate from, LocalDate until) {
        int days = Math.clamp(ChronoUnit.DAYS.between(from, until) + 1, 0, Gathering.LONGEST);
        int before = people(sightings, from.minusDays(days), from.minusDays(1));
        int after = people(sightings, from, from.plusDays(days - 1L));
        int all = before + after;
        double low = after == 0 ? 0 : least(share -> 1 - below(after - 1, all, share) > TAIL);
        double high = before == 0 ? 1 : least(share -> below(after, all, share) < TAIL);
        return new Effect(days, before, after, low / (1 - low), high / (1 - high));
    }

    /** The chance of at most so many of all, at a share. */
    private static double below(int atMost, int all, double share) {
        return 1 - RegularizedBeta.value(share, atMost + 1.0, all - (double) atMost);
    }

    private static double least(DoublePredicate holds) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static int people(Collection<Sighting> sightings, LocalDate from, LocalDate to) {
        return sightings.stream()
                .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(to))
                .map(Sighting::writer)
                .collect(Collectors.toSet())
                .size();
    }

    /** What it comes to, at 95 %. */
    public Verdict verdict() {
        if (days < FEWEST_DAYS) {
            return Verdict.TOO_EARLY;
        }
        if (high < 1) {
            return Verdict.FEWER;
        }
        return low > 1 ? Verdict.MORE : Verdict.NO_CHANGE;
    }
}
