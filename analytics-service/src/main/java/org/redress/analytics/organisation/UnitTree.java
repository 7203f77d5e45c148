package org.redress.analytics.organisation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Units and who stands where.
 *
 * @param units the tree
 * @param posts posts and their holders
 */
record UnitTree(List<Unit> units, List<Post> posts) {

    /**
     * A unit.
     *
     * @param code its code
     * @param parent code of the unit above; absent for the root
     * @param head post that heads it
     * @param petitionOffice post that keeps its petitions
     */
    record Unit(String code, @Nullable String parent, String head, String petitionOffice) {}

    /**
     * A post.
     *
     * @param id its id
     * @param officer who holds it
     */
    record Post(String id, String officer) {}

    /** The posts an officer holds. */
    Set<String> postsOf(String officer) {
        return posts.stream()
                .filter(post -> post.officer().equals(officer))
                .map(Post::id)
                .collect(Collectors.toSet());
    }

    /** The units these posts head or keep the petitions of, and all units below them. */
    Set<String> unitsUnder(Set<String> held) {
        Set<String> under = new LinkedHashSet<>();
        List<Unit> next = units.stream()
                .filter(unit -> held.contains(unit.head()) || held.contains(unit.petitionOffice()))
                .toList();
        while (!next.isEmpty()) {
            List<Unit> below = new ArrayList<>();
            for (Unit unit : next) {
                if (under.add(unit.code())) {
                    units.stream()
                            .filter(other -> Objects.equals(other.parent(), unit.code()))
                            .forEach(below::add);
                }
            }
            next = below;
        }
        return under;
    }
}
