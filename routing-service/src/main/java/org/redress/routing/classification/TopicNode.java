package org.redress.routing.classification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the topic tree.
 *
 * @param code stable code, unique in the tree
 * @param name Chinese name
 * @param english English name
 * @param parent code of the node above; absent at the first level
 * @param terms words that speak for it, as configured
 * @param children nodes below, in order
 */
public record TopicNode(
        String code,
        String name,
        String english,
        @Nullable String parent,
        List<String> terms,
        List<TopicNode> children) {

    /** Keeps its own copies. */
    public TopicNode {
        terms = List.copyOf(terms);
        children = List.copyOf(children);
    }

    /** True when some term, here or below, can choose it. */
    boolean reachable() {
        return !terms.isEmpty() || children.stream().anyMatch(TopicNode::reachable);
    }
}
