package org.redress.analytics.outlook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.numbers.gamma.LogBeta;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.contracts.cases.Clock;

/** Sorts running limits by the weeks in which they fall due, and tells how many will be missed at today's pace. */
public final class Outlook {

    /** How many weeks it looks ahead, this one included. */
    public static final int WEEKS = 6;

    private static final int WEEK = 7;
    private static final double PRIOR = 0.5;

    private final LocalDate today;
    private final List<DueClock> running;
    private final Pace pace;

    /**
     * A week.
     *
     * @param from its first day, which for this week is today
     * @param to its last day
     */
    public record Week(LocalDate from, LocalDate to) {

        /** The Monday by which it is named. */
        public LocalDate monday() {
            return to.minusDays(WEEK - 1L);
        }

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        /** Days from one day to its middle. */
        private int daysFrom(LocalDate day) {
            return Math.toIntExact((ChronoUnit.DAYS.between(day, from) + ChronoUnit.DAYS.between(day, to)) / 2);
        }
    }

    /**
     * Limits of a kind at a unit that fall due in a week.
     *
     * @param unit code of the unit
     * @param kind kind of limit
     * @param due how many
     * @param share how often such were missed; absent where too few tell of it
     */
    public record Part(String unit, String kind, int due, Pace.@Nullable Share share) {}

    /**
     * Of limits, of which some have passed and some run.
     *
     * @param selected cases whose running limits are told; the pace is learned from all
     */
    public Outlook(LocalDate today, List<DueClock> clocks, Predicate<CaseFacts> selected) {
        this.today = today;
        this.running = clocks.stream()
                .filter(each -> each.clock().state() == Clock.State.RUNNING)
                .filter(each -> each.facts().endedOn() == null && selected.test(each.facts()))
                .sorted(Comparator.comparing((DueClock each) -> each.clock().dueOn())
                        .thenComparing(each -> each.facts().petitionId()))
                .toList();
        this.pace = new Pace(clocks.stream()
                .filter(each -> each.clock().dueOn().isBefore(today))
                .filter(each -> !each.clock().dueOn().isBefore(today.minusDays(Pace.DAYS_BACK)))
                .toList());
    }

    /** The weeks, this one first. */
    public List<Week> weeks() {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Week> weeks = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate from = monday.plusWeeks(week);
            weeks.add(new Week(week == 0 ? today : from, from.plusDays(WEEK - 1L)));
        }
        return weeks;
    }

    /** Limits that run though their last day has passed, the oldest first. */
    public List<DueClock> late() {
        return running.stream().filter(this::isLate).toList();
    }

    /** Limits that fall due in a week, in the order of their last days. */
    public List<DueClock> due(Week week) {
        return running.stream()
                .filter(each -> week.contains(each.clock().dueOn()))
                .toList();
    }

    /** What the limits of a week fall into. */
    public List<Part> parts(Week week, @Nullable String unit) {
        Map<List<String>, Long> counts = due(week).stream()
                .filter(each -> unit == null || each.facts().unit().equals(unit))
                .collect(Collectors.groupingBy(
                        each -> List.of(each.facts().unit(), each.clock().kind()), Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> new Part(
                        each.getKey().getFirst(),
                        each.getKey().getLast(),
                        Math.toIntExact(each.getValue()),
                        pace.share(each.getKey().getFirst(), each.getKey().getLast(), week.daysFrom(today))))
                .sorted(Comparator.comparing(Part::unit).thenComparing(Part::kind))
                .toList();
    }

    /** How many of these will be missed: of each part as often as lately, the parts independent of each other. */
    public static Missed missed(List<Part> parts) {
        double[] mass = {1};
        int due = 0;
        int unknown = 0;
        for (Part part : parts) {
            due += part.due();
            Pace.Share share = part.share();
            if (share == null) {
                unknown += part.due();
            } else {
                mass = plus(mass, betaBinomial(part.due(), share));
            }
        }
        return Missed.of(due, unknown, mass);
    }

    /** How probable each number of misses among so many is, when a share is only known from some (Jeffreys' prior). */
    private static double[] betaBinomial(int due, Pace.Share share) {
        double missed = share.missed() + PRIOR;
        double met = share.ran() - share.missed() + PRIOR;
        double[] mass = new double[due + 1];
        double choose = 0;
        for (int count = 0; count <= due; count++) {
            mass[count] =
                    Math.exp(choose + LogBeta.value(missed + count, met + due - count) - LogBeta.value(missed, met));
            choose += Math.log((double) (due - count) / (count + 1));
        }
        return mass;
    }

    private static double[] plus(double[] one, double[] other) {
        double[] sum = new double[one.length + other.length - 1];
        for (int first = 0; first < one.length; first++) {
            for (int second = 0; second < other.length; second++) {
                sum[first + second] += one[first] * other[second];
            }
        }
        return sum;
    }

    /**
     * Limits of a kind.
     *
     * @param kind kind of limit
     * @param due how many fall due in the weeks
     * @param late how many run though their last day has passed
     * @param share how many were missed of those of the reader whose last day passed lately; absent where fewer than ten did
     */
    public record Kind(String kind, int due, int late, Pace.@Nullable Share share) {}

    /** What runs, by kind, the most first. */
    public List<Kind> kinds() {
        Map<String, List<DueClock>> byKind = told().stream()
                .collect(Collectors.groupingBy(each -> each.clock().kind()));
        return byKind.entrySet().stream()
                .map(each -> new Kind(
                        each.getKey(),
                        Math.toIntExact(each.getValue().stream()
                                .filter(due -> !isLate(due))
                                .count()),
                        Math.toIntExact(
                                each.getValue().stream().filter(this::isLate).count()),
                        pace.share(each.getKey())))
                .sorted(Comparator.comparingInt((Kind each) -> -each.due() - each.late())
                        .thenComparing(Kind::kind))
                .toList();
    }

    private boolean isLate(DueClock each) {
        return each.clock().dueOn().isBefore(today);
    }

    /** All that is late or falls due in the weeks. */
    private List<DueClock> told() {
        LocalDate last = weeks().getLast().to();
        return running.stream()
                .filter(each -> !each.clock().dueOn().isAfter(last))
                .toList();
    }

    /** Codes of the units that have limits which run. */
    public List<String> units() {
        return told().stream()
                .collect(Collectors.groupingBy(each -> each.facts().unit(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
