package org.redress.analytics.trends.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.trends.Forecaster.Expectation;
import org.redress.analytics.trends.Forecaster.Point;
import org.redress.analytics.trends.Season;
import org.redress.analytics.trends.TrendReader.Trend;
import org.redress.analytics.volume.web.Hundredths;

/**
 * How many petitions came, and how many were to be expected.
 *
 * @param step day, week or month
 * @param asOf the day it is
 * @param knownSince first day of which what came is known to the reader; absent while nothing is
 * @param method how expectations are made
 * @param points the steps, in their order
 */
record TrendResponse(
        String step, LocalDate asOf, @Nullable LocalDate knownSince, String method, List<TrendPoint> points) {

    static final String METHOD = "negative-binomial-smoothing";
    private static final double HUNDRED = 100;

    /**
     * A step.
     *
     * @param from its first day
     * @param to its last day
     * @param count petitions received in it, so far where it is not over; absent before it begins, and where nothing is known
     * @param over whether it is over
     * @param partial whether it begins before {@code knownSince}: what is known of it is counted, and nothing expected
     * @param expected how many were to be expected the moment before it began; of steps that are not over, now; absent where
     *     too few steps were known before, as the next four
     * @param low80 lowest count of the interval that holds 80 %
     * @param high80 its highest count
     * @param low95 lowest count of the interval that holds 95 %
     * @param high95 its highest count
     * @param verdict above, within or below the interval that holds 95 %; absent while the step is not over
     */
    record TrendPoint(
            LocalDate from,
            LocalDate to,
            @Nullable Integer count,
            boolean over,
            boolean partial,
            @Nullable Double expected,
            @Nullable Integer low80,
            @Nullable Integer high80,
            @Nullable Integer low95,
            @Nullable Integer high95,
            @Nullable String verdict) {

        static TrendPoint of(Point point) {
            Expectation expected = point.expected();
            return expected == null
                    ? new TrendPoint(
                            point.from(),
                            point.to(),
                            point.count(),
                            point.over(),
                            point.partial(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null)
                    : new TrendPoint(
                            point.from(),
                            point.to(),
                            point.count(),
                            point.over(),
                            point.partial(),
                            Hundredths.of(expected.mean()),
                            expected.inner().from(),
                            expected.inner().to(),
                            expected.outer().from(),
                            expected.outer().to(),
                            verdict(point, expected));
        }

        private static @Nullable String verdict(Point point, Expectation expected) {
            Integer count = point.count();
            if (count == null || !point.over()) {
                return null;
            }
            return count > expected.outer().to()
                    ? "above"
                    : count < expected.outer().from() ? "below" : "within";
        }
    }

    static TrendResponse of(String step, Trend trend) {
        return new TrendResponse(
                step,
                trend.today(),
                trend.first(),
                METHOD,
                trend.course().points().stream().map(TrendPoint::of).toList());
    }

    /**
     * Why a step is expected to be as it is, and what it is made of.
     *
     * @param step day, week or month
     * @param asOf the day it is
     * @param method how the expectation is made
     * @param point the step
     * @param basis what the expectation rests on; absent where there is none
     * @param cases every case that is counted: as many as the count
     */
    record TrendWhy(
            String step,
            LocalDate asOf,
            String method,
            TrendPoint point,
            @Nullable TrendBasis basis,
            List<ReceivedCase> cases) {}

    /**
     * What an expectation rests on, as it was known when it was told: for a step that is over, the moment before it began.
     *
     * @param learnedSteps how many whole steps before it are known
     * @param stepsAhead how many steps after these it is, from 1
     * @param ordinaryDays how many ordinary days its days weigh, by their kinds alone: the sum of their factors
     * @param ordinaryDaysYearly the same by months as well
     * @param keptPerStep share of its weight that an older step keeps from one step to the next
     * @param held80 what the interval for 80 % really holds, in percent: counts are whole
     * @param held95 the same for 95 %
     * @param dayFactors factor of each kind of day, learned from all cases the reader may open; 1 is an ordinary day
     * @param monthFactors factor of each month, from 1 to 12; absent while two years are not known
     */
    record TrendBasis(
            int learnedSteps,
            int stepsAhead,
            double ordinaryDays,
            double ordinaryDaysYearly,
            double keptPerStep,
            double held80,
            double held95,
            Map<String, Double> dayFactors,
            @Nullable Map<Integer, Double> monthFactors) {

        private static final int MONTHS = 12;

        static @Nullable TrendBasis of(Point point) {
            Expectation expected = point.expected();
            if (expected == null) {
                return null;
            }
            Season season = expected.season();
            Map<String, Double> kinds = new LinkedHashMap<>();
            season.kinds().forEach((kind, factor) -> kinds.put(kind.label(), Hundredths.of(factor)));
            return new TrendBasis(
                    expected.learned(),
                    expected.ahead(),
                    Hundredths.of(expected.exposure().plain()),
                    Hundredths.of(expected.exposure().yearly()),
                    Hundredths.of(expected.kept()),
                    Hundredths.of(HUNDRED * expected.innerHolds()),
                    Hundredths.of(HUNDRED * expected.outerHolds()),
                    kinds,
                    season.isYearly() ? months(season) : null);
        }

        private static Map<Integer, Double> months(Season season) {
            Map<Integer, Double> months = new LinkedHashMap<>();
            for (int month = 1; month <= MONTHS; month++) {
                months.put(month, Hundredths.of(season.month(month)));
            }
            return months;
        }
    }

    /**
     * A case that is counted.
     *
     * @param petitionId its petition
     * @param unit code of the unit that answers for it
     * @param topic code of its topic
     * @param state where it stands
     * @param receivedOn day of receipt
     */
    record ReceivedCase(
            String petitionId, String unit, @Nullable String topic, String state, LocalDate receivedOn) {

        static ReceivedCase of(CaseFacts facts) {
            return new ReceivedCase(facts.petitionId(), facts.unit(), facts.topic(), facts.state(), facts.receivedOn());
        }
    }
}
