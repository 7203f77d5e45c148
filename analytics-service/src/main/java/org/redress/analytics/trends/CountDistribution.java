package org.redress.analytics.trends;

import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/** How probable each count is: a mixture of negative binomial distributions. */
public final class CountDistribution {

    private static final double DEVIATIONS = 12;
    private static final int LONGEST = 200_000;

    private final double mean;
    private final double[] upTo;

    /**
     * A part of the mixture.
     *
     * @param weight its share
     * @param mean its mean, above 0
     * @param inverseSize by how much its variance exceeds the mean, as a share of the mean's square; 0 for Poisson
     */
    record Part(double weight, double mean, double inverseSize) {

        /** Logarithm of the probability of a count. */
        double log(int count) {
            return logProbability(count, mean, inverseSize);
        }

        private int last() {
            double deviation = Math.sqrt(mean + mean * mean * inverseSize);
            return (int) Math.min(LONGEST, mean + DEVIATIONS * deviation + DEVIATIONS);
        }
    }

    private CountDistribution(double mean, double[] upTo) {
        this.mean = mean;
        this.upTo = upTo;
    }

    static CountDistribution of(List<Part> parts) {
        double total = parts.stream().mapToDouble(Part::weight).sum();
        int last = parts.stream().mapToInt(Part::last).max().orElse(0);
        double[] mass = new double[last + 1];
        double mean = 0;
        for (Part part : parts) {
            mean += part.weight() / total * part.mean();
            add(mass, part, part.weight() / total);
        }
        for (int count = 1; count <= last; count++) {
            mass[count] += mass[count - 1];
        }
        return new CountDistribution(mean, mass);
    }

    /**
     * Of the probability of each count, from 0 on.
     *
     * @param mass adds up to 1
     */
    public static CountDistribution ofMass(double[] mass) {
        double[] upTo = mass.clone();
        double mean = 0;
        for (int count = 1; count < mass.length; count++) {
            mean += count * mass[count];
            upTo[count] += upTo[count - 1];
        }
        return new CountDistribution(mean, upTo);
    }

    /** From one count to the next the probability changes by a factor. */
    private static void add(double[] mass, Part part, double weight) {
        double log = part.log(0);
        for (int count = 0; count <= part.last(); count++) {
            mass[count] += weight * Math.exp(log);
            double grows = part.inverseSize() == 0
                    ? part.mean()
                    : part.mean() * (1 + count * part.inverseSize()) / (1 + part.mean() * part.inverseSize());
            log += Math.log(grows / (count + 1));
        }
    }

    /** Logarithm of the probability of a count under a negative binomial distribution. */
    static double logProbability(int count, double mean, double inverseSize) {
        double factorial = LogGamma.value(count + 1.0);
        if (inverseSize == 0) {
            return count * Math.log(mean) - mean - factorial;
        }
        double size = 1 / inverseSize;
        return LogGamma.value(count + size)
                - LogGamma.value(size)
                - factorial
                + size * Math.log(size / (size + mean))
                + count * Math.log(mean / (size + mean));
    }

    /** The mean. */
    public double mean() {
        return mean;
    }

    /** How probable it is that the count lies in the interval. */
    public double probability(Interval interval) {
        int last = upTo.length - 1;
        return interval.from() > last ? 0 : probability(interval.from(), Math.min(interval.to(), last));
    }

    private double probability(int from, int to) {
        return upTo[to] - (from == 0 ? 0 : upTo[from - 1]);
    }

    /**
     * The shortest run of counts that holds at least a share of the probability, among equally short ones the most probable.
     * Since counts are whole it usually holds more.
     *
     * @param share above 0 and below 1
     */
    public Interval shortest(double share) {
        int best = 0;
        int length = Integer.MAX_VALUE;
        int to = 0;
        for (int from = 0; from < upTo.length; from++) {
            while (to < upTo.length - 1 && probability(from, to) < share) {
                to++;
            }
            if (probability(from, to) < share) {
                break;
            }
            boolean shorter = to - from < length;
            boolean likelier = to - from == length && probability(from, to) > probability(best, best + length);
            if (shorter || likelier) {
                best = from;
                length = to - from;
            }
        }
        return new Interval(best, length == Integer.MAX_VALUE ? upTo.length - 1 : best + length);
    }
}
