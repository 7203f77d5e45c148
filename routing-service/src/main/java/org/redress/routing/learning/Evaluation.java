package org.redress.routing.learning;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How well examples were judged that the model was not trained on; all but the number from 0 to 1.
 *
 * @param examples how many
 * @param macroF1 mean over the classes of the harmonic mean of precision and recall
 * @param accuracy share of which the class was found
 * @param decided share that is decided without a person
 * @param precision share of the decided ones of which the class was found; 1 where none is decided
 * @param top2 share of which the class was among the two most probable
 * @param calibrationError mean distance between the probability told and the share found, over ten intervals of
 *     probability, each by the number of its examples
 */
public record Evaluation(
        int examples,
        double macroF1,
        double accuracy,
        double decided,
        double precision,
        double top2,
        double calibrationError) {

    private static final int INTERVALS = 10;

    /** Of at least one example. */
    public static Evaluation of(List<Verdict> verdicts) {
        List<Verdict> decided = verdicts.stream().filter(Verdict::decided).toList();
        return new Evaluation(
                verdicts.size(),
                macroF1(verdicts),
                share(verdicts, Verdict::isRight),
                (double) decided.size() / verdicts.size(),
                decided.isEmpty() ? 1 : share(decided, Verdict::isRight),
                share(verdicts, each -> each.isRight() || each.second().equals(each.truth())),
                calibrationError(verdicts));
    }

    private static double share(List<Verdict> of, Predicate<Verdict> which) {
        return of.stream().filter(which).count() / (double) of.size();
    }

    private static double macroF1(List<Verdict> verdicts) {
        Set<String> classes = new TreeSet<>();
        verdicts.forEach(each -> {
            classes.add(each.truth());
            classes.add(each.first());
        });
        return classes.stream()
                .mapToDouble(each -> f1(verdicts, each))
                .average()
                .orElse(0);
    }

    private static double f1(List<Verdict> verdicts, String of) {
        long found = verdicts.stream()
                .filter(each -> each.isRight() && each.truth().equals(of))
                .count();
        long all = verdicts.stream().filter(each -> each.truth().equals(of)).count();
        long named = verdicts.stream().filter(each -> each.first().equals(of)).count();
        return 2.0 * found / (all + named);
    }

    private static double calibrationError(List<Verdict> verdicts) {
        double error = 0;
        for (int interval = 0; interval < INTERVALS; interval++) {
            int at = interval;
            List<Verdict> within = verdicts.stream()
                    .filter(each -> Math.min((int) (each.probability() * INTERVALS), INTERVALS - 1) == at)
                    .toList();
            double told =
                    within.stream().mapToDouble(Verdict::probability).average().orElse(0);
            double found = within.isEmpty() ? 0 : share(within, Verdict::isRight);
            error += Math.abs(told - found) * within.size() / verdicts.size();
        }
        return error;
    }
}
