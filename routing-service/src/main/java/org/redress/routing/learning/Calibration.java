package org.redress.routing.learning;

import java.util.Arrays;
import java.util.List;

/**
 * Turns scores into probabilities: the softmax of the scores times one sharpness for all classes, fitted so that the
 * examples are as probable as can be (temperature scaling; C. Guo, G. Pleiss, Y. Sun and K. Weinberger: On Calibration of
 * Modern Neural Networks, ICML 2017). One number for all classes cannot be fitted to chance, and leaves their order as it is.
 *
 * @param sharpness from 0, where all classes are equally probable
 */
public record Calibration(double sharpness) {

    private static final double SHARPEST = 1000;
    private static final int HALVINGS = 60;

    /**
     * What is fitted to.
     *
     * @param scores of each class, by a model that was not trained on it
     * @param label the class it is of
     */
    public record Scored(List<Double> scores, int label) {}

    /** Fits it; the likelihood has one maximum, where its slope is 0. */
    public static Calibration fit(List<Scored> examples) {
        double low = 0;
        double high = SHARPEST;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (slope(examples, new Calibration(middle)) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Calibration((low + high) / 2);
    }

    /** How the likelihood of the examples grows with the sharpness. */
    private static double slope(List<Scored> examples, Calibration at) {
        double slope = 0;
        for (Scored example : examples) {
            double[] scores =
                    example.scores().stream().mapToDouble(Double::doubleValue).toArray();
            double[] probabilities = at.probabilities(scores);
            double expected = 0;
            for (int each = 0; each < scores.length; each++) {
                expected += probabilities[each] * scores[each];
            }
            slope += scores[example.label()] - expected;
        }
        return slope;
    }

    /** How probable each class is, from its score. */
    public double[] probabilities(double[] scores) {
        double highest = Arrays.stream(scores).max().orElse(0);
        double[] probabilities = Arrays.stream(scores)
                .map(score -> Math.exp(sharpness * (score - highest)))
                .toArray();
        double sum = Arrays.stream(probabilities).sum();
        return Arrays.stream(probabilities).map(each -> each / sum).toArray();
    }
}
