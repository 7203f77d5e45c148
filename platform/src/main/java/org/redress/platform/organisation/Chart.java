package org.redress.platform.organisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Units and posts of an organisation, and what every service asks of them, answered once: who stands above whom, who stands
 * in for whom, and what an officer may read.
 *
 * @param <U> its units
 * @param <P> its posts
 */
public interface Chart<U extends Chart.Place, P extends Chart.Seat> {

    /** A unit, as far as it stands somewhere. */
    interface Place {

        /** Its code. */
        String code();

        /** What it is called. */
        Name called();

        /** Code of the unit above; absent for the root. */
        @Nullable
        String parent();

        /** Post that heads it. */
        String head();

        /** Post that keeps its petitions. */
        String petitionOffice();
    }

    /** A post, as far as somebody works in it. */
    interface Seat {

        /** Its id. */
        String id();

        /** What it is called. */
        Name called();

        /** Code of its unit. */
        String unit();

        /** Id of who holds it. */
        String officer();

        /** Post that stands in for it; absent when none does. */
        @Nullable
        String deputy();
    }

    /** The discipline desk, which stands outside the line of every unit. */
    interface Desk {

        /** Code of its unit, which is none of the tree. */
        String code();

        /** What it is called. */
        Name called();

        /** Its posts, from the one that takes reports upwards. */
        List<String> line();
    }

    /** The tree, by code; without the desk. */
    Map<String, U> units();

    /** All posts, by id. */
    Map<String, P> posts();

    /** The discipline desk; absent while it is not known. */
    Optional<? extends Desk> desk();

    /** The unit of that code; the discipline desk is none. */
    default Optional<U> unit(String code) {
        return Optional.ofNullable(units().get(code));
    }

    /** The post of that id. */
    default Optional<P> post(String id) {
        return Optional.ofNullable(posts().get(id));
    }

    /** True when cases can be this unit's, the discipline desk's code among them. */
    default boolean has(String unit) {
        return units().containsKey(unit)
                || desk().filter(told -> told.code().equals(unit)).isPresent();
    }

    /** What all units are called, the desk last, by their codes and in the order of the organisation. */
    default Map<String, Name> unitNames() {
        Map<String, Name> names = new LinkedHashMap<>();
        units().values().forEach(unit -> names.put(unit.code(), unit.called()));
        desk().ifPresent(told -> names.put(told.code(), told.called()));
        return names;
    }

    /** What a unit is called in a language; its code where it is not known. */
    default String unitName(String code, Locale locale) {
        return unit(code)
                .map(Place::called)
                .or(() -> desk().filter(told -> told.code().equals(code)).map(Desk::called))
                .map(name -> name.in(locale))
                .orElse(code);
    }

    /** What a post is called in a language; its id where it is not known. */
    default String postTitle(String id, Locale locale) {
        return post(id).map(post -> post.called().in(locale)).orElse(id);
    }

    /** The unit and those above it, the nearest first. */
    default List<U> upwards(U unit) {
        List<U> path = new ArrayList<>();
        @Nullable U step = unit;
        while (step != null && path.size() <= units().size()) {
            path.add(step);
            step = step.parent() == null ? null : units().get(step.parent());
        }
        return path;
    }

    /** Codes of the unit and of all below it. */
    default Set<String> downwards(U unit) {
        return units().values().stream()
                .filter(each -> upwards(each).contains(unit))
                .map(Place::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** True when a unit is the other one or stands above it. */
    default boolean isInLine(String unit, String of) {
        return unit.equals(of)
                || unit(of).stream()
                        .flatMap(below -> upwards(below).stream())
                        .anyMatch(each -> each.code().equals(unit));
    }

    /** Posts that stand in for a post: its deputy, the deputy's deputy, and so on. */
    default List<String> deputies(String post) {
        Set<String> found = new LinkedHashSet<>();
        @Nullable P held = posts().get(post);
        while (held != null && held.deputy() != null && found.add(held.deputy())) {
            held = posts().get(held.deputy());
        }
        return List.copyOf(found);
    }

    /** Posts the officer holds. */
    default Set<String> heldBy(String officer) {
        return posts().values().stream()
                .filter(post -> post.officer().equals(officer))
                .map(Seat::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Posts the officer holds or stands in for, directly or for a deputy: all of which the officer can be told. */
    default Set<String> postsOf(String officer) {
        Set<String> held = heldBy(officer);
        Stream<String> deputised =
                posts().keySet().stream().filter(post -> deputies(post).stream().anyMatch(held::contains));
        return Stream.concat(held.stream(), deputised).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Codes of the units the officer works in, by posts of their own, and of all units above those. */
    default Set<String> unitsAbove(String officer) {
        return posts().values().stream()
                .filter(post -> post.officer().equals(officer))
                .flatMap(post -> unit(post.unit()).stream())
                .flatMap(unit -> upwards(unit).stream())
                .map(Place::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Codes of the units in whose line these posts stand, as head or petition office, and of all units below them. */
    default Set<String> unitsUnder(Set<String> posts) {
        return units().values().stream()
                .filter(unit -> upwards(unit).stream()
                        .anyMatch(above -> posts.contains(above.head()) || posts.contains(above.petitionOffice())))
                .map(Place::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * True when the officer keeps petitions: holds, or stands in for, the petition office of a unit or a post of the discipline
     * desk.
     */
    default boolean keepsPetitions(String officer) {
        Set<String> posts = postsOf(officer);
        return units().values().stream().map(Place::petitionOffice).anyMatch(posts::contains)
                || desk().filter(told -> told.line().stream().anyMatch(posts::contains))
                        .isPresent();
    }

    /** What the officer may read of the cases that are kept from nobody. */
    default Reading reading(String officer) {
        Set<String> posts = postsOf(officer);
        String desk = desk().filter(each -> each.line().stream().anyMatch(posts::contains))
                .map(Desk::code)
                .orElse(null);
        return new Reading(posts, unitsUnder(posts), desk);
    }
}
