package org.redress.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redress.routing.learning.Calibration.Scored;

class CalibrationTest {

    @Test
    void findsTheSharpnessThatChanceFollowed() {
        Random random = new Random(11);
        Calibration truth = new Calibration(3);
        List<Scored> scored = new ArrayList<>();
        for (int each = 0; each < 4000; each++) {
            List<Double> scores = List.of(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            double[] probabilities = truth.probabilities(
                    scores.stream().mapToDouble(Double::doubleValue).toArray());
            double drawn = random.nextDouble();
            int label = drawn < probabilities[0] ? 0 : drawn < probabilities[0] + probabilities[1] ? 1 : 2;
            scored.add(new Scored(scores, label));
        }

        assertThat(Calibration.fit(scored).sharpness()).isCloseTo(3, within(0.2));
    }

    @Test
    void decidesOnlyFromWhereEnoughWereRight() {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.addAll(verdicts(0.9, 99, 1));
        verdicts.addAll(verdicts(0.8, 90, 10));
        verdicts.addAll(verdicts(0.5, 40, 60));

        assertThat(Threshold.of(verdicts, 0.90)).isEqualTo(0.8);
        assertThat(Threshold.of(verdicts, 0.95)).isEqualTo(0.9);
        assertThat(Threshold.of(verdicts, 0.99)).isEqualTo(Threshold.NEVER);
    }

    /** Five right ones of five are no ground for deciding: it may be chance. */
    @Test
    void decidesNothingOnAFewExamples() {
        assertThat(Threshold.of(verdicts(0.9, 5, 0), 0.90)).isEqualTo(Threshold.NEVER);
        assertThat(Threshold.of(verdicts(0.9, 50, 0), 0.90)).isEqualTo(0.9);
    }

    /** Counted by hand: a has 2 of 3 found, and 2 of 3 named so are it; b 1 of 2, and 1 of 2. */
    @Test
    void judgesWhatWasFound() {
        List<Verdict> verdicts = List.of(
                new Verdict("a", "a", "b", 0.95, true),
                new Verdict("a", "a", "b", 0.85, true),
                new Verdict("a", "b", "a", 0.65, false),
                new Verdict("b", "b", "a", 0.75, true),
                new Verdict("b", "a", "c", 0.95, true));

        Evaluation found = Evaluation.of(verdicts);

        assertThat(found.macroF1()).isCloseTo((2.0 / 3 + 0.5) / 2, within(1e-9));
        assertThat(found.accuracy()).isCloseTo(0.6, within(1e-9));
        assertThat(found.decided()).isCloseTo(0.8, within(1e-9));
        assertThat(found.precision()).isCloseTo(0.75, within(1e-9));
        assertThat(found.top2()).isCloseTo(0.8, within(1e-9));
        assertThat(found.calibrationError()).isCloseTo((2 * 0.45 + 0.15 + 0.65 + 0.25) / 5, within(1e-9));
    }

    @Test
    void dividesClassesEvenlyAndKeepsCopiesTogether() {
        List<Folds.Member> members = new ArrayList<>();
        for (int each = 0; each < 50; each++) {
            members.add(new Folds.Member("text " + each, each < 30 ? "a" : "b"));
        }
        members.add(new Folds.Member("text 0", "a"));

        List<Integer> folds = Folds.of(members, 5, 1);

        assertThat(folds.getLast()).isEqualTo(folds.getFirst());
        for (int fold = 0; fold < 5; fold++) {
            assertThat(Collections.frequency(folds.subList(0, 30), fold)).isEqualTo(6);
            assertThat(Collections.frequency(folds.subList(30, 50), fold)).isEqualTo(4);
        }
        assertThat(Folds.of(members, 5, 1)).isEqualTo(folds);
        assertThat(Folds.of(members, 5, 2)).isNotEqualTo(folds);
    }

    private static List<Verdict> verdicts(double probability, int right, int wrong) {
        List<Verdict> verdicts =
                new ArrayList<>(Collections.nCopies(right, new Verdict("a", "a", "b", probability, false)));
        verdicts.addAll(Collections.nCopies(wrong, new Verdict("b", "a", "b", probability, false)));
        return verdicts;
    }
}
