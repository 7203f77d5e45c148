package org.redress.routing.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a group is about, in words that many of its petitions have: never a sentence of one. */
final class Title {

    /** Neighbouring pairs make a word where nearly as many petitions have the one as the other. */
    private static final double TOGETHER = 0.8;

    /** So many more are looked at, of which some only stand between two. */
    private static final int BRIDGES = 3;

    private final Lexicon lexicon;
    private final Map<Integer, Double> marks;
    private final Map<Pair, Integer> having = new HashMap<>();
    private final Map<String, List<Pair>> beginning = new HashMap<>();
    private final Map<String, List<Pair>> ending = new HashMap<>();

    Title(Group group, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.marks = group.marks();
        for (Member member : group.members()) {
            for (int term : member.sketch().terms()) {
                if (marks.containsKey(term) && !lexicon.pair(term).hasNumber()) {
                    having.merge(lexicon.pair(term), 1, Integer::sum);
                }
            }
        }
        having.keySet().forEach(pair -> {
            beginning.computeIfAbsent(pair.first(), key -> new ArrayList<>()).add(pair);
            ending.computeIfAbsent(pair.second(), key -> new ArrayList<>()).add(pair);
        });
    }

    /** The heaviest words that at least so many petitions have. */
    List<String> words(int most, int atLeast) {
        Set<String> words = new LinkedHashSet<>();
        Set<Pair> used = new LinkedHashSet<>();
        marks.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(mark -> lexicon.pair(mark.getKey()))
                .filter(pair -> having.getOrDefault(pair, 0) >= atLeast)
                .forEach(pair -> {
                    if (words.size() < most + BRIDGES && used.add(pair)) {
                        words.add(word(pair, used, atLeast));
                    }
                });
        List<String> all = List.copyOf(words);
        return all.stream().filter(word -> !bridges(word, words)).limit(most).toList();
    }

    /** True for a pair that only stands where one of the words ends and another begins. */
    private static boolean bridges(String word, Set<String> words) {
        return word.length() == 2
                && words.stream().anyMatch(other -> !other.equals(word) && other.startsWith(word.substring(1)))
                && words.stream().anyMatch(other -> !other.equals(word) && other.endsWith(word.substring(0, 1)));
    }

    /** The pair with those before and after it that mostly stand with it; each stands in one word. */
    private String word(Pair pair, Set<Pair> used, int atLeast) {
        StringBuilder word = new StringBuilder(pair.text());
        Optional<Pair> right = next(pair, beginning.get(pair.second()), used, atLeast);
        while (right.isPresent()) {
            word.append(right.get().end());
            right = next(right.get(), beginning.get(right.get().second()), used, atLeast);
        }
        Optional<Pair> left = next(pair, ending.get(pair.first()), used, atLeast);
        while (left.isPresent()) {
            word.insert(0, left.get().beginning());
            left = next(left.get(), ending.get(left.get().first()), used, atLeast);
        }
        return word.toString();
    }

    private Optional<Pair> next(Pair from, @Nullable List<Pair> neighbours, Set<Pair> used, int atLeast) {
        int here = having.getOrDefault(from, 0);
        Optional<Pair> next = (neighbours == null ? List.<Pair>of() : neighbours)
                .stream()
                        .filter(each -> !used.contains(each) && having.getOrDefault(each, 0) >= atLeast)
                        .max(Comparator.comparingInt((Pair each) -> having.getOrDefault(each, 0))
                                .thenComparing(Pair::text))
                        .filter(each -> Math.min(here, having.getOrDefault(each, 0))
                                >= TOGETHER * Math.max(here, having.getOrDefault(each, 0)));
        next.ifPresent(used::add);
        return next;
    }
}
