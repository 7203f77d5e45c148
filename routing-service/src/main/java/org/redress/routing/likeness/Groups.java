package org.redress.routing.likeness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Groups of petitions that say the same, found one petition after the other: each joins the group whose middle is nearest,
 * or begins one of its own, and groups that come near each other become one (leader clustering on tf-idf of pairs of signs,
 * by cosine). The same petitions in the same order make the same groups. Not for use by several threads.
 */
public final class Groups {

    /** From this likeness on a petition joins a group: of two petitions by chance one in a thousand are as alike. */
    private static final double JOINS = 0.22;

    /** From this likeness on two groups become one. */
    private static final double MERGES = 0.32;

    /** A term in more than a third of all texts leads to no group. */
    private static final double LEADS = 1.0;

    /** From this size on a group has marks by which it finds what did not join by itself. */
    private static final int GATHERED = 5;

    /** What shows so much of the marks of a group is of it. */
    private static final double SHOWS = 0.25;

    /** Marks that come to less than this say too little. */
    private static final double SPEAKING = 10;

    /** The heaviest marks lead to what may show them. */
    private static final int HEAVIEST = 12;

    /** A group takes in another by its marks while that is so much smaller. */
    private static final int SMALLER = 3;

    private static final Duration YEAR = Duration.ofDays(365);

    private final Lexicon lexicon;
    private final Map<Integer, Group> groups = new LinkedHashMap<>();
    private final Map<Integer, Set<Group>> byTerm = new HashMap<>();
    private final Set<Integer> grown = new LinkedHashSet<>();
    private int next = 1;

    /**
     * None so far.
     *
     * @param units names of the units of the organisation, which say whose matter it is and not what it is about
     */
    public Groups(Collection<String> units) {
        this.lexicon = new Lexicon(new Unheard(units));
    }

    /**
     * Reads a petition.
     *
     * @param petition its id
     * @param at when it was handed in, not before those that were read already
     * @param writer token of who wrote it; absent when unknown
     * @return the group it joined, and groups that became one by it
     */
    public List<Change> read(String petition, Instant at, @Nullable String writer, String heading, String text) {
        Read read = read(heading, text);
        Group group = read.nearest().orElseGet(this::begun);
        List<Change> changes = new ArrayList<>(List.of(new Change.Joined(petition, group.number())));
        add(new Member(petition, at, writer, read.sketch()), read.length(), group)
                .ifPresent(other ->
                        changes.add(other.size() > group.size() ? merged(group, other) : merged(other, group)));
        return changes;
    }

    /**
     * Reads a petition that was read before, into the group it joined then, whatever would be decided now. With what is told
     * to {@link #follow} and {@link #forget} in the same order, the groups are again what they were.
     */
    public void readAgain(
            String petition, Instant at, @Nullable String writer, String heading, String text, int group) {
        Read read = read(heading, text);
        add(new Member(petition, at, writer, read.sketch()), read.length(), known(group));
    }

    /** Groups became one when these petitions were read before. */
    public void follow(Change.Merged merged) {
        Group gone = groups.get(merged.from());
        if (gone != null) {
            merged(gone, known(merged.into()));
        }
    }

    private Group known(int number) {
        next = Math.max(next, number + 1);
        return groups.computeIfAbsent(number, key -> new Group(key, lexicon));
    }

    /**
     * A text that was read.
     *
     * @param nearest the group that is most alike, where one is alike enough
     */
    private record Read(Sketch sketch, double length, Optional<Group> nearest) {}

