package org.redress.routing.learning;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A vector of which few components differ from 0; never changed. */
public final class SparseVector {

    private final int[] indices;
    private final double[] values;

    private SparseVector(int[] indices, double[] values) {
        this.indices = indices;
        this.values = values;
    }

    /** Of its components other than 0; indices count from 0. */
    public static SparseVector of(Map<Integer, Double> components) {
        SortedMap<Integer, Double> sorted = new TreeMap<>(components);
        int[] indices = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
        double[] values =
                sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new SparseVector(indices, values);
    }

    /** How many components differ from 0. */
    int size() {
        return indices.length;
    }

    /** One more than the highest index. */
    int width() {
        return indices.length == 0 ? 0 : indices[indices.length - 1] + 1;
    }

    /** Square of its length. */
    double squared() {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** Its product with weights of at least its width. */
    double dot(double[] weights) {
        double sum = 0;
        for (int at = 0; at < indices.length; at++) {
            sum += weights[indices[at]] * values[at];
        }
        return sum;
    }

    /** The same with single precision. */
    double dot(float[] weights) {
        double sum = 0;
        for (int at = 0; at < indices.length; at++) {
            sum += weights[indices[at]] * values[at];
        }
        return sum;
    }

    /** Adds it, that many times, to weights of at least its width. */
    void addTo(double[] weights, double times) {
        for (int at = 0; at < indices.length; at++) {
            weights[indices[at]] += times * values[at];
        }
    }
}
