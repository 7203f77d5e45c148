package org.redress.routing.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.routing.cases.LearnableCases.Lesson;
import org.redress.routing.classification.LabelledText;
import org.redress.routing.classification.TopicNode;
import org.redress.routing.classification.TopicTree;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Post;

/**
 * Cases as texts to learn from, by the topic of the first level they belong to today, without the names of officers.
 *
 * @param learned those a model is learned from
 * @param heldBack one of five, by its id: no model ever learns from it, so that models can be compared on it
 */
record Lessons(List<LabelledText> learned, List<LabelledText> heldBack) {

    private static final int ONE_OF = 5;

    /** Of these cases; those whose topic the tree of today does not have are left out. */
    static Lessons of(List<Lesson> cases, LoadedRulebook today) {
        List<LabelledText> learned = new ArrayList<>();
        List<LabelledText> heldBack = new ArrayList<>();
        Set<String> names = names(today.organisation().posts().values());
        for (Lesson each : cases) {
            List<String> upwards = today.rulebook().topics().upwards(each.topic());
            if (!upwards.isEmpty()) {
                LabelledText text = new LabelledText(
                        each.petitioner(),
                        without(names, each.subject()),
                        without(names, each.text()),
                        upwards.getLast());
                (isHeldBack(each.petitionId()) ? heldBack : learned).add(text);
            }
        }
        return new Lessons(learned, heldBack);
    }

    static boolean isHeldBack(String petitionId) {
        return Math.floorMod(petitionId.hashCode(), ONE_OF) == 0;
    }

    /** The same without topics of which fewer than so many are learned; those held back stay, and count as wrong. */
    Lessons ofAtLeast(int cases) {
        Map<String, Long> counts = counts();
        return new Lessons(
                learned.stream()
                        .filter(text -> counts.getOrDefault(text.topic(), 0L) >= cases)
                        .toList(),
                heldBack);
    }

    /** How many of each topic are learned. */
    Map<String, Long> counts() {
        return learned.stream().collect(Collectors.groupingBy(LabelledText::topic, Collectors.counting()));
    }

    /** The names and words of a tree as texts, each of the topic of the first level it is below. */
    static List<LabelledText> names(TopicTree tree) {
        return tree.nodes().stream()
                .map(node -> name(node, tree.upwards(node.code()).getLast()))
                .toList();
    }

    private static LabelledText name(TopicNode node, String root) {
        String words = node.name() + " " + node.english() + " " + String.join(" ", node.terms());
        return new LabelledText("", words, words, root);
    }

    private static Set<String> names(Collection<Post> posts) {
        Set<String> names = new HashSet<>();
        posts.stream().map(Post::name).filter(name -> !name.isBlank()).forEach(names::add);
        return names;
    }

    private static String without(Set<String> names, String text) {
        String left = text;
        for (String name : names) {
            left = left.contains(name) ? left.replace(name, " ") : left;
        }
        return left;
    }
}
