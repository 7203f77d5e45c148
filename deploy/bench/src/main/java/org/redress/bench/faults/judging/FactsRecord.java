package org.redress.bench.faults.judging;

import java.util.Set;

/**
 * Facts of a case as analytics holds them.
 *
 * @param counted false for a stub
 * @param steps the steps they know the moment of, in the words of the case's history
 */
public record FactsRecord(boolean counted, Set<String> steps) {}
