package org.redress.analytics.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.platform.organisation.Directory;

/**
 * Cases by topic of the first level and by unit of the next level down, the most first in both directions.
 *
 * @param units codes of the units, the columns
 * @param rows the topics
 */
public record HeatMap(List<String> units, List<Row> rows) {

    /** Cases whose topic nobody has chosen yet. */
    public static final String NO_TOPIC = "none";

    private static final int SHADES = 4;

    /** Copies the lists. */
    public HeatMap {
        units = List.copyOf(units);
        rows = List.copyOf(rows);
    }

    /**
     * A topic.
     *
     * @param topic its code, or {@link #NO_TOPIC}
     * @param cells its cases by unit, in the order of the columns
     * @param total all of them
     */
    public record Row(String topic, List<Cell> cells, int total) {

        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Cases of one topic and one unit.
     *
     * @param cases how many, from 0
     * @param shade 0 for none to 4, by the root of their share of the largest cell
     */
    public record Cell(int cases, int shade) {}

    /**
     * Counts cases.
     *
     * @param below unit whose branches are the columns; absent for the top
     */
    public static HeatMap of(Collection<CaseFacts> cases, Directory directory, @Nullable String below) {
        Map<String, Integer> byUnit = new HashMap<>();
        Map<String, Map<String, Integer>> byTopic = new HashMap<>();
        for (CaseFacts each : cases) {
            String unit = branch(each.unit(), directory, below);
            byUnit.merge(unit, 1, Integer::sum);
            byTopic.computeIfAbsent(first(each.topic(), directory), topic -> new HashMap<>())
                    .merge(unit, 1, Integer::sum);
        }
        List<String> units = mostFirst(byUnit);
        int largest = byTopic.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        List<Row> rows = byTopic.entrySet().stream()
                .map(topic -> row(topic.getKey(), topic.getValue(), units, largest))
                .sorted(Comparator.comparingInt((Row row) -> -row.total()).thenComparing(Row::topic))
                .toList();
        return new HeatMap(units, rows);
    }

    private static Row row(String topic, Map<String, Integer> counts, List<String> units, int largest) {
        List<Cell> cells = units.stream()
                .map(unit -> counts.getOrDefault(unit, 0))
                .map(count -> new Cell(count, (int) Math.ceil(SHADES * Math.sqrt((double) count / largest))))
                .toList();
        return new Row(topic, cells, cells.stream().mapToInt(Cell::cases).sum());
    }

    private static List<String> mostFirst(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The unit of the level under the asked one that a unit belongs to; the asked one and the root stand for themselves. */
    private static String branch(String unit, Directory directory, @Nullable String below) {
        List<String> line = line(unit, code -> directory.unit(code).map(Directory.Unit::parent));
        int asked = below == null ? 0 : Math.max(0, line.indexOf(below));
        return line.get(Math.min(asked + 1, line.size() - 1));
    }

    private static String first(@Nullable String topic, Directory directory) {
        return topic == null
                ? NO_TOPIC
                : line(
                                topic,
                                code -> Optional.ofNullable(directory.topics().get(code))
                                        .map(Directory.Topic::parent))
                        .getFirst();
    }

    /** From the top down to a code. */
    private static List<String> line(String code, Function<String, Optional<String>> above) {
        List<String> line = new ArrayList<>(List.of(code));
        for (Optional<String> next = above.apply(code); next.isPresent(); next = above.apply(next.get())) {
            line.add(next.get());
        }
        return line.reversed();
    }
}
