package org.redress.routing.classification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.routing.configuration.ConfigurationFile;
import org.redress.routing.configuration.Entry;
import org.redress.routing.configuration.Problems;

/** Reads {@code topics.yaml} and refuses topics that no term can reach. */
public final class TopicTreeReader {

    private static final int LEVELS = 3;

    private final Problems problems;
    private final Set<String> codes = new HashSet<>();

    /** Tells problems there. */
    public TopicTreeReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads the file; what it returns is only meant for use when no problem was told. */
    public TopicTree read(ConfigurationFile file) {
        Entry top = file.top(problems).only("default", "topics");
        String otherwise = top.text("default");
        List<TopicNode> roots = nodes(top, "topics", null, 1, otherwise);
        if (!otherwise.isEmpty() && roots.stream().noneMatch(root -> root.code().equals(otherwise))) {
            top.complain("default", "names no topic of the first level: " + otherwise);
        }
        return new TopicTree(roots, otherwise);
    }

    private List<TopicNode> nodes(Entry above, String key, @Nullable String parent, int level, String otherwise) {
        List<TopicNode> nodes = new ArrayList<>();
        for (Entry entry : above.entries(key)) {
            nodes.add(node(entry, parent, level, otherwise));
        }
        return nodes;
    }

    private TopicNode node(Entry entry, @Nullable String parent, int level, String otherwise) {
        entry.only("code", "name", "english", "terms", "children");
        String code = entry.text("code");
        if (!code.isEmpty() && !codes.add(code)) {
            entry.complain("code", "is given twice: " + code);
        }
        if (level == LEVELS && entry.has("children")) {
            entry.complain("children", "go below the third level");
        }
        List<TopicNode> children = nodes(entry, "children", code, level + 1, otherwise);
        TopicNode node = new TopicNode(code, entry.text("name"), entry.text("english"), parent, terms(entry), children);
        if (!node.reachable() && !code.equals(otherwise)) {
            entry.complain("terms", "are missing here and below: the topic cannot be reached");
        }
        return node;
    }

    private static List<String> terms(Entry entry) {
        List<String> terms = entry.texts("terms");
        Set<String> seen = new HashSet<>();
        terms.stream()
                .filter(term -> !seen.add(Words.normal(term)))
                .forEach(term -> entry.complain("terms", "hold a term twice: " + term));
        return terms;
    }
}
