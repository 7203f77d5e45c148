package org.redress.bench.trends;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.trends.Forecaster;
import org.redress.analytics.trends.Forecaster.Expectation;
import org.redress.analytics.trends.Forecaster.Point;
import org.redress.analytics.trends.TrendStep;
import org.redress.contracts.calendar.WorkingCalendar;

/** Tells what was to be expected of each step of a year before it came, and counts what came inside. */
final class BackTest {

    /** The method of the product, and what it is compared with. */
    static final String METHOD = "negative-binomial-smoothing";

    private static final int EVERY = 28;

    private final WorkingCalendar calendar;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    BackTest(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** Counts by what they are of. */
    Map<String, Tally> tallies() {
        return tallies;
    }

    /**
     * Goes through the days from one on.
     *
     * @param all what kinds of days are learned from
     * @param own the series
     * @param first first day of both
     * @param from first day that is foretold
     * @param end the day after the last
     * @param size what the series is called in the tallies
     */
    void run(
            NavigableMap<LocalDate, Integer> all,
            NavigableMap<LocalDate, Integer> own,
            LocalDate first,
            LocalDate from,
            LocalDate end,
            String size) {
        for (TrendStep step : TrendStep.values()) {
            Forecaster forecaster = new Forecaster(step, calendar);
            List<Point> points = forecaster.run(all, own, first, end, from).points();
            String named = step.label();
            points.stream().filter(Point::over).forEach(point -> {
                tally(named + " next " + METHOD, point.count(), point.expected());
                tally(named + " next " + METHOD + " " + size, point.count(), point.expected());
            });
            Baselines baselines = new Baselines(step, calendar, all, own, first);
            for (Point point : points) {
                if (point.over() && point.expected() != null) {
                    baselines.naive(point.from()).tally(tallies, named + " next seasonal-naive");
                    baselines.poisson(point.from()).tally(tallies, named + " next poisson-of-8-weeks");
                }
            }
            ahead(forecaster, step, all, own, first, from, end);
        }
    }

    /** As seen from a day in each four weeks: what came in the steps after it. */
    private void ahead(
            Forecaster forecaster,
            TrendStep step,
            NavigableMap<LocalDate, Integer> all,
            NavigableMap<LocalDate, Integer> own,
            LocalDate first,
            LocalDate from,
            LocalDate end) {
        for (LocalDate day = from; day.isBefore(end); day = day.plusDays(EVERY)) {
            LocalDate today = step.begin(day);
            for (Point point : forecaster.run(all, own, first, today, today).points()) {
                if (!point.to().isBefore(end)) {
                    break;
                }
                tally(
                        step.label() + " up-to-" + (step.ahead() + 1) + "-ahead " + METHOD,
                        own.subMap(point.from(), true, point.to(), true).values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        point.expected());
            }
        }
    }

    private void tally(String name, @Nullable Integer count, @Nullable Expectation expected) {
        if (count != null && expected != null) {
            tallies.computeIfAbsent(name, key -> new Tally())
                    .add(count, expected.inner(), expected.outer(), expected.innerHolds(), expected.outerHolds());
        }
    }
}
