package org.redress.analytics.outlook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.ClockFact;
import org.redress.contracts.cases.Clock;

/**
 * How often limits were missed lately that were as far from done as one is now: of those of its kind whose last day has
 * passed, and that still ran so many days before it.
 */
public final class Pace {

    /** Fewer limits than these tell nothing. */
    public static final int LEAST = 10;

    /** A last day that lies longer back tells nothing of today's pace. */
    public static final int DAYS_BACK = 180;

    private static final double PERCENT = 100;
    private static final double NORMAL = 1.96;

    private final Map<String, List<Ended>> ofUnits;
    private final Map<String, List<Ended>> ofAll;

    private record Ended(LocalDate dueOn, @Nullable LocalDate endedOn, boolean missed) {

        /** It still ran at the beginning of that day, so many days before its last. */
        private boolean ranBefore(int days) {
            return endedOn == null || ChronoUnit.DAYS.between(endedOn, dueOn) <= days;
        }
    }

    /**
     * What a share rests on.
     *
     * @param days days before the last day
     * @param ran how many still ran so many days before
     * @param missed how many of these were missed
     * @param ofUnit false where the unit has too few, and all units count that the reader may see
     */
    public record Share(int days, int ran, int missed, boolean ofUnit) {

        /** The share in percent. */
        public double percent() {
            return PERCENT * missed / ran;
        }

        /** Lower end of its interval of 95 % in percent (Wilson 1927). */
        public double low() {
            return PERCENT * (middle() - half());
        }

        /** Upper end of the interval. */
        public double high() {
            return PERCENT * (middle() + half());
        }

        private double middle() {
            return (missed + NORMAL * NORMAL / 2) / (ran + NORMAL * NORMAL);
        }

        private double half() {
            double share = (double) missed / ran;
            return NORMAL * Math.sqrt(ran * share * (1 - share) + NORMAL * NORMAL / 4) / (ran + NORMAL * NORMAL);
        }
    }

    /**
     * Out of limits whose last day has passed.
     *
     * @param clocks the limits; those that ended since they were no longer owed count nowhere
     */
    public Pace(Collection<DueClock> clocks) {
        List<DueClock> counted = clocks.stream()
                .filter(each -> each.clock().state() != Clock.State.STOPPED)
                .toList();
        this.ofUnits = counted.stream()
                .collect(Collectors.groupingBy(
                        each -> key(each.facts().unit(), each.clock().kind()),
                        Collectors.mapping(Pace::ended, Collectors.toList())));
        this.ofAll = counted.stream()
                .collect(Collectors.groupingBy(
                        each -> each.clock().kind(), Collectors.mapping(Pace::ended, Collectors.toList())));
    }

    private static Ended ended(DueClock each) {
        ClockFact clock = each.clock();
        return new Ended(clock.dueOn(), clock.endedOn(), clock.state() != Clock.State.MET);
    }

    private static String key(String unit, String kind) {
        return unit + "|" + kind;
    }

    /**
     * The share for a unit and a kind of limit; absent where fewer than ten tell of it.
     *
     * @param days days before the last day, from 0
     */
    public @Nullable Share share(String unit, String kind, int days) {
        Share own = share(ofUnits.getOrDefault(key(unit, kind), List.of()), days, true);
        Share found = own.ran() < LEAST ? share(ofAll.getOrDefault(kind, List.of()), days, false) : own;
        return found.ran() < LEAST ? null : found;
    }

    /** The share of all of a kind whose last day has passed; absent where these are fewer than ten. */
    public @Nullable Share share(String kind) {
        Share all = share(ofAll.getOrDefault(kind, List.of()), Integer.MAX_VALUE, false);
        return all.ran() < LEAST ? null : all;
    }

    private static Share share(List<Ended> ended, int days, boolean ofUnit) {
        List<Ended> ran = ended.stream().filter(each -> each.ranBefore(days)).toList();
        int missed = Math.toIntExact(ran.stream().filter(each -> each.missed()).count());
        return new Share(days, ran.size(), missed, ofUnit);
    }
}
