package org.redress.routing.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs were seen, and in how many texts: what is in few of them tells more. Learns from each text it reads, so that a
 * text is judged by those before it alone.
 */
final class Lexicon {

    /** A heading says more than the text under it. */
    private static final double OF_A_HEADING = 3;

    /** Characters of a text that are read; what follows them is mostly told the same by everybody. */
    private static final int READ = 200;

    /** Pairs that are kept of a text. */
    private static final int KEPT = 110;

    /** Pairs that are told apart; a new one is then not learned any more, which no list of a million petitions comes to. */
    private static final int MOST = 1 << 21;

    /** Texts that count as seen before the first, so that the first few do not look as if each pair told everything. */
    private static final double BEFORE = 20;

    /** The share of those that held any one pair. */
    private static final double SHARE_BEFORE = 0.02;

    private final Unheard unheard;
    private final Map<Pair, Integer> numbers = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();
    private int[] seen = new int[1 << 12];
    private int texts;

    Lexicon(Unheard unheard) {
        this.unheard = unheard;
    }

    /** Reads a text and learns it. */
    Sketch read(String heading, String text) {
        Map<Integer, Double> counts = new HashMap<>();
        count(heading, OF_A_HEADING, counts);
        count(
                text.substring(0, text.offsetByCodePoints(0, Math.min(READ, text.codePointCount(0, text.length())))),
                1,
                counts);
        counts.keySet().forEach(term -> seen[term]++);
        texts++;
        List<Told> telling = counts.entrySet().stream()
                .map(each -> told(each.getKey(), 1 + Math.log(each.getValue())))
                .sorted(Comparator.comparingDouble(Told::much).reversed().thenComparingInt(Told::term))
                .limit(KEPT)
                .toList();
        return new Sketch(
                telling.stream().mapToInt(Told::term).toArray(),
                telling.stream().mapToDouble(Told::weight).toArray());
    }

    private record Told(int term, double weight, double much) {}

    private Told told(int term, double weight) {
        return new Told(term, weight, weight * rarity(term));
    }

    private void count(String text, double weight, Map<Integer, Double> counts) {
        Pair.of(unheard.without(text), pair -> {
            Integer term = number(pair);
            if (term != null) {
                counts.merge(term, weight, Double::sum);
            }
        });
    }

    private @Nullable Integer number(Pair pair) {
        Integer known = numbers.get(pair);
        if (known == null && numbers.size() < MOST) {
            known = numbers.size();
            numbers.put(pair, known);
            pairs.add(pair);
            if (known == seen.length) {
                seen = Arrays.copyOf(seen, 2 * known);
            }
        }
        return known;
    }

    /** How much a pair tells: the logarithm of one over the share of texts it is in, never below zero (Spärck Jones 1972). */
    double rarity(int term) {
        return Math.max(0, Math.log((texts + BEFORE) / (seen[term] + 1 + BEFORE * SHARE_BEFORE)));
    }

    /** The share of all texts that a pair is in. */
    double share(int term) {
        return (seen[term] + 1.0) / (texts + 1.0);
    }

    /** How many texts were read. */
    int texts() {
        return texts;
    }

    Pair pair(int term) {
        return pairs.get(term);
    }
}
