package org.redress.routing.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Divides examples into folds of nearly the same size, in each of which every class has nearly the same share. */
public final class Folds {

    private Folds() {}

    /**
     * What is divided.
     *
     * @param group what is in the same group is in the same fold, such as copies of one text
     * @param label its class
     */
    public record Member(String group, String label) {}

    /** The fold of each member, from 0; the same seed and members give the same folds. */
    public static List<Integer> of(List<Member> members, int folds, long seed) {
        Map<String, String> labels = new LinkedHashMap<>();
        members.forEach(member -> labels.putIfAbsent(member.group(), member.label()));
        List<String> groups = new ArrayList<>(labels.keySet());
        Collections.shuffle(groups, new Random(seed));
        // One class after the other, dealt out in turn: the next class goes on where the one before stopped.
        groups.sort((one, other) -> label(labels, one).compareTo(label(labels, other)));
        Map<String, Integer> dealt = new HashMap<>();
        groups.forEach(group -> dealt.put(group, dealt.size() % folds));
        return members.stream()
                .map(member -> dealt.getOrDefault(member.group(), 0))
                .toList();
    }

    private static String label(Map<String, String> labels, String group) {
        return labels.getOrDefault(group, "");
    }
}
