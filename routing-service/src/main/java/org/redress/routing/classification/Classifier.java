package org.redress.routing.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses a topic by counting the terms of the tree that a petition has.
 *
 * <p>A term counts once, by its length up to four characters, three times as much in the subject as in the text. The
 * way goes down from the first level, each time to the branch with the most points, until no branch below has any; the
 * first in the file wins where two are equal.
 */
public final class Classifier {

    private static final int SUBJECT = 3;
    private static final int LONGEST = 4;
    private static final Comparator<Match> BY_POINTS =
            Comparator.comparingInt(Match::points).reversed();

    private final TopicTree tree;
    private final IdentityHashMap<TopicNode, List<Term>> terms = new IdentityHashMap<>();

    /** For a tree. */
    public Classifier(TopicTree tree) {
        this.tree = tree;
        tree.roots().forEach(this::prepare);
    }

    private record Term(String written, String normal) {}

    private record Match(Classification.Match match, int points) {}

    /** A branch in which some term was found, with its points and those of all below it. */
    private record Branch(TopicNode node, List<Match> own, List<Branch> below, int points) {

        Stream<Match> all() {
            return Stream.concat(own.stream(), below.stream().flatMap(Branch::all));
        }

        /** The branch to go down to: the first of those with the most points. */
        static Optional<Branch> best(List<Branch> branches) {
            return branches.stream().reduce((best, next) -> next.points() > best.points() ? next : best);
        }
    }

    private void prepare(TopicNode node) {
        terms.put(
                node,
                node.terms().stream()
                        .map(term -> new Term(term, Words.normal(term)))
                        .toList());
        node.children().forEach(this::prepare);
    }

    /** The topic of a petition. */
    public Classification classify(String subject, String text) {
        return deepest(tree.roots(), subject, text)
                .map(Classifier::found)
                .orElseGet(() -> new Classification(tree.otherwise(), List.of()));
    }

    /** True when the tree has a topic of the first level of that code. */
    boolean knows(String root) {
        return tree.roots().stream().anyMatch(node -> node.code().equals(root));
    }

    /** The topic of a petition below one of the first level, which a model of that number found. */
    Classification refine(Prediction found, int model, String subject, String text) {
        List<TopicNode> below = tree.find(found.topic()).stream().toList();
        Classification refined = deepest(below, subject, text)
                .map(Classifier::found)
                .orElseGet(() -> new Classification(found.topic(), List.of()));
        List<Classification.Match> terms = Stream.concat(found.terms().stream(), refined.matches().stream())
                .distinct()
                .toList();
        return Classification.learned(refined.topic(), terms, new Classification.Learned(model, found.probability()));
    }

    private Optional<Branch> deepest(List<TopicNode> from, String subject, String text) {
        Optional<Branch> chosen = Branch.best(branches(from, Words.normal(subject), Words.normal(text)));
        Optional<Branch> next = chosen;
        while (next.isPresent()) {
            chosen = next;
            next = Branch.best(next.get().below());
        }
        return chosen;
    }

    private static Classification found(Branch branch) {
        return new Classification(
                branch.node().code(),
                branch.all().sorted(BY_POINTS).map(Match::match).toList());
    }

    /** Those of the nodes in which a term was found; loops, since every petition walks the whole tree. */
    private List<Branch> branches(List<TopicNode> nodes, String subject, String text) {
        List<Branch> found = List.of();
        for (TopicNode node : nodes) {
            List<Match> own = matches(node, subject, text);
            List<Branch> below = branches(node.children(), subject, text);
            int points = 0;
            for (Match match : own) {
                points += match.points();
            }
            for (Branch branch : below) {
                points += branch.points();
            }
            if (points > 0) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(new Branch(node, own, below, points));
            }
        }
        return found;
    }

    private List<Match> matches(TopicNode node, String subject, String text) {
        List<Match> found = List.of();
        for (Term term : terms.getOrDefault(node, List.of())) {
            boolean inSubject = subject.contains(term.normal());
            boolean inText = text.contains(term.normal());
            if (inSubject || inText) {
                int weight = (inSubject ? SUBJECT : 0) + (inText ? 1 : 0);
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(new Match(
                        new Classification.Match(term.written(), inSubject, inText),
                        weight * Math.min(term.normal().length(), LONGEST)));
            }
        }
        return found;
    }
}
