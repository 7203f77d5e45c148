package org.redress.bench.trends;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.redress.analytics.trends.Interval;

/** How many counts lay in their intervals. */
final class Tally {

    private int told;
    private int inner;
    private int outer;
    private double innerHolds;
    private double outerHolds;
    private double width;
    private double score;

    /** Interval score of the inner interval (Gneiting, Raftery 2007): its width, and what a miss is missed by, dearly. */
    private static final double MISSED = 2 / 0.2;

    void add(int count, Interval innerRun, Interval outerRun, double innerShare, double outerShare) {
        told++;
        inner += innerRun.contains(count) ? 1 : 0;
        outer += outerRun.contains(count) ? 1 : 0;
        innerHolds += innerShare;
        outerHolds += outerShare;
        width += innerRun.to() - innerRun.from() + 1;
        score += innerRun.to()
                - innerRun.from()
                + MISSED * (Math.max(0, innerRun.from() - count) + Math.max(0, count - innerRun.to()));
    }

    boolean isEmpty() {
        return told == 0;
    }

    /** True when 80 % intervals hold 0.75 to 0.93 of the counts, and 95 % intervals 0.90 to 0.99. */
    boolean keepsItsWord() {
        double of80 = share(inner);
        double of95 = share(outer);
        return of80 >= 0.75 && of80 <= 0.93 && of95 >= 0.90 && of95 <= 0.99;
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("told", told);
        figures.put("cover80", rounded(share(inner)));
        figures.put("cover95", rounded(share(outer)));
        figures.put("promised80", rounded(innerHolds / told));
        figures.put("promised95", rounded(outerHolds / told));
        figures.put("width80", rounded(width / told));
        figures.put("score80", rounded(score / told));
        return figures;
    }

    private double share(double of) {
        return of / told;
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
    }
}
