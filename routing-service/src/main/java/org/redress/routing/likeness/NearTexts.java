package org.redress.routing.likeness;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds, of the petitions read before, those that say it in nearly the same words: copies, and what somebody edited or told
 * anew. Two texts are as alike as the pairs of signs that both have, each counting for what it tells, come to of all that
 * either has (a weighted Jaccard index), so that the form that everybody writes by makes nobody alike. Held in memory alone.
 * Not for use by several threads.
 */
public final class NearTexts {

    /** From this likeness on two texts are proposed. */
    public static final double NEAR = 0.40;

    /** So many of a text are told: of a letter that thousands send, each leads to some others. */
    private static final int MOST = 20;

    /** Signs that are read of a text. */
    private static final int READ = 1_000;

    /** A text is found by so many of its pairs, those that tell most… */
    private static final int LEADING = 16;

    /** …when another text has so many of them. */
    private static final int SHARED = 2;

    /** Pairs are counted in so many places; two in one place only tell a little less. */
    private static final int PLACE_BITS = 20;

    /** Spreads neighbouring numbers (the golden ratio, Knuth's multiplicative hashing). */
    private static final int MIXING = 0x9E3779B1;

    /** Texts that count as seen before the first, so that the first few do not look as if each pair told everything. */
    private static final double BEFORE = 20;

    private final Unheard unheard;
    private final int[] seen = new int[1 << PLACE_BITS];
    private final Set<String> known = new HashSet<>();
    private final Deque<Text> all = new ArrayDeque<>();
    private final Map<Integer, List<Text>> byPair = new HashMap<>();
    private int texts;

    /**
     * None so far.
     *
     * @param units names of the units of the organisation, which say whose matter it is and not what it is about
     */
    public NearTexts(Collection<String> units) {
        this.unheard = new Unheard(units);
    }

    /**
     * An earlier petition in nearly the same words.
     *
     * @param petition its id
     * @param likeness how near, up to 1 for the same words
     */
    public record Near(String petition, double likeness) {}

    /** What is kept of a text: the hashes of its pairs, in order, and which of them it is found by. */
    @SuppressWarnings("ArrayRecordComponent") // each is equal to itself alone
    private record Text(String petition, Instant at, int[] pairs, int[] leading) {}

    /** True for a petition that was read and not forgotten. */
    public boolean knows(String petition) {
        return known.contains(petition);
    }

    /**
     * Reads a petition and keeps it.
     *
     * @param petition its id, not read before
     * @param at when it was handed in
     * @return those read before that are near, the nearest first, 20 at most
     */
    public List<Near> read(String petition, Instant at, String heading, String text) {
        int[] pairs = pairs(heading, text);
        for (int pair : pairs) {
            seen[place(pair)]++;
        }
        texts++;
        List<Near> near = near(pairs);
        keep(new Text(petition, at, pairs, leading(pairs)));
        return near;
    }

    /** Forgets what was handed in before a moment, as far as it was read before the rest. */
    public void forget(Instant before) {
        while (!all.isEmpty() && all.getFirst().at().isBefore(before)) {
            Text gone = all.removeFirst();
            known.remove(gone.petition());
            for (int pair : gone.leading()) {
                byPair.computeIfPresent(pair, (key, having) -> {
                    having.remove(gone);
                    return having.isEmpty() ? null : having;
                });
            }
        }
    }

    private void keep(Text text) {
        all.addLast(text);
        known.add(text.petition());
        for (int pair : text.leading()) {
            byPair.computeIfAbsent(pair, key -> new ArrayList<>(1)).add(text);
        }
    }

    private List<Near> near(int[] pairs) {
        Map<Text, Integer> shared = new HashMap<>();
        for (int pair : pairs) {
            for (Text text : byPair.getOrDefault(pair, List.of())) {
                shared.merge(text, 1, Integer::sum);
            }
        }
        double weight = weight(pairs);
        List<Near> near = new ArrayList<>();
        shared.forEach((text, times) -> {
            if (times >= Math.min(SHARED, text.leading().length)) {
                double likeness = likeness(pairs, weight, text);
                if (likeness >= NEAR) {
                    near.add(new Near(text.petition(), likeness));
                }
            }
        });
        near.sort(Comparator.comparingDouble(Near::likeness).reversed().thenComparing(Near::petition));
        return List.copyOf(near.subList(0, Math.min(MOST, near.size())));
    }

    private double likeness(int[] here, double weight, Text other) {
        double both = 0;
        for (int pair : other.pairs()) {
            if (Arrays.binarySearch(here, pair) >= 0) {
                both += rarity(pair);
            }
        }
        double either = weight + weight(other.pairs()) - both;
        return either == 0 ? 0 : Math.min(1, both / either);
    }

    private double weight(int[] pairs) {
        return Arrays.stream(pairs).mapToDouble(this::rarity).sum();
    }

    /** How much a pair tells: the logarithm of one over the share of texts it is in (Spärck Jones 1972). */
    private double rarity(int pair) {
        return Math.max(0, Math.log((texts + BEFORE) / (seen[place(pair)] + 1)));
    }

    private int[] leading(int[] pairs) {
        return Arrays.stream(pairs)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer pair) -> -rarity(pair))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(LEADING)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int[] pairs(String heading, String text) {
        Set<Integer> hashes = new HashSet<>();
        Pair.of(unheard.without(heading), pair -> hashes.add(hash(pair)));
        int end = text.offsetByCodePoints(0, Math.min(READ, text.codePointCount(0, text.length())));
        Pair.of(unheard.without(text.substring(0, end)), pair -> hashes.add(hash(pair)));
        return hashes.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static int hash(Pair pair) {
        return MIXING * (MIXING * pair.first().hashCode() + pair.second().hashCode());
    }

    private static int place(int pair) {
        return pair >>> (Integer.SIZE - PLACE_BITS);
    }
}
