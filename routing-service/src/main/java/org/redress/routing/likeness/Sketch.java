package org.redress.routing.likeness;

/**
 * What is kept of a text: its most telling pairs and how much it says each.
 *
 * @param terms numbers of the pairs in the {@link Lexicon}, the most telling first
 * @param weights one for each: 1 for what stands there once, growing with the logarithm of how often
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and there are many
record Sketch(int[] terms, double[] weights) {

    int size() {
        return terms.length;
    }
}
