package org.redress.routing.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.redress.routing.learning.Calibration;
import org.redress.routing.learning.LinearModel;
import org.redress.routing.learning.Verdict;

/** Finds a petition's topic by what was learned from others, with its probability and the terms that spoke for it. */
public final class TopicClassifier {

    private static final int TERMS = 4;
    private static final int SHOWN = 12;

    private final List<String> topics;
    private final Vocabulary vocabulary;
    private final LinearModel model;
    private final Calibration calibration;
    private final double threshold;

    TopicClassifier(
            List<String> topics, Vocabulary vocabulary, LinearModel model, Calibration calibration, double threshold) {
        this.topics = List.copyOf(topics);
        this.vocabulary = vocabulary;
        this.model = model;
        this.calibration = calibration;
        this.threshold = threshold;
    }

    /** The same with other settings. */
    TopicClassifier with(Calibration fitted, double found) {
        return new TopicClassifier(topics, vocabulary, model, fitted, found);
    }

    /** The topics it tells apart. */
    public List<String> topics() {
        return topics;
    }

    /** From which probability on it decides, from 0 to 1; above 1 it never does. */
    public double threshold() {
        return threshold;
    }

    /** What it finds in a petition. */
    public Prediction predict(String subject, String text) {
        double[] scores = scores(subject, text);
        List<Integer> ranked = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> scores[at]).reversed())
                .toList();
        int first = ranked.getFirst();
        int second = ranked.get(Math.min(1, ranked.size() - 1));
        double probability = calibration.probabilities(scores)[first];
        return new Prediction(
                topics.get(first),
                second == first ? "" : topics.get(second),
                probability,
                probability >= threshold,
                terms(subject, text, first, second));
    }

    /** What speaks most for a topic in whatever text, the heaviest first; none for a topic it does not know. */
    public List<String> terms(String topic) {
        int place = topics.indexOf(topic);
        if (place < 0) {
            return List.of();
        }
        float[] weights = model.weights().get(place);
        return vocabulary.text().places().entrySet().stream()
                .filter(gram -> gram.getKey().codePointCount(0, gram.getKey().length()) > 1)
                .filter(gram -> weights[gram.getValue()] > 0)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Integer> gram) -> -weights[gram.getValue()])
                        .thenComparing(Map.Entry::getKey))
                .limit(SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How it judges a petition whose topic is known. */
    public Verdict judge(LabelledText known) {
        Prediction found = predict(known.subject(), known.text());
        return new Verdict(known.topic(), found.topic(), found.second(), found.probability(), found.decided());
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    LinearModel model() {
        return model;
    }

    Calibration calibration() {
        return calibration;
    }

    double[] scores(String subject, String text) {
        return model.scores(vocabulary.vector(subject, text));
    }

    private record Term(String gram, boolean inSubject, boolean inText, double weight) {}

    /** The grams of two characters and more that made the difference; what shares a character with a heavier one is left out. */
    private List<Classification.Match> terms(String subject, String text, int first, int second) {
        Map<String, Term> found = new HashMap<>();
        collect(found, subject, true, first, second);
        collect(found, text, false, first, second);
        List<Classification.Match> heaviest = new ArrayList<>();
        found.values().stream()
                .filter(term -> term.weight() > 0)
                .sorted(Comparator.comparingDouble(Term::weight).reversed().thenComparing(Term::gram))
                .takeWhile(term -> heaviest.size() < TERMS)
                .filter(term -> heaviest.stream().noneMatch(match -> overlap(match.term(), term.gram())))
                .forEach(term -> heaviest.add(new Classification.Match(term.gram(), term.inSubject(), term.inText())));
        return heaviest;
    }

    private void collect(Map<String, Term> found, String words, boolean subject, int first, int second) {
        Vocabulary.Field field = subject ? vocabulary.subject() : vocabulary.text();
        Map<Integer, Double> components = vocabulary.components(subject, words);
        Grams.counted(words).keySet().forEach(gram -> {
            Integer place = field.places().get(gram);
            if (place != null && gram.codePointCount(0, gram.length()) > 1) {
                double against = first == second ? 0 : model.weights().get(second)[place];
                double weight =
                        components.getOrDefault(place, 0.0) * (model.weights().get(first)[place] - against);
                found.merge(gram, new Term(gram, subject, !subject, weight), TopicClassifier::both);
            }
        });
    }

    private static Term both(Term one, Term other) {
        return new Term(
                one.gram(),
                one.inSubject() || other.inSubject(),
                one.inText() || other.inText(),
                one.weight() + other.weight());
    }

    private static boolean overlap(String one, String other) {
        return one.codePoints().filter(Grams::isHan).anyMatch(character -> other.indexOf(character) >= 0);
    }
}
