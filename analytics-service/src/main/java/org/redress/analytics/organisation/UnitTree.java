package org.redress.analytics.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Units and who holds posts in them.
 *
 * @param parents the unit above each unit; the root has none
 * @param officers units an officer holds a post in, by the officer's id
 */
record UnitTree(Map<String, String> parents, Map<String, Set<String>> officers) {

    /** Nobody stands anywhere. */
    static final UnitTree EMPTY = new UnitTree(Map.of(), Map.of());

    /** The units whose cases the officer may read: those of the officer's posts, and all below them. */
    Set<String> readableBy(String officer) {
        Collection<String> own = officers.getOrDefault(officer, Set.of());
        Set<String> readable = new TreeSet<>(own);
        for (String unit : parents.keySet()) {
            if (line(unit).stream().anyMatch(own::contains)) {
                readable.add(unit);
            }
        }
        return readable;
    }

    private List<String> line(String unit) {
        return Stream.iterate(unit, Objects::nonNull, parents::get)
                .limit(parents.size() + 1L)
                .toList();
    }

    static UnitTree of(Map<String, String> parents, Collection<Holder> holders) {
        Map<String, Set<String>> officers = new HashMap<>();
        holders.forEach(holder -> officers.computeIfAbsent(holder.officer(), officer -> new TreeSet<>())
                .add(holder.unit()));
        return new UnitTree(parents, officers);
    }

    /**
     * A post.
     *
     * @param officer who holds it
     * @param unit code of its unit
     */
    record Holder(String officer, String unit) {}
}
