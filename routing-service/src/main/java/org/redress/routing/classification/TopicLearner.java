package org.redress.routing.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.routing.learning.Calibration;
import org.redress.routing.learning.Calibration.Scored;
import org.redress.routing.learning.Evaluation;
import org.redress.routing.learning.Example;
import org.redress.routing.learning.Folds;
import org.redress.routing.learning.LinearModel;
import org.redress.routing.learning.LinearSvm;
import org.redress.routing.learning.Threshold;
import org.redress.routing.learning.Verdict;

/**
 * Learns topics from petitions whose topic is known.
 *
 * <p>Probabilities and the threshold are fixed on scores of models that were trained without the petition they judge; the
 * model itself is then trained on all of them. The names of a tree count as further petitions.
 */
public final class TopicLearner {

    /** Share of what it decides that has to be right. */
    public static final double PRECISION = 0.90;

    /** Writers who have to have used a term for it to be learned. */
    public static final int LEAST = 5;

    private static final int FOLDS = 5;
    private static final double COST = 1;

    private final List<LabelledText> names;
    private final int least;
    private final long seed;

    /**
     * With what is known without any petition.
     *
     * @param names names of topics as texts, each with the topic it belongs to
     * @param least writers who have to have used a term for it to be learned, from 1
     * @param seed draws folds and orders; the same seed and petitions give the same classifier
     */
    public TopicLearner(List<LabelledText> names, int least, long seed) {
        this.names = List.copyOf(names);
        this.least = least;
        this.seed = seed;
    }

    /** Learns from petitions of at least two topics. */
    public TopicClassifier learn(List<LabelledText> texts) {
        List<String> topics =
                texts.stream().map(LabelledText::topic).distinct().sorted().toList();
        List<Scored> scored = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        outOfFold(texts, (within, judged) -> {
            TopicClassifier raw = raw(within, topics);
            judged.forEach(each -> scored.add(new Scored(
                    Arrays.stream(raw.scores(each.subject(), each.text()))
                            .boxed()
                            .toList(),
                    topics.indexOf(each.topic()))));
        });
        Calibration calibration = Calibration.fit(scored);
        scored.forEach(each -> verdicts.add(verdict(each, topics, calibration)));
        TopicClassifier all = raw(texts, topics);
        return all.with(calibration, Threshold.of(verdicts, PRECISION));
    }

    /** How well petitions are judged by classifiers that learned from all others, all settings fixed without them. */
    public Evaluation crossValidate(List<LabelledText> texts) {
        List<Verdict> verdicts = new ArrayList<>();
        outOfFold(texts, (within, judged) -> {
            TopicClassifier classifier = learn(within);
            judged.forEach(each -> verdicts.add(classifier.judge(each)));
        });
        return Evaluation.of(verdicts);
    }

    private interface Round {
        void run(List<LabelledText> within, List<LabelledText> judged);
    }

    /** Copies of one text are in one fold. */
    private void outOfFold(List<LabelledText> texts, Round round) {
        List<Integer> folds = Folds.of(
                texts.stream()
                        .map(text -> new Folds.Member(text.content(), text.topic()))
                        .toList(),
                FOLDS,
                seed);
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            var parts = IntStream.range(0, texts.size())
                    .boxed()
                    .collect(Collectors.partitioningBy(
                            at -> folds.get(at) == out, Collectors.mapping(texts::get, Collectors.toList())));
            round.run(parts.getOrDefault(false, List.of()), parts.getOrDefault(true, List.of()));
        }
    }

    private TopicClassifier raw(List<LabelledText> texts, List<String> topics) {
        List<LabelledText> known =
                names.stream().filter(name -> topics.contains(name.topic())).toList();
        Vocabulary vocabulary = Vocabulary.of(texts, known, least);
        List<Example> examples = Stream.concat(texts.stream(), known.stream())
                .map(text -> example(text, topics, vocabulary))
                .toList();
        LinearModel model = new LinearSvm(COST, seed).learn(examples, topics.size());
        return new TopicClassifier(topics, vocabulary, model, new Calibration(1), Threshold.NEVER);
    }

    private static Example example(LabelledText text, List<String> topics, Vocabulary vocabulary) {
        return new Example(vocabulary.vector(text.subject(), text.text()), topics.indexOf(text.topic()));
    }

    private static Verdict verdict(Scored scored, List<String> topics, Calibration calibration) {
        double[] probabilities = calibration.probabilities(
                scored.scores().stream().mapToDouble(Double::doubleValue).toArray());
        int best = IntStream.range(0, probabilities.length)
                .reduce((one, other) -> probabilities[other] > probabilities[one] ? other : one)
                .orElseThrow();
        return new Verdict(topics.get(scored.label()), topics.get(best), "", probabilities[best], false);
    }
}
