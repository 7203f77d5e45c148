package org.redress.routing.learning;

import java.util.List;

/**
 * A weight for each class and component, and one for each class alone.
 *
 * @param weights of each class, all of one width
 * @param biases of each class
 */
public record LinearModel(List<float[]> weights, List<Float> biases) {

    /** Keeps its own lists. */
    public LinearModel {
        weights = List.copyOf(weights);
        biases = List.copyOf(biases);
    }

    /** The score of each class: the higher, the more speaks for it. */
    public double[] scores(SparseVector vector) {
        double[] scores = new double[weights.size()];
        for (int each = 0; each < scores.length; each++) {
            scores[each] = vector.dot(weights.get(each)) + biases.get(each);
        }
        return scores;
    }
}
