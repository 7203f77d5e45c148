package org.redress.routing.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A linear support vector machine for each class against all others, with squared hinge loss.
 *
 * <p>Each is found by coordinate descent on the dual problem (C.-J. Hsieh, K.-W. Chang, C.-J. Lin, S. Keerthi and S.
 * Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008, algorithm 1), as liblinear does
 * with {@code -s 1}: an example has one multiplier from 0, examples are visited in an order drawn anew each round, each
 * time the multiplier is set to what is best while all others stand still, and the weights follow. It ends when the
 * projected gradients of a round are close to each other.
 */
public final class LinearSvm {

    private static final double CLOSE = 0.05;
    private static final int ROUNDS = 300;

    // What the squared loss adds to the diagonal.
    private final double softness;
    private final long seed;

    /**
     * With its settings.
     *
     * @param cost price of an example on the wrong side, above 0; the higher, the closer to the examples
     * @param seed draws the orders; the same seed and examples give the same model
     */
    public LinearSvm(double cost, long seed) {
        this.softness = 1 / (2 * cost);
        this.seed = seed;
    }

    /** Learns to tell so many classes apart. */
    public LinearModel learn(List<Example> examples, int classes) {
        int width = examples.stream()
                .mapToInt(example -> example.vector().width())
                .max()
                .orElse(0);
        List<float[]> weights = new ArrayList<>();
        List<Float> biases = new ArrayList<>();
        for (int each = 0; each < classes; each++) {
            double[] found = new Descent(examples, each, width).run();
            float[] rounded = new float[width];
            for (int at = 0; at < width; at++) {
                rounded[at] = (float) found[at];
            }
            weights.add(rounded);
            biases.add((float) found[width]);
        }
        return new LinearModel(weights, biases);
    }

    /** The search for the weights of one class; the bias is the weight of a component that is always 1. */
    private final class Descent {

        private final List<Example> examples;
        private final int label;
        private final int width;
        private final double[] weights;
        private final double[] multipliers;
        private final double[] curvatures;
        private double highest;
        private double lowest;

        Descent(List<Example> examples, int label, int width) {
            this.examples = examples;
            this.label = label;
            this.width = width;
            this.weights = new double[width + 1];
            this.multipliers = new double[examples.size()];
            this.curvatures = examples.stream()
                    .mapToDouble(example -> example.vector().squared() + 1 + softness)
                    .toArray();
        }

        double[] run() {
            Random random = new Random(seed);
            int[] order = new int[examples.size()];
            for (int at = 0; at < order.length; at++) {
                order[at] = at;
            }
            for (int round = 0; round < ROUNDS; round++) {
                shuffle(order, random);
                highest = 0;
                lowest = 0;
                for (int next : order) {
                    improve(next);
                }
                if (highest - lowest < CLOSE) {
                    break;
                }
            }
            return weights;
        }

        private void improve(int at) {
            Example example = examples.get(at);
            double side = example.label() == label ? 1 : -1;
            double before = multipliers[at];
            double gradient = side * (example.vector().dot(weights) + weights[width]) - 1 + softness * before;
            double projected = before == 0 ? Math.min(gradient, 0) : gradient;
            highest = Math.max(highest, projected);
            lowest = Math.min(lowest, projected);
            if (projected != 0) {
                multipliers[at] = Math.max(before - gradient / curvatures[at], 0);
                double change = (multipliers[at] - before) * side;
                example.vector().addTo(weights, change);
                weights[width] += change;
            }
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = order[last];
            order[last] = order[other];
            order[other] = kept;
        }
    }
}
