package org.redress.analytics.figures;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;

/**
 * What a definition comes to in a period.
 *
 * @param definition what is counted
 * @param cases the cases of the denominator; their amounts sum up to the numerator
 * @param leftOut cases of the cohort that are in no denominator
 * @param beside how many cases of the cohort were registered late, withdrawn, merged, declined, answered but not resolved
 * @param parts cases of each part, in the order of the definition
 * @param denominatorThen the denominator as it was at the end of the period; absent while that runs
 */
public record Figure(
        FigureSettings.Definition definition,
        List<Counted> cases,
        int leftOut,
        Map<Condition.Kind, Integer> beside,
        List<Integer> parts,
        @Nullable Integer denominatorThen) {

    /** What is told beside every figure. */
    public static final List<Condition.Kind> BESIDE = List.of(
            Condition.Kind.REGISTERED_LATE,
            Condition.Kind.WITHDRAWN,
            Condition.Kind.MERGED,
            Condition.Kind.DECLINED,
            Condition.Kind.NOT_RESOLVED);

    private static final double PERCENT = 100;
    private static final int MOVED_PERCENT = 20;

    /**
     * A case of a denominator.
     *
     * @param facts the case
     * @param amount what it adds to the numerator
     * @param part number of the part it is in, from 0; -1 where it is in none
     */
    public record Counted(CaseFacts facts, long amount, int part) {}

    /** What its cases add up to. */
    public long numerator() {
        return cases.stream().mapToLong(Counted::amount).sum();
    }

    /** How many cases it counts over. */
    public int denominator() {
        return cases.size();
    }

    /** A share in percent, or a mean in days; absent where it counts over nothing. */
    public @Nullable Double value() {
        if (cases.isEmpty()) {
            return null;
        }
        double ratio = (double) numerator() / denominator();
        return definition.measure() == FigureSettings.Measure.CASES ? PERCENT * ratio : ratio;
    }

    /** Whether it keeps its target line; absent where it has none, or counts over nothing. */
    public @Nullable Boolean keepsTarget() {
        Double value = value();
        if (value == null || (definition.atLeast() == null && definition.atMost() == null)) {
            return null;
        }
        return (definition.atLeast() == null || value >= definition.atLeast())
                && (definition.atMost() == null || value <= definition.atMost());
    }

    /** True when the denominator has moved by more than a fifth since the period ended. */
    public boolean isMoved() {
        return denominatorThen != null
                && PERCENT * Math.abs(denominator() - denominatorThen) > (double) MOVED_PERCENT * denominatorThen;
    }

    /** How many of its cases somebody changed in the database. */
    public long altered() {
        return cases.stream().filter(counted -> counted.facts().altered()).count();
    }
}
