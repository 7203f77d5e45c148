package org.redress.analytics.turnaround;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.projection.Histogram;

/** How cases go from stage to stage and from unit to unit, how long they stand, and where limits pass. */
public final class ProcessMap {

    /** Where cases end that were handled. */
    public static final String ENDED = "ended";

    /** Where cases end that were not: declined, led elsewhere, withdrawn, joined to another or taken back by who sent it. */
    public static final String LEFT = "left";

    private static final Set<String> NOT_HANDLED =
            Set.of("declined", "led-elsewhere", "withdrawn", "merged", "returned");
    private static final double MEDIAN = 0.5;
    private static final double P90 = 0.9;

    private static final Comparator<Line> MOST_FIRST = Comparator.comparingLong((Line line) -> -line.count())
            .thenComparing(Line::from)
            .thenComparing(Line::to);

    private final Span span;
    private final TurnaroundQuestion.By by;
    private final Map<List<String>, Map<Integer, Long>> stays = new HashMap<>();
    private final Map<List<String>, Map<Integer, Long>> broken = new HashMap<>();
    private final Map<List<String>, Map<Integer, Long>> moves = new HashMap<>();
    private final Map<List<String>, Map<Integer, Long>> handOvers = new HashMap<>();
    private final Map<String, Long> standing = new HashMap<>();
    private final Map<String, Long> overdue = new HashMap<>();

    /**
     * What counts.
     *
     * @param from first day on which a stay ended, or a limit passed
     * @param to last day
     * @param units codes of the units with which cases stood; absent for all
     */
    public record Span(
            LocalDate from, LocalDate to, @Nullable Set<String> units) {

        boolean counts(LocalDate day, String unit) {
            return !day.isBefore(from) && !day.isAfter(to) && (units == null || units.contains(unit));
        }
    }

    /**
     * A stage.
     *
     * @param stage the stage
     * @param stays stays that ended
     * @param median half of them were no longer, in seconds; 0 where none ended
     * @param p90 nine of ten were no longer, in seconds
     * @param standing cases that stand in it now
     * @param overdue limits that passed while their case stood in it
     */
    public record Stage(String stage, long stays, long median, long p90, long standing, long overdue) {}

    /**
     * Time between two things.
     *
     * @param from stage, or unit, or key
     * @param to stage or unit
     * @param count how often
     * @param median half were no longer, in seconds
     * @param p90 nine of ten were no longer, in seconds
     */
    public record Line(String from, String to, long count, long median, long p90) {}

    ProcessMap(Span span, TurnaroundQuestion.By by) {
        this.span = span;
        this.by = by;
    }

    /** Takes the way of a case in, and the last days of its limits that were missed. */
    void add(Way way, List<LocalDate> missed) {
        for (Way.Stay stay : way.stays()) {
            if (!span.counts(stay.day(), stay.unit())) {
                continue;
            }
            String nextStage = Objects.requireNonNullElse(stay.toStage(), stay.stage());
            String nextUnit = Objects.requireNonNullElse(stay.toUnit(), stay.unit());
            count(stays, List.of(stay.stage(), ""), stay);
            count(broken, List.of(key(way, stay), stay.stage()), stay);
            if (!nextStage.equals(stay.stage())) {
                count(moves, List.of(stay.stage(), node(nextStage)), stay);
            }
            if (!nextUnit.equals(stay.unit())) {
                count(handOvers, List.of(stay.unit(), nextUnit), stay);
            }
        }
        if (!way.isOver() && (span.units() == null || span.units().contains(way.unit()))) {
            standing.merge(way.stage(), 1L, Long::sum);
        }
        missed.forEach(due -> overdue(way, due));
    }

    /** A limit passes at the end of its last day: what the case left later is where it stood. */
    private void overdue(Way way, LocalDate due) {
        Way.Stay there = way.stays().stream()
                .filter(stay -> stay.day().isAfter(due))
                .findFirst()
                .orElse(null);
        String unit = there == null ? way.unit() : there.unit();
        if (span.counts(due, unit)) {
            overdue.merge(there == null ? way.stage() : there.stage(), 1L, Long::sum);
        }
    }

    private String key(Way way, Way.Stay stay) {
        return by == TurnaroundQuestion.By.TOPIC ? Objects.requireNonNullElse(way.topic(), "none") : stay.unit();
    }

    /** Stages, and the two ends. */
    static String node(String stage) {
        return Way.ENDS.contains(stage) ? (NOT_HANDLED.contains(stage) ? LEFT : ENDED) : stage;
    }

    private static void count(Map<List<String>, Map<Integer, Long>> counts, List<String> key, Way.Stay stay) {
        counts.computeIfAbsent(key, none -> new TreeMap<>()).merge(stay.bin(), 1L, Long::sum);
    }

    /** The stages that anything is known of, in the order of the procedure. */
    public List<Stage> stages() {
        Set<String> names =
                new TreeSet<>(Comparator.comparingInt(ProcessMap::place).thenComparing(Comparator.naturalOrder()));
        stays.keySet().forEach(key -> names.add(key.getFirst()));
        names.addAll(standing.keySet());
        overdue.keySet().stream().filter(stage -> !Way.ENDS.contains(stage)).forEach(names::add);
        List<Stage> stages = new ArrayList<>();
        for (String name : names) {
            Map<Integer, Long> counts = stays.getOrDefault(List.of(name, ""), Map.of());
            Histogram histogram = Histogram.of(counts);
            boolean none = counts.isEmpty();
            stages.add(new Stage(
                    name,
                    histogram.count(),
                    none ? 0 : histogram.quantile(MEDIAN),
                    none ? 0 : histogram.quantile(P90),
                    standing.getOrDefault(name, 0L),
                    overdue.getOrDefault(name, 0L)));
        }
        return stages;
    }

    /** The stages by unit or topic, those of one key together. */
    public List<Line> broken() {
        return lines(
                broken,
                Comparator.comparing(Line::from)
                        .thenComparingInt(line -> place(line.to()))
                        .thenComparing(Line::to));
    }

    /** From which stage to which, the most frequent first. */
    public List<Line> moves() {
        return lines(moves, MOST_FIRST);
    }

    /** From which unit to which, the most frequent first; the time is that before the hand-over. */
    public List<Line> handOvers() {
        return lines(handOvers, MOST_FIRST);
    }

    private static List<Line> lines(Map<List<String>, Map<Integer, Long>> counts, Comparator<Line> order) {
        return counts.entrySet().stream()
                .map(each -> {
                    Histogram histogram = Histogram.of(each.getValue());
                    return new Line(
                            each.getKey().getFirst(),
                            each.getKey().getLast(),
                            histogram.count(),
                            histogram.quantile(MEDIAN),
                            histogram.quantile(P90));
                })
                .sorted(order)
                .toList();
    }

    /** A stage of a newer version comes last. */
    private static int place(String stage) {
        int place = Way.ORDER.indexOf(stage);
        return place < 0 ? Way.ORDER.size() : place;
    }
}