    private Read read(String heading, String text) {
        Sketch sketch = lexicon.read(heading, text);
        double length = length(sketch);
        Map<Integer, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < sketch.size(); i++) {
            weights.put(sketch.terms()[i], sketch.weights()[i]);
        }
        return new Read(sketch, length, nearest(weights, length, null, JOINS));
    }

    /** Adds a petition, and finds the group that its group has come near to by it. */
    private Optional<Group> add(Member member, double length, Group group) {
        group.add(member, length);
        enter(group);
        grown.add(group.number());
        return group.size() > 1 ? nearest(middle(group), group.length(), group, MERGES) : Optional.empty();
    }

    /** At the end of a day: what became clear since, and forgets groups that nothing joined for a year. */
    public List<Change> look(Instant now) {
        List<Integer> today = List.copyOf(grown);
        forget(now);
        List<Change> changes = new ArrayList<>();
        for (int number : today) {
            Group group = groups.get(number);
            if (group != null && group.size() >= GATHERED) {
                showing(group).forEach(other -> changes.add(merged(other, group)));
            }
        }
        return changes;
    }

    /** A day ended when these petitions were read before: what {@link #look} does without what it found. */
    public void forget(Instant now) {
        List<Group> forgotten = groups.values().stream()
                .filter(group -> group.last().isBefore(now.minus(YEAR)))
                .toList();
        forgotten.forEach(this::remove);
        grown.clear();
    }

    /** The groups that petitions joined since the last day ended, and that are still there. */
    public List<Integer> grown() {
        return grown.stream().filter(groups::containsKey).toList();
    }

    /**
     * What the petitions of a group say that others do not, heaviest first: pairs that petitions of so many people have,
     * joined where they overlap. All whose writer is unknown count as one person's.
     *
     * @param group its number
     * @param most how many
     * @param atLeast people who have to say it
     * @return none for a group that is no more
     */
    public List<String> words(int group, int most, int atLeast) {
        Group found = groups.get(group);
        return found == null ? List.of() : new Title(found, lexicon).words(most, atLeast);
    }

    /**
     * How much the petitions of a group have in common that others do not: about 10 where they share a topic, 30 and more
     * where it is one matter; 0 for a group that is no more.
     */
    public double distinctness(int group) {
        Group found = groups.get(group);
        return found == null ? 0 : sum(found.marks());
    }

    private static double sum(Map<Integer, Double> marks) {
        return marks.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private Group begun() {
        Group group = new Group(next++, lexicon);
        groups.put(group.number(), group);
        return group;
    }

    private double length(Sketch sketch) {
        double squares = 0;
        for (int i = 0; i < sketch.size(); i++) {
            double told = sketch.weights()[i] * lexicon.rarity(sketch.terms()[i]);
            squares += told * told;
        }
        return Math.sqrt(squares);
    }

    private static Map<Integer, Double> middle(Group group) {
        Map<Integer, Double> middle = new LinkedHashMap<>();
        group.terms().forEach(term -> middle.put(term, group.weight(term)));
        return middle;
    }

    /** The group that is most alike, from a likeness on; the earlier of two that are as alike. */
    private Optional<Group> nearest(Map<Integer, Double> weights, double length, @Nullable Group butNot, double from) {
        Map<Group, Double> products = new LinkedHashMap<>();
        weights.forEach((term, weight) -> {
            double rarity = lexicon.rarity(term);
            if (rarity >= LEADS) {
                for (Group group : byTerm.getOrDefault(term, Set.of())) {
                    products.merge(group, weight * group.weight(term) * rarity * rarity, Double::sum);
                }
            }
        });
        Group best = null;
        double most = from;
        for (Map.Entry<Group, Double> each : products.entrySet()) {
            double likeness = each.getValue() / length / each.getKey().length();
            boolean earlier = best != null && likeness == most && each.getKey().number() < best.number();
            if (each.getKey() != butNot && (likeness > most || (best == null && likeness == most) || earlier)) {
                best = each.getKey();
                most = likeness;
            }
        }
        return Optional.ofNullable(best);
    }

    private Change merged(Group gone, Group into) {
        remove(gone);
        into.takeIn(gone);
        enter(into);
        return new Change.Merged(gone.number(), into.number());
    }

    private void enter(Group group) {
        group.terms()
                .forEach(term -> byTerm.computeIfAbsent(term, key -> new LinkedHashSet<>())
                        .add(group));
        group.cut().forEach(term -> leave(term, group));
    }

    private void remove(Group group) {
        groups.remove(group.number());
        group.terms().forEach(term -> leave(term, group));
    }

    private void leave(int term, Group group) {
        Set<Group> having = byTerm.get(term);
        if (having != null) {
            having.remove(group);
        }
    }

    /** Smaller groups, mostly single petitions, that show the marks of a group. */
    private List<Group> showing(Group group) {
        Map<Integer, Double> marks = group.marks();
        double all = sum(marks);
        if (all < SPEAKING) {
            return List.of();
        }
        Set<Group> near = new LinkedHashSet<>();
        marks.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(HEAVIEST)
                .forEach(mark -> near.addAll(byTerm.getOrDefault(mark.getKey(), Set.of())));
        near.remove(group);
        return near.stream()
                .filter(other -> other.size() * SMALLER <= group.size())
                .filter(other -> shown(other, marks) / all >= SHOWS)
                .toList();
    }

    /** How much of the marks the members of a group show on the average. */
    private static double shown(Group group, Map<Integer, Double> marks) {
        double sum = 0;
        for (Member member : group.members()) {
            for (int term : member.sketch().terms()) {
                sum += marks.getOrDefault(term, 0.0);
            }
        }
        return sum / group.size();
    }
}
