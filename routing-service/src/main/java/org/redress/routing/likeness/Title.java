package org.redress.routing.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a group is about, in words that petitions of many people have: never a sentence of one. */
final class Title {

    /** Neighbouring pairs make a word where nearly as many people say the one as the other. */
    private static final double TOGETHER = 0.8;

    /** So many more are looked at, of which some only stand between two. */
    private static final int BRIDGES = 3;

    /** The surnames of every second person in China. */
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱林郭何罗郑梁谢宋唐许韩冯邓曹彭曾";

    private static final int LONGEST_NAME = 3;

    private final Lexicon lexicon;
    private final Map<Integer, Double> marks;
    private final Map<Pair, Integer> having = new HashMap<>();
    private final Map<String, List<Pair>> beginning = new HashMap<>();
    private final Map<String, List<Pair>> ending = new HashMap<>();

    Title(Group group, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.marks = group.marks();
        Map<Pair, Set<String>> writers = new HashMap<>();
        for (Member member : group.members()) {
            for (int term : member.sketch().terms()) {
                if (marks.containsKey(term) && !lexicon.pair(term).hasNumber()) {
                    writers.computeIfAbsent(lexicon.pair(term), key -> new HashSet<>())
                            .add(Objects.requireNonNullElse(member.writer(), ""));
                }
            }
        }
        writers.forEach((pair, who) -> having.put(pair, who.size()));
        having.keySet().forEach(pair -> {
            beginning.computeIfAbsent(pair.first(), key -> new ArrayList<>()).add(pair);
            ending.computeIfAbsent(pair.second(), key -> new ArrayList<>()).add(pair);
        });
    }

    /** The heaviest words that petitions of at least so many people have. */
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
        return all.stream()
                .filter(word -> !bridges(word, words) && !maybeName(word))
                .limit(most)
                .toList();
    }

    /** True for what may be somebody's name: it is left out, even where it is a word. */
    private static boolean maybeName(String word) {
        return word.length() <= LONGEST_NAME && SURNAMES.indexOf(word.charAt(0)) >= 0;
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
