package org.redress.bench.hotspots;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.redress.bench.hotspots.Copyist.Again;
import org.redress.bench.hotspots.Copyist.Kind;
import org.redress.routing.likeness.NearTexts;

/** Compares what was sent in again with what is proposed as nearly the same, each petition at its own time. */
final class NearJudge {

    private static final double THOUSAND = 1_000;

    private final Map<Kind, Integer> sent = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> found = new EnumMap<>(Kind.class);
    private int petitions;
    private int others;
    private long nanos;

    /**
     * The figures over all petitions.
     *
     * @param pairs petitions that were sent in again
     * @param found of them those that were proposed with the first
     * @param others pairs proposed beside those
     * @param precision found ones of all that were proposed
     * @param recall found ones of all pairs
     * @param copies recall of copies
     * @param edits recall of light edits
     * @param paraphrases recall of what was told in other words in part
     * @param petitions_per_s petitions read and compared a second of one core's time
     */
    record Figures(
            int petitions,
            int pairs,
            int found,
            int others,
            double precision,
            double recall,
            double copies,
            double edits,
            double paraphrases,
            long petitions_per_s) {}

    /** Reads petitions in the order of time, without names of units where there are none. */
    void judge(Copyist.Stack stack, Collection<String> units) {
        Set<Set<String>> proposed = new HashSet<>();
        NearTexts texts = new NearTexts(units);
        long began = HotspotsBench.CPU.getCurrentThreadCpuTime();
        for (Letter letter : stack.letters()) {
            texts.read(letter.id(), letter.at().toInstant(ZoneOffset.UTC), letter.subject(), letter.text())
                    .forEach(near -> proposed.add(Set.of(letter.id(), near.petition())));
        }
        nanos += HotspotsBench.CPU.getCurrentThreadCpuTime() - began;
        petitions += stack.letters().size();
        for (Again again : stack.again()) {
            sent.merge(again.kind(), 1, Integer::sum);
            if (proposed.remove(Set.of(again.first(), again.second()))) {
                found.merge(again.kind(), 1, Integer::sum);
            }
        }
        others += proposed.size();
    }

    Figures figures() {
        int pairs = sum(sent);
        int right = sum(found);
        return new Figures(
                petitions,
                pairs,
                right,
                others,
                share(right, right + others),
                share(right, pairs),
                recall(Kind.COPY),
                recall(Kind.EDIT),
                recall(Kind.PARAPHRASE),
                Math.round(petitions / (nanos / 1e9)));
    }

    private static int sum(Map<Kind, Integer> numbers) {
        return numbers.values().stream().mapToInt(Integer::intValue).sum();
    }

    private double recall(Kind kind) {
        return share(found.getOrDefault(kind, 0), sent.getOrDefault(kind, 0));
    }

    private static double share(int some, int all) {
        return all == 0 ? 0 : Math.round(THOUSAND * some / all) / THOUSAND;
    }
}
