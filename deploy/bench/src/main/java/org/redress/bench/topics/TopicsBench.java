package org.redress.bench.topics;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.routing.classification.ClassifierBytes;
import org.redress.routing.classification.LabelledText;
import org.redress.routing.classification.TopicClassifier;
import org.redress.routing.classification.TopicLearner;
import org.redress.routing.learning.Evaluation;
import org.redress.routing.learning.Verdict;
import org.redress.tools.Terminal;
import tools.jackson.databind.json.JsonMapper;

/** The bench {@code topics}: how well the product's classifier learns topics from labelled messages. */
public final class TopicsBench {

    private static final long SEED = 20_261_130;
    private static final double MILLION = 1e6;

    private final TopicsOptions options;
    private final Terminal terminal;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private TopicsBench(TopicsOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    /**
     * Runs it.
     *
     * @return 0
     * @throws org.redress.tools.UsageException when arguments or files are wrong
     */
    public static int run(List<String> words, Terminal terminal) {
        new TopicsBench(TopicsOptions.read(words), terminal).carryOut();
        return 0;
    }

    private void carryOut() {
        Path tree = options.tree();
        List<LabelledText> names = tree == null ? List.of() : LabelledMessages.names(tree);
        tell("names of topics: " + (tree == null ? "none" : names.size() + " from " + tree.getFileName()));
        TopicLearner learner = new TopicLearner(names, TopicLearner.LEAST, SEED);
        List<LabelledText> messages = messages(options.messages());
        Path train = options.train();
        if (train == null) {
            figures.put("mode", "5-fold");
            TopicClassifier all = learn(learner, messages);
            time(all, messages);
            put(learner.crossValidate(messages));
        } else {
            figures.put("mode", "kept-aside");
            List<LabelledText> learned = messages(train);
            TopicClassifier classifier = learn(learner, learned);
            tellUnknown(classifier, messages);
            tellShared(learned, messages);
            put(Evaluation.of(time(classifier, messages)));
        }
        terminal.out().println(JsonMapper.shared().writeValueAsString(figures));
    }

    private List<LabelledText> messages(Path file) {
        LabelledMessages read = LabelledMessages.read(file);
        Map<String, Long> topics =
                read.texts().stream().collect(Collectors.groupingBy(LabelledText::topic, Collectors.counting()));
        tell(file.getFileName() + ": " + read.texts().size() + " messages " + topics
                + (read.left() == 0 ? "" : "; left out without topic or words: " + read.left()));
        return read.texts();
    }

    private TopicClassifier learn(TopicLearner learner, List<LabelledText> from) {
        long began = System.nanoTime();
        TopicClassifier classifier = learner.learn(from);
        double seconds = (System.nanoTime() - began) / MILLION / 1000;
        figures.put("learned_from", from.size());
        figures.put("topics", classifier.topics().size());
        figures.put("training_s", rounded(seconds));
        figures.put("model_kb", ClassifierBytes.write(classifier).length / 1024);
        figures.put("threshold", rounded(classifier.threshold()));
        return classifier;
    }

    private List<Verdict> time(TopicClassifier classifier, List<LabelledText> messages) {
        List<Verdict> verdicts = List.of();
        // The second pass counts: what is measured is a service that has been running.
        for (int pass = 0; pass < 2; pass++) {
            long began = System.nanoTime();
            verdicts = messages.stream().map(classifier::judge).toList();
            figures.put("prediction_ms", rounded((System.nanoTime() - began) / MILLION / messages.size()));
        }
        return verdicts;
    }

    private void put(Evaluation found) {
        figures.put("judged", found.examples());
        figures.put("macro_f1", rounded(found.macroF1()));
        figures.put("accuracy", rounded(found.accuracy()));
        figures.put("decided", rounded(found.decided()));
        figures.put("precision", rounded(found.precision()));
        figures.put("top2", rounded(found.top2()));
        figures.put("calibration_error", rounded(found.calibrationError()));
    }

    private void tellUnknown(TopicClassifier classifier, List<LabelledText> messages) {
        List<String> unknown = messages.stream()
                .map(LabelledText::topic)
                .filter(topic -> !classifier.topics().contains(topic))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            tell("topics that were not learned, all of whose messages count as wrong: " + unknown);
        }
    }

    private void tellShared(List<LabelledText> learned, List<LabelledText> messages) {
        long shared = messages.stream().filter(learned::contains).count();
        if (shared > 0) {
            tell("of the judged messages, " + shared + " were learned from: the figures are too good");
        }
    }

    private void tell(String sentence) {
        terminal.out().println(sentence);
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4f", value));
    }
}
