package org.redress.bench.hotspots;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what was planted with what was found, seed by seed. */
final class Judge {

    private static final int LARGE = 25;
    private static final int SEEN = 10;
    private static final int RISEN = 5;
    private static final double MONTHS = 24;

    private int large;
    private int largeFound;
    private int small;
    private int smallFound;
    private int alone;
    private int aloneAlarmed;
    private int falseAlarms;
    private int seeds;
    private final List<Double> delays = new ArrayList<>();

    /**
     * The figures over all seeds.
     *
     * @param planted_25 matters of 25 petitions and more
     * @param found_25 those found: an alarm whose group is mostly of it and has half of it
     * @param planted_10 matters of 10 to 24
     * @param found_10 those found
     * @param delay_days_median from the day the fifth person wrote to the end of the day it was found; of the large ones
     * @param lone_writers people who wrote thirty times each
     * @param lone_alarmed alarms about them
     * @param false_alarms_a_month alarms about no planted matter
     */
    record Figures(
            int seeds,
            int planted_25,
            int found_25,
            int planted_10,
            int found_10,
            double delay_days_median,
            int lone_writers,
            int lone_alarmed,
            double false_alarms_a_month) {}

    void judge(Generator generated, Walk walk) {
        seeds++;
        Map<String, Long> alarmed =
                walk.hotspots().stream().collect(Collectors.groupingBy(Judge::mostly, Collectors.counting()));
        for (Generator.Planted planted : generated.planted()) {
            Optional<Walk.Found> found = walk.hotspots().stream()
                    .filter(each -> mostly(each).equals(planted.name()))
                    .filter(each -> 2 * of(each, planted.name()) >= planted.size())
                    .findFirst();
            if (planted.alone()) {
                alone++;
                aloneAlarmed += alarmed.getOrDefault(planted.name(), 0L).intValue();
            } else if (planted.size() >= LARGE) {
                large++;
                largeFound += found.isPresent() ? 1 : 0;
                found.map(each -> delay(each, risen(generated, planted.name()))).ifPresent(delays::add);
            } else if (planted.size() >= SEEN) {
                small++;
                smallFound += found.isPresent() ? 1 : 0;
            }
        }
        falseAlarms += alarmed.getOrDefault("", 0L).intValue();
    }

    /** The matter that most of its members are of; empty where that is none. */
    private static String mostly(Walk.Found found) {
        return found.members().stream()
                .map(id -> id.substring(0, id.indexOf('/')))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> 2 * most.getValue() > found.members().size())
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("day") && !name.equals("paper"))
                .orElse("");
    }

    private static long of(Walk.Found found, String name) {
        return found.members().stream().filter(id -> id.startsWith(name + "/")).count();
    }

    /** When the fifth person wrote. */
    private static LocalDateTime risen(Generator generated, String name) {
        Set<String> people = new HashSet<>();
        return generated.letters().stream()
                .filter(letter -> letter.id().startsWith(name + "/"))
                .filter(letter -> people.add(letter.user()) && people.size() == RISEN)
                .map(Letter::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static double delay(Walk.Found found, LocalDateTime risen) {
        return found.foundAt() == null
                ? 0
                : Duration.between(risen, found.foundAt()).toHours() / 24.0;
    }

    Figures figures() {
        List<Double> sorted = delays.stream().sorted().toList();
        double median = sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
        return new Figures(
                seeds,
                large,
                largeFound,
                small,
                smallFound,
                Math.round(10 * median) / 10.0,
                alone,
                aloneAlarmed,
                Math.round(100 * falseAlarms / MONTHS / seeds) / 100.0);
    }
}
