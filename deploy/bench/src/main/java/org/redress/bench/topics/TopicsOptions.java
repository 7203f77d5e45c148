package org.redress.bench.topics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.tools.Arguments;
import org.redress.tools.UsageException;

/**
 * What is asked of a run.
 *
 * @param messages the labelled messages that are judged
 * @param train the labelled messages that are learned from; absent where the judged ones are cross-validated
 * @param tree names of topics; absent without any
 */
record TopicsOptions(
        Path messages, @Nullable Path train, @Nullable Path tree) {

    static final String USAGE = """
            usage: deploy/bench/topics FILE [--train FILE] [--tree FILE]
              Learns topics from labelled messages and says how well others are judged. Nothing else has to run.
              FILE           comma-separated values whose first line names at least subject, text and topic, in any
                             order; UTF-8 or GB18030. Five-fold cross-validation: each fifth is judged by a classifier
                             that learned from the rest, with probabilities and threshold fixed without it
              --train FILE   learn from this file instead, and judge FILE once
              --tree FILE    names of topics, a column a level, the first of which is the topic; without it
                             topic-taxonomy.csv beside the file that is learned from, where there is one
              The last line is JSON. Exit 0: measured; 2: wrong arguments or files.""";

    private static final String TREE = "topic-taxonomy.csv";

    static TopicsOptions read(List<String> words) {
        Arguments arguments = Arguments.read(words, Set.of("--train", "--tree"), Set.of("--help"));
        if (arguments.has("--help") || arguments.operands().size() != 1) {
            throw new UsageException(USAGE);
        }
        Path messages = file("FILE", arguments.operands().getFirst());
        String trainGiven = arguments.option("--train");
        Path train = trainGiven == null ? null : file("--train", trainGiven);
        String treeGiven = arguments.option("--tree");
        Path beside = (train == null ? messages : train).toAbsolutePath().resolveSibling(TREE);
        Path tree = treeGiven != null ? file("--tree", treeGiven) : Files.isRegularFile(beside) ? beside : null;
        return new TopicsOptions(messages, train, tree);
    }

    private static Path file(String name, String given) {
        Path file = Path.of(given);
        if (!Files.isRegularFile(file)) {
            throw new UsageException(name + " needs a file, not '" + given + "'.");
        }
        return file;
    }
}
