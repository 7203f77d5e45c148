package org.redress.analytics.trends;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns from one count after the other how many come next, by dynamic negative binomial smoothing.
 *
 * <p>The rate of a step is a gamma distribution. Before each step its weight is discounted, so that older steps count less
 * (West, Harrison 1989; Harvey, Fernandes 1989), and what is discounted goes to the mean of all steps. Counts spread
 * around the rate more than by chance alone, as petitions come in bundles. How fast to forget and how far to spread is
 * not set: every pair of a small grid runs along and weighs as much as it foretold the counts so far (Bayesian model
 * averaging). Season comes from outside, as the exposure of each step.
 */
public final class CountModel {

    private static final double[] DISCOUNTS = {0.5, 0.7, 0.85, 0.92, 0.96, 0.99};
    private static final double[] INVERSE_SIZES = {0, 0.02, 0.05, 0.1, 0.2, 0.5, 1};
    private static final double PRIOR_WEIGHT = 0.5;
    private static final double LONG = 0.98;
    private static final double NEGLIGIBLE = 1e-4;

    private final List<Runner> runners = new ArrayList<>();
    private int learned;

    /** One pair of the grid. */
    private static final class Runner {
        private final double discount;
        private final double inverseSize;
        private final boolean yearly;
        private double count;
        private double exposure;
        private double log;
        private double longCount = PRIOR_WEIGHT;
        private double longExposure = 1;

        private Runner(double discount, double inverseSize, boolean yearly) {
            this.discount = discount;
            this.inverseSize = inverseSize;
            this.yearly = yearly;
        }

        /** The mean rate of many steps. */
        private double rate() {
            return longCount / longExposure;
        }
    }

    /** Knows nothing yet. */
    public CountModel() {
        for (double discount : DISCOUNTS) {
            for (double inverseSize : INVERSE_SIZES) {
                runners.add(new Runner(discount, inverseSize, false));
                runners.add(new Runner(discount, inverseSize, true));
            }
        }
    }

    /** How many steps it has learned from. */
    public int learned() {
        return learned;
    }

    /**
     * Learns the count of the next step.
     *
     * @param count from 0
     * @param given how many times an ordinary day the step is, by the season
     */
    public void learn(int count, Exposure given) {
        for (Runner runner : runners) {
            double step = given.of(runner.yearly);
            CountDistribution.Part part = ahead(runner, step, 1, 1);
            if (learned > 0) {
                runner.log += part.log(count);
            }
            double kept = runner.discount;
            // A count that spreads tells less of the rate than one that does not.
            double tells = 1 / (1 + part.mean() * runner.inverseSize);
            runner.count = kept * runner.count + (1 - kept) * PRIOR_WEIGHT + tells * count;
            runner.exposure = kept * runner.exposure + (1 - kept) * PRIOR_WEIGHT / runner.rate() + tells * step;
            runner.longCount = LONG * runner.longCount + count;
            runner.longExposure = LONG * runner.longExposure + step;
        }
        learned++;
    }

    /**
     * What is to be expected of a later step.
     *
     * @param given how many times an ordinary day the step is, by the season
     * @param steps how many steps after the last one learned, from 1
     */
    public CountDistribution expect(Exposure given, int steps) {
        double best = runners.stream().mapToDouble(runner -> runner.log).max().orElse(0);
        List<CountDistribution.Part> parts = new ArrayList<>();
        for (Runner runner : runners) {
            double weight = Math.exp(runner.log - best);
            if (weight > NEGLIGIBLE) {
                parts.add(ahead(runner, given.of(runner.yearly), steps, weight));
            }
        }
        return CountDistribution.of(parts);
    }

    private CountDistribution.Part ahead(Runner runner, double step, int steps, double weight) {
        double kept = Math.pow(runner.discount, steps);
        double count = kept * runner.count + (1 - kept) * PRIOR_WEIGHT;
        double exposure = kept * runner.exposure + (1 - kept) * PRIOR_WEIGHT / runner.rate();
        double ofRate = 1 / count;
        double inverseSize = runner.inverseSize + ofRate + runner.inverseSize * ofRate;
        return new CountDistribution.Part(weight, step * count / exposure, inverseSize);
    }

    /** The share of an older step's weight that the pairs of the grid keep, by how well each foretold the counts so far. */
    public double discount() {
        double best = runners.stream().mapToDouble(runner -> runner.log).max().orElse(0);
        double sum = 0;
        double total = 0;
        for (Runner runner : runners) {
            double weight = Math.exp(runner.log - best);
            sum += weight * runner.discount;
            total += weight;
        }
        return sum / total;
    }
}
