package org.redress.routing.likeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Petitions that say the same, and what they say: their middle, in which each weighs the same however long it is. */
final class Group {

    /** Terms that are kept of the middle. */
    private static final int KEPT = 96;

    /** So many may come before it is cut back to them. */
    private static final int CUT_FROM = 125;

    /** A term marks a group when so many of its members have it… */
    private static final double COMMON = 0.30;

    /** …and it is by this factor, as a logarithm, more frequent in it than anywhere. */
    private static final double TELLING = 1.5;

    /** The length is measured anew once so many more texts were read, since by then each term tells something else. */
    private static final double STALE = 1.02;

    private final int number;
    private final Lexicon lexicon;
    private final List<Member> members = new ArrayList<>();
    private final Map<Integer, Double> middle = new HashMap<>();
    private Instant last = Instant.MIN;
    private double length;
    private double measuredAt = -1;

    Group(int number, Lexicon lexicon) {
        this.number = number;
        this.lexicon = lexicon;
    }

    int number() {
        return number;
    }

    int size() {
        return members.size();
    }

    List<Member> members() {
        return members;
    }

    /** When the latest of its petitions was handed in. */
    Instant last() {
        return last;
    }

    Set<Integer> terms() {
        return middle.keySet();
    }

    double weight(int term) {
        return middle.getOrDefault(term, 0.0);
    }

    /** The length of its middle, by what each term tells now. */
    double length() {
        if (measuredAt < 0 || lexicon.texts() > measuredAt * STALE) {
            double squares = 0;
            for (Map.Entry<Integer, Double> each : middle.entrySet()) {
                double told = each.getValue() * lexicon.rarity(each.getKey());
                squares += told * told;
            }
            length = Math.sqrt(squares);
            measuredAt = lexicon.texts();
        }
        return length;
    }

    void add(Member member, double lengthOfIt) {
        members.add(member);
        last = member.at().isAfter(last) ? member.at() : last;
        for (int i = 0; i < member.sketch().size(); i++) {
            middle.merge(member.sketch().terms()[i], member.sketch().weights()[i] / lengthOfIt, Double::sum);
        }
        measuredAt = -1;
    }

    void takeIn(Group other) {
        members.addAll(other.members);
        last = other.last.isAfter(last) ? other.last : last;
        other.middle.forEach((term, weight) -> middle.merge(term, weight, Double::sum));
        measuredAt = -1;
    }

    /** Lets go of the terms that tell least, and says which. */
    List<Integer> cut() {
        if (middle.size() <= CUT_FROM) {
            return List.of();
        }
        List<Integer> gone = middle.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<Integer, Double> each) -> -each.getValue() * lexicon.rarity(each.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .skip(KEPT)
                .map(Map.Entry::getKey)
                .toList();
        gone.forEach(middle::remove);
        measuredAt = -1;
        return gone;
    }

    /**
     * The terms that tell its members from other petitions, each with how much: what many of them have and few others
     * (the weight of evidence, Good 1985, times the share of members that give it).
     */
    Map<Integer, Double> marks() {
        Map<Integer, Integer> having = new HashMap<>();
        for (Member member : members) {
            for (int term : member.sketch().terms()) {
                having.merge(term, 1, Integer::sum);
            }
        }
        Map<Integer, Double> marks = new HashMap<>();
        having.forEach((term, number) -> {
            double share = number / (double) size();
            double telling = Math.log(share / lexicon.share(term));
            if (share >= COMMON && telling > TELLING) {
                marks.put(term, telling * share);
            }
        });
        return marks;
    }
}
