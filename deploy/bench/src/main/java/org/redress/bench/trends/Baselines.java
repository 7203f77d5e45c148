package org.redress.bench.trends;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.redress.analytics.trends.Interval;
import org.redress.analytics.trends.Season;
import org.redress.analytics.trends.TrendStep;
import org.redress.contracts.calendar.WorkingCalendar;

/** Two plainer methods on the same steps. */
final class Baselines {

    private static final int BACK = 52;

    private final TrendStep step;
    private final WorkingCalendar calendar;
    private final NavigableMap<LocalDate, Integer> all;
    private final NavigableMap<LocalDate, Integer> own;
    private final LocalDate first;

    Baselines(
            TrendStep step,
            WorkingCalendar calendar,
            NavigableMap<LocalDate, Integer> all,
            NavigableMap<LocalDate, Integer> own,
            LocalDate first) {
        this.step = step;
        this.calendar = calendar;
        this.all = all;
        this.own = own;
        this.first = first;
    }

    /** What a plain method told of a step, and what came. */
    record Told(int count, Interval inner, Interval outer) {
        void tally(Map<String, Tally> tallies, String name) {
            tallies.computeIfAbsent(name, key -> new Tally()).add(count, inner, outer, 0, 0);
        }
    }

    /** As many as a season before (a week for days, else a step), give or take the errors of the last 52 times. */
    Told naive(LocalDate begin) {
        int season = step == TrendStep.DAY ? 7 : 1;
        int expected = count(step.plus(begin, -season));
        List<Integer> errors = new ArrayList<>();
        for (int back = 1; back <= BACK; back++) {
            LocalDate then = step.plus(begin, -back);
            if (!step.plus(then, -season).isBefore(first)) {
                errors.add(count(then) - count(step.plus(then, -season)));
            }
        }
        Collections.sort(errors);
        return new Told(count(begin), around(expected, errors, 0.1), around(expected, errors, 0.025));
    }

    private static Interval around(int expected, List<Integer> errors, double tail) {
        int low = errors.get((int) Math.floor(tail * (errors.size() - 1)));
        int high = errors.get((int) Math.ceil((1 - tail) * (errors.size() - 1)));
        return new Interval(Math.max(0, expected + low), Math.max(0, expected + high));
    }

    /** The mean of the last eight weeks or steps times the season, spread by chance alone. */
    Told poisson(LocalDate begin) {
        Season season = Season.learn(calendar, all, own, first, begin.minusDays(1));
        LocalDate since = step == TrendStep.DAY ? begin.minusDays(56) : step.plus(begin, -8);
        since = since.isBefore(first) ? first : since;
        double rate = (count(since, begin.minusDays(1)) + 0.5)
                / season.exposure(since, begin.minusDays(1)).plain();
        double mean =
                rate * season.exposure(begin, step.plus(begin, 1).minusDays(1)).plain();
        return new Told(
                count(begin),
                new Interval(quantile(mean, 0.1), quantile(mean, 0.9)),
                new Interval(quantile(mean, 0.025), quantile(mean, 0.975)));
    }

    private static int quantile(double mean, double share) {
        double log = -mean;
        double upTo = Math.exp(log);
        int count = 0;
        while (upTo < share) {
            count++;
            log += Math.log(mean / count);
            upTo += Math.exp(log);
        }
        return count;
    }

    private int count(LocalDate begin) {
        return count(begin, step.plus(begin, 1).minusDays(1));
    }

    private int count(LocalDate from, LocalDate to) {
        return own.subMap(from, true, to, true).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
