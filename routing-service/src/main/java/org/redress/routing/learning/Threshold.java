package org.redress.routing.learning;

import java.util.Comparator;
import java.util.List;

/** Finds from which probability on a class is decided without a person. */
public final class Threshold {

    /** Above every probability: nothing is decided. */
    public static final double NEVER = 2;

    private Threshold() {}

    /**
     * The lowest probability at and above which so large a share was right, less one standard error of that share, so that
     * few examples decide little.
     *
     * @param verdicts by models that were not trained on them
     * @param precision share that has to be right, from 0 to 1
     * @return from 0 to 1, or {@link #NEVER}
     */
    public static double of(List<Verdict> verdicts, double precision) {
        List<Verdict> surest = verdicts.stream()
                .sorted(Comparator.comparingDouble(Verdict::probability).reversed())
                .toList();
        double threshold = NEVER;
        int right = 0;
        for (int number = 1; number <= surest.size(); number++) {
            Verdict next = surest.get(number - 1);
            right += next.isRight() ? 1 : 0;
            boolean lastOfEquals = number == surest.size() || surest.get(number).probability() < next.probability();
            if (lastOfEquals && lower(right, number) >= precision) {
                threshold = next.probability();
            }
        }
        return threshold;
    }

    /** The share less its standard error, by the rule that adds one right and one wrong (Laplace). */
    private static double lower(int right, int all) {
        double share = (right + 1.0) / (all + 2.0);
        return share - Math.sqrt(share * (1 - share) / (all + 3.0));
    }
}
