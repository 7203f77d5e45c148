package org.redress.analytics.hotspots.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * Petitions by day, or by week where there are many days, as bars of a chart 600 wide and 100 high.
 *
 * @param bars from the first day to the last, those without petitions included
 * @param weekly true where each bar is seven days
 * @param most what the highest bar stands for
 */
record Bars(List<Bar> bars, boolean weekly, int most) {

    private static final double WIDTH = 600;
    private static final double HEIGHT = 100;
    private static final int MOST_DAYS = 60;
    private static final int FEWEST_BARS = 30;
    private static final int WEEK = 7;
    private static final double GAP = 0.2;

    /**
     * A bar.
     *
     * @param day its day, or the first of its week
     * @param letters petitions
     * @param x where it begins
     * @param y where it ends
     * @param width how wide
     * @param height how high
     */
    record Bar(LocalDate day, int letters, double x, double y, double width, double height) {}

    static Bars of(NavigableMap<LocalDate, Integer> days) {
        LocalDate first = days.firstKey();
        LocalDate last = days.lastKey();
        boolean weekly = ChronoUnit.DAYS.between(first, last) >= MOST_DAYS;
        int step = weekly ? WEEK : 1;
        NavigableMap<LocalDate, Integer> counts = new TreeMap<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(step)) {
            int letters = days.subMap(day, true, day.plusDays(step), false).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            counts.put(day, letters);
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        NavigableSet<LocalDate> all = counts.navigableKeySet();
        double wide = WIDTH / Math.max(FEWEST_BARS, all.size());
        List<Bar> bars = new ArrayList<>();
        for (LocalDate day : all) {
            int letters = counts.getOrDefault(day, 0);
            double height = HEIGHT * letters / most;
            bars.add(new Bar(day, letters, wide * bars.size(), HEIGHT - height, wide * (1 - GAP), height));
        }
        return new Bars(List.copyOf(bars), weekly, most);
    }

    /** Those with petitions, the last one first. */
    List<Bar> filled() {
        return bars.stream().filter(bar -> bar.letters() > 0).toList().reversed();
    }
}
