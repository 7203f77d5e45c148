package org.redress.bench.faults.judging;

import java.util.List;

/**
 * A case as its store holds it.
 *
 * @param registered false for a stub
 * @param done what officers did, in the words of its history
 */
public record CaseRecord(boolean registered, List<String> done) {}
