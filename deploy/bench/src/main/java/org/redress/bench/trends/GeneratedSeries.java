package org.redress.bench.trends;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.redress.contracts.calendar.Day;
import org.redress.contracts.calendar.WorkingCalendar;

/**
 * Three years of made-up petitions by day: weekdays and days off, a wave over the year, growth or decline, a level that
 * wanders, days on which petitions come in bundles, and two matters about which many write within two weeks.
 */
final class GeneratedSeries {

    static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
    static final LocalDate END = LocalDate.of(2026, 1, 1);

    private static final double[] BUNDLING = {0, 0.05, 0.3};
    private static final double WAVE = 0.3;
    private static final double WANDERS = 0.03;
    private static final double RETURNS = 0.99;
    private static final int MATTERS = 2;

    private final Random random;
    private final WorkingCalendar calendar;

    GeneratedSeries(long seed, WorkingCalendar calendar) {
        this.random = new Random(seed);
        this.calendar = calendar;
    }

    /** With so many on an ordinary day. */
    NavigableMap<LocalDate, Integer> of(double aDay) {
        NavigableMap<LocalDate, Integer> counts = new TreeMap<>();
        double phase = random.nextDouble() * 2 * Math.PI;
        double growth = Math.log(0.7 + random.nextDouble());
        double bundling = BUNDLING[random.nextInt(BUNDLING.length)];
        double level = 0;
        int days = (int) (END.toEpochDay() - FIRST.toEpochDay());
        for (int day = 0; day < days; day++) {
            LocalDate date = FIRST.plusDays(day);
            level = RETURNS * level + WANDERS * random.nextGaussian();
            double wave = 1 + WAVE * Math.sin(2 * Math.PI * date.getDayOfYear() / 365 + phase);
            double rate = aDay * kind(calendar.day(date)) * wave * Math.exp(growth * day / days + level);
            counts.put(date, poisson(bundling == 0 ? rate : rate * bundled(bundling)));
        }
        for (int matter = 0; matter < MATTERS && aDay >= 1; matter++) {
            LocalDate begin = FIRST.plusDays(random.nextInt(days - 14));
            for (int letter = (int) (aDay * 5); letter > 0; letter--) {
                counts.merge(begin.plusDays(random.nextInt(14)), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static double kind(Day day) {
        return switch (day.kind()) {
            case HOLIDAY -> 0.15;
            case MADE_UP -> 0.9;
            case WORKING ->
                switch (day.date().getDayOfWeek()) {
                    case MONDAY -> 1.5;
                    case FRIDAY -> 1.1;
                    default -> 1.25;
                };
            case WEEKEND -> 0.3;
        };
    }

    /** Gamma distributed with mean 1 and this variance. */
    private double bundled(double variance) {
        double shape = 1 / variance;
        // Marsaglia and Tsang 2000, for shapes from 1 on.
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v / shape;
            }
        }
    }

    private int poisson(double mean) {
        int count = 0;
        for (double left = mean; ; count++) {
            left += Math.log(1 - random.nextDouble());
            if (left < 0) {
                return count;
            }
        }
    }
}
