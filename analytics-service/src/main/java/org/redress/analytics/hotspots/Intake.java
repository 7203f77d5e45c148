package org.redress.analytics.hotspots;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many petitions came, day by day: season, growth and weekday of all of them together are the measure for each group. */
final class Intake {

    private final NavigableMap<LocalDate, Integer> byDay = new TreeMap<>();

    void count(LocalDate day) {
        byDay.merge(day, 1, Integer::sum);
    }

    /** How many came from one day to another, both included. */
    int between(LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? 0
                : byDay.subMap(from, true, to, true).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    void forget(LocalDate before) {
        byDay.headMap(before).clear();
    }
}
