package org.redress.analytics.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.redress.analytics.trends.Forecaster.Point;
import org.redress.contracts.calendar.ShippedNotices;
import org.redress.contracts.calendar.WorkingCalendar;

class ForecasterTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
    private static final WorkingCalendar CALENDAR = ShippedNotices.calendar();

    @Test
    void countsMondayToSundayInAWeek() {
        LocalDate monday = LocalDate.of(2026, 3, 2);
        TreeMap<LocalDate, Integer> counts = new TreeMap<>();
        for (LocalDate day = monday.minusDays(7); day.isBefore(TODAY); day = day.plusDays(1)) {
            counts.put(day, 1);
        }
        counts.put(monday, 10);
        counts.put(monday.plusDays(6), 100);

        List<Point> weeks = new Forecaster(TrendStep.WEEK, CALENDAR)
                .run(counts, counts, counts.firstKey(), TODAY, counts.firstKey())
                .points();

        assertThat(weeks.subList(0, 3)).extracting(Point::count).containsExactly(7, 115, 7);
        assertThat(weeks.get(1).to()).isEqualTo(monday.plusDays(6));
    }

    /** By the definition: no shorter run holds as much, and this one holds enough. */
    @Test
    void givesTheShortestRunOfCountsThatHoldsAShare() {
        CountDistribution counts = CountDistribution.of(
                List.of(new CountDistribution.Part(3, 2.5, 0), new CountDistribution.Part(1, 9, 0.4)));

        double sum = 0;
        double mean = 0;
        for (int count = 0; count < 200; count++) {
            double probability = counts.probability(new Interval(count, count));
            sum += probability;
            mean += count * probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(mean).isCloseTo((3 * 2.5 + 9) / 4, within(1e-3));
        for (double share : new double[] {0.5, 0.8, 0.95}) {
            Interval shortest = counts.shortest(share);
            assertThat(counts.probability(shortest)).isGreaterThanOrEqualTo(share);
            for (int from = 0; from < 100; from++) {
                Interval shorter = new Interval(from, from + shortest.to() - shortest.from() - 1);
                assertThat(shorter.to() < shorter.from() ? 0 : counts.probability(shorter))
                        .as("%s holds %s as %s does", shorter, share, shortest)
                        .isLessThan(share);
            }
        }
    }

    /** A known distribution foretells itself: of Poisson counts the intervals hold what they say they hold. */
    @Test
    void holdsAsMuchAsItSays() {
        TreeMap<LocalDate, Integer> counts = counts(new Random(20_261_130), 6);
        for (TrendStep step : TrendStep.values()) {
            List<Point> points = new Forecaster(step, CALENDAR)
                    .run(counts, counts, FIRST, TODAY, LocalDate.of(2024, 9, 1))
                    .points();
            double inside = 0;
            double promised = 0;
            double told = 0;
            for (Point point : points) {
                if (point.over()) {
                    Forecaster.Expectation expected = Objects.requireNonNull(point.expected());
                    inside += expected.inner().contains(Objects.requireNonNull(point.count())) ? 1 : 0;
                    promised += expected.innerHolds();
                    told++;
                }
            }
            // Three standard deviations of a share of so many.
            assertThat(inside / told)
                    .as("%s, of %s", step, told)
                    .isCloseTo(promised / told, within(3 * Math.sqrt(0.16 / told)));
        }
    }

    @Test
    void knowsWeekdaysAndDaysOffAndLooksAtNothingLater() {
        TreeMap<LocalDate, Integer> counts = new TreeMap<>();
        for (LocalDate day = FIRST; day.isBefore(TODAY); day = day.plusDays(1)) {
            counts.put(day, !CALENDAR.isWorking(day) ? 0 : day.getDayOfWeek() == DayOfWeek.MONDAY ? 20 : 10);
        }
        Forecaster forecaster = new Forecaster(TrendStep.DAY, CALENDAR);
        LocalDate from = LocalDate.of(2026, 2, 13);
        List<Point> points = forecaster.run(counts, counts, FIRST, TODAY, from).points();

        assertThat(expected(points, "2026-03-09")).isCloseTo(20, within(2.0));
        assertThat(expected(points, "2026-03-10")).isCloseTo(10, within(1.0));
        assertThat(expected(points, "2026-03-14")).isLessThan(0.5);
        // Spring festival: a Tuesday off; a Saturday that is worked.
        assertThat(expected(points, "2026-02-17")).isLessThan(0.5);
        assertThat(expected(points, "2026-02-28")).isGreaterThan(5);

        TreeMap<LocalDate, Integer> otherwise = new TreeMap<>(counts);
        LocalDate changed = LocalDate.of(2026, 3, 10);
        otherwise.tailMap(changed).replaceAll((day, count) -> 500);
        List<Point> told =
                forecaster.run(otherwise, otherwise, FIRST, TODAY, from).points();
        for (int number = 0; !points.get(number).from().isAfter(changed); number++) {
            assertThat(told.get(number))
                    .usingRecursiveComparison()
                    .ignoringFields("count", "expected.season.calendar")
                    .isEqualTo(points.get(number));
        }
    }

    @Test
    void tellsNothingOfStepsBeforeWhichTooFewAreKnown() {
        TreeMap<LocalDate, Integer> counts = counts(new Random(1), 3);
        LocalDate today = FIRST.plusWeeks(8);
        List<Point> points = new Forecaster(TrendStep.WEEK, CALENDAR)
                .run(counts, counts, FIRST, today, FIRST)
                .points();

        assertThat(points.subList(0, 8)).allMatch(point -> point.over() && point.expected() == null);
        assertThat(points.subList(8, points.size())).hasSize(7).allMatch(point -> point.expected() != null);
        assertThat(points.get(9).count()).isNull();
    }

    /** The factors that are told are those that the days were weighed by, though Mondays changed later. */
    @Test
    void tellsWhatAnExpectationRestedOnWhenItWasTold() {
        TreeMap<LocalDate, Integer> counts = new TreeMap<>();
        for (LocalDate day = FIRST; day.isBefore(TODAY); day = day.plusDays(1)) {
            boolean heavy = day.getDayOfWeek() == DayOfWeek.MONDAY && day.isAfter(LocalDate.of(2025, 6, 1));
            counts.put(day, heavy ? 60 : 10);
        }
        List<Point> points = new Forecaster(TrendStep.WEEK, CALENDAR)
                .run(counts, counts, FIRST, TODAY, FIRST)
                .points();

        List<Double> mondays = new ArrayList<>();
        for (Point point : points.subList(TrendStep.WEEK.least(), points.size())) {
            Forecaster.Expectation expected = Objects.requireNonNull(point.expected());
            assertThat(expected.season().exposure(point.from(), point.to()))
                    .as("%s", point.from())
                    .isEqualTo(expected.exposure());
            mondays.add(expected.season().kinds().getOrDefault(Season.Kind.MONDAY, 1.0));
        }
        assertThat(mondays.getFirst()).isCloseTo(1, within(0.2));
        assertThat(mondays.getLast()).isGreaterThan(1.5);
    }

    private static double expected(List<Point> points, String day) {
        return points.stream()
                .filter(point -> point.from().equals(LocalDate.parse(day)))
                .map(Point::expected)
                .map(Objects::requireNonNull)
                .mapToDouble(Forecaster.Expectation::mean)
                .findFirst()
                .orElseThrow();
    }

    private static TreeMap<LocalDate, Integer> counts(Random random, double mean) {
        TreeMap<LocalDate, Integer> counts = new TreeMap<>();
        for (LocalDate day = FIRST; day.isBefore(TODAY); day = day.plusDays(1)) {
            int count = 0;
            for (double left = mean + Math.log(1 - random.nextDouble());
                    left > 0;
                    left += Math.log(1 - random.nextDouble())) {
                count++;
            }
            counts.put(day, count);
        }
        return counts;
    }
}
