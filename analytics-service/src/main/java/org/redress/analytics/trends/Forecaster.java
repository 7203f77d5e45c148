package org.redress.analytics.trends;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.calendar.WorkingCalendar;

/** Goes through the steps of a series in their order and tells of each what was to be expected before it began. */
public final class Forecaster {

    private static final double INNER = 0.8;
    private static final double OUTER = 0.95;

    private final TrendStep step;
    private final WorkingCalendar calendar;

    /** For steps of a length, on a calendar. */
    public Forecaster(TrendStep step, WorkingCalendar calendar) {
        this.step = step;
        this.calendar = calendar;
    }

    /**
     * What was to be expected of a step.
     *
     * @param mean the mean
     * @param inner shortest run of counts that holds 80 %
     * @param outer shortest run of counts that holds 95 %
     * @param innerHolds what the inner run holds, from 0.8, since counts are whole
     * @param outerHolds what the outer run holds
     * @param exposure how many ordinary days the step weighs, by the season
     * @param season as it was known then
     * @param kept share of its weight that an older step kept from one step to the next, as it was known then
     * @param learned from how many whole steps
     * @param ahead how many steps after these, from 1
     */
    public record Expectation(
            double mean,
            Interval inner,
            Interval outer,
            double innerHolds,
            double outerHolds,
            Exposure exposure,
            Season season,
            double kept,
            int learned,
            int ahead) {

        private static Expectation of(CountModel model, Season season, Exposure exposure, int ahead) {
            CountDistribution expected = model.expect(exposure, ahead);
            Interval inner = expected.shortest(INNER);
            Interval outer = expected.shortest(OUTER);
            return new Expectation(
                    expected.mean(),
                    inner,
                    outer,
                    expected.probability(inner),
                    expected.probability(outer),
                    exposure,
                    season,
                    model.discount(),
                    model.learned(),
                    ahead);
        }
    }

    /**
     * A step.
     *
     * @param from its first day
     * @param to its last day
     * @param count what came, so far where it is not over; absent where it has not begun, and where nothing is known of it
     * @param over whether it is over
     * @param partial whether it begins before the first day that is known: more may have come than is counted
     * @param expected what was to be expected; absent where too few steps were known
     */
    public record Point(
            LocalDate from,
            LocalDate to,
            @Nullable Integer count,
            boolean over,
            boolean partial,
            @Nullable Expectation expected) {}

    /**
     * All steps from one day on.
     *
     * @param points in their order
     * @param season as it is known today
     */
    public record Course(List<Point> points, Season season) {}

    /**
     * Goes through them. Of a step that is over it tells what was to be expected the moment before it began, from the steps
     * before it alone; of the running one and of those to come, what is to be expected now. Of a step that begins before the
     * first day that is known it tells what is counted, and expects nothing.
     *
     * @param all counts by day that the kinds of days are learned from
     * @param own counts by day of the series
     * @param first first day that is known: what lies before is not zero but unknown
     * @param today the day it is, which is not over
     * @param from first day that is told of
     */
    public Course run(
            NavigableMap<LocalDate, Integer> all,
            NavigableMap<LocalDate, Integer> own,
            LocalDate first,
            LocalDate today,
            LocalDate from) {
        CountModel model = new CountModel();
        LocalDate begin = step.begin(first).equals(first) ? first : step.plus(step.begin(first), 1);
        LocalDate running = step.begin(today);
        Season season = Season.none(calendar);
        LocalDate told = step.begin(from);
        List<Point> points = new ArrayList<>(partial(all, own, first, told, begin.isBefore(running) ? begin : running));
        LocalDate learnedUntil = null;
        for (; begin.isBefore(running); begin = step.plus(begin, 1)) {
            // A season moves slowly: it is learned anew at the first step and each four weeks.
            if (learnedUntil == null || learnedUntil.plusDays(27).isBefore(begin)) {
                season = Season.learn(calendar, all, own, first, begin.minusDays(1));
                learnedUntil = begin;
            }
            LocalDate to = step.plus(begin, 1).minusDays(1);
            int count = count(own, begin, to);
            Exposure exposure = season.exposure(begin, to);
            if (!begin.isBefore(told)) {
                points.add(new Point(begin, to, count, true, false, expectation(model, season, exposure, 1)));
            }
            model.learn(count, exposure);
        }
        season = Season.learn(calendar, all, own, first, today.minusDays(1));
        for (int ahead = 1; ahead <= step.ahead() + 1; ahead++) {
            LocalDate next = step.plus(running, ahead - 1);
            LocalDate to = step.plus(next, 1).minusDays(1);
            points.add(new Point(
                    next,
                    to,
                    ahead == 1 ? count(own, next, to) : null,
                    false,
                    next.isBefore(first),
                    expectation(model, season, season.exposure(next, to), ahead)));
        }
        return new Course(List.copyOf(points), season);
    }

    /** The steps before the first whole one, from the first day on which anything came. */
    private List<Point> partial(
            NavigableMap<LocalDate, Integer> all,
            NavigableMap<LocalDate, Integer> own,
            LocalDate first,
            LocalDate told,
            LocalDate whole) {
        List<Point> points = new ArrayList<>();
        LocalDate earliest = all.isEmpty() || first.isBefore(all.firstKey()) ? first : all.firstKey();
        for (LocalDate begin = step.begin(earliest); begin.isBefore(whole); begin = step.plus(begin, 1)) {
            LocalDate to = step.plus(begin, 1).minusDays(1);
            if (!begin.isBefore(told)) {
                int count = count(own, begin, to);
                boolean unknown = count == 0 && to.isBefore(first);
                points.add(new Point(begin, to, unknown ? null : count, true, true, null));
            }
        }
        return points;
    }

    private @Nullable Expectation expectation(CountModel model, Season season, Exposure exposure, int ahead) {
        return model.learned() < step.least() ? null : Expectation.of(model, season, exposure, ahead);
    }

    private static int count(NavigableMap<LocalDate, Integer> counts, LocalDate from, LocalDate to) {
        return counts.subMap(from, true, to, true).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
