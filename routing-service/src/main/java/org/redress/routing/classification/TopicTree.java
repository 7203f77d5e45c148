package org.redress.routing.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The three-level topic tree 内容分类 of an organisation. */
public final class TopicTree {

    private final List<TopicNode> roots;
    private final String otherwise;
    private final Map<String, TopicNode> byCode;

    /** Of the first-level nodes and the code that is given when no rule speaks; codes must be unique. */
    public TopicTree(List<TopicNode> roots, String otherwise) {
        this.roots = List.copyOf(roots);
        this.otherwise = otherwise;
        this.byCode = roots.stream()
                .flatMap(TopicTree::self)
                .collect(Collectors.toMap(TopicNode::code, Function.identity(), (first, second) -> first));
    }

    private static Stream<TopicNode> self(TopicNode node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(TopicTree::self));
    }

    /** The first level, in order. */
    public List<TopicNode> roots() {
        return roots;
    }

    /** All nodes of all levels, each before those below it. */
    public List<TopicNode> nodes() {
        return roots.stream().flatMap(TopicTree::self).toList();
    }

    /** Code of the topic given when no rule speaks. */
    public String otherwise() {
        return otherwise;
    }

    /** The node of that code. */
    public Optional<TopicNode> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The code and the codes above it, the nearest first; empty for an unknown code. */
    public List<String> upwards(String code) {
        List<String> path = new ArrayList<>();
        @Nullable TopicNode node = byCode.get(code);
        while (node != null) {
            path.add(node.code());
            node = node.parent() == null ? null : byCode.get(node.parent());
        }
        return path;
    }

    /** The code and the codes of all topics below it; the code alone when it is unknown. */
    public Set<String> downwards(String code) {
        return find(code)
                .map(node -> self(node).map(TopicNode::code).collect(Collectors.toSet()))
                .orElse(Set.of(code));
    }
}
