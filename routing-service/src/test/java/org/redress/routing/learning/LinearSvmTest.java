package org.redress.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearSvmTest {

    private static final int WIDTH = 12;
    private static final double COST = 0.7;

    private final List<Example> examples = drawn(150, new Random(7));

    /** At the minimum of the loss that is written in the paper nothing slopes, whatever way led there. */
    @Test
    void endsWhereTheLossIsLowest() {
        LinearModel model = new LinearSvm(COST, 1).learn(examples, 3);

        for (int label = 0; label < 3; label++) {
            double[] slope = new double[WIDTH + 1];
            for (int at = 0; at < WIDTH; at++) {
                slope[at] = model.weights().get(label)[at];
            }
            slope[WIDTH] = model.biases().get(label);
            for (Example example : examples) {
                double side = example.label() == label ? 1 : -1;
                double missing = Math.max(0, 1 - side * model.scores(example.vector())[label]);
                double push = -2 * COST * missing * side;
                example.vector().addTo(slope, push);
                slope[WIDTH] += push;
            }
            assertThat(Arrays.stream(slope).map(Math::abs).max()).hasValueCloseTo(0.0, within(0.2));
        }
    }

    @Test
    void findsTheSameTwiceWithTheSameSeed() {
        LinearModel one = new LinearSvm(COST, 3).learn(examples, 3);
        LinearModel other = new LinearSvm(COST, 3).learn(examples, 3);

        assertThat(one.weights().get(1)).isEqualTo(other.weights().get(1));
        assertThat(one.biases()).isEqualTo(other.biases());
    }

    @Test
    void tellsClassesApart() {
        LinearModel model = new LinearSvm(COST, 1).learn(examples, 3);

        List<Example> others = drawn(150, new Random(8));
        assertThat(others.stream().filter(each -> isFound(model, each)).count()).isGreaterThan(115);
    }

    private static boolean isFound(LinearModel model, Example example) {
        double[] scores = model.scores(example.vector());
        for (double score : scores) {
            if (score > scores[example.label()]) {
                return false;
            }
        }
        return true;
    }

    /** Three classes, each with four components of its own that are likelier. */
    private static List<Example> drawn(int number, Random random) {
        List<Example> drawn = new ArrayList<>();
        for (int each = 0; each < number; each++) {
            int label = each % 3;
            Map<Integer, Double> components = new HashMap<>();
            for (int at = 0; at < WIDTH; at++) {
                if (random.nextDouble() < (at / 4 == label ? 0.7 : 0.15)) {
                    components.put(at, 0.2 + random.nextDouble());
                }
            }
            drawn.add(new Example(SparseVector.of(components), label));
        }
        return drawn;
    }
}
