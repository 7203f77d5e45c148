package org.redress.routing.learning;

/**
 * What is learned from.
 *
 * @param vector what is seen
 * @param label its class, from 0
 */
public record Example(SparseVector vector, int label) {}
