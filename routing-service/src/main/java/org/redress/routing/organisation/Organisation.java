package org.redress.routing.organisation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.platform.organisation.Chart;

/**
 * An organisation as configured and found valid: the tree of units, the posts, the discipline desk beside them.
 *
 * @param id id, stable over versions
 * @param name name
 * @param zone zone whose days it counts
 * @param units the tree by code, the root first
 * @param posts posts by id
 * @param discipline the discipline desk
 * @param absences days on which posts are not worked in
 */
public record Organisation(
        String id,
        String name,
        String zone,
        Map<String, Unit> units,
        Map<String, Post> posts,
        Discipline discipline,
        List<Absence> absences)
        implements Chart<Unit, Post> {

    /** Of lists, keeping their order. */
    public static Organisation of(
            String id,
            String name,
            String zone,
            List<Unit> units,
            List<Post> posts,
            Discipline discipline,
            List<Absence> absences) {
        return new Organisation(
                id, name, zone, index(units, Unit::code), index(posts, Post::id), discipline, List.copyOf(absences));
    }

    /** The same with more absences. */
    Organisation with(List<Absence> more) {
        List<Absence> all = Stream.concat(absences.stream(), more.stream()).toList();
        return new Organisation(id, name, zone, units, posts, discipline, all);
    }

    private static <T> Map<String, T> index(List<T> all, Function<T, String> key) {
        return all.stream()
                .collect(Collectors.toMap(key, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /** The unit at the top. */
    public Unit root() {
        return units.values().stream()
                .filter(unit -> unit.parent() == null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the organisation has no root"));
    }

    @Override
    public Optional<Discipline> desk() {
        return Optional.of(discipline);
    }

    /**
     * The line above who answers for a case: within the discipline desk for what is the desk's, otherwise up the tree. A
     * post no longer known is taken by the desk's first post, or by the root's petition office.
     */
    public Line lineOf(Assignment assignment) {
        return assignment.unit().equals(discipline.code())
                ? lineOfDesk(assignment.owner())
                : lineInTree(assignment.owner());
    }

    /**
     * The same without those who are kept from the case; who is next in it takes a place that becomes free. Until a person
     * has found out whom it is about, the discipline desk stands above its owner: anybody else may be whom it is about. It
     * stands at the top as well where who stood there is out, and where nobody else is left above the owner.
     */
    public Line lineOf(Assignment assignment, Exclusion guard) {
        Line line = guard.unclear() ? lineToDesk(assignment) : lineOf(assignment);
        List<String> left = line.upwards().stream()
                .filter(post -> !guard.keepsOut(post, this))
                .toList();
        if (!left.isEmpty() && isTopless(left, line.upwards())) {
            left = Stream.concat(left.stream(), discipline.line().stream().filter(post -> !guard.keepsOut(post, this)))
                    .distinct()
                    .toList();
        }
        if (left.isEmpty()) {
            return lineOfDesk(discipline.line().getFirst());
        }
        String owner = left.contains(line.owner()) ? line.owner() : left.getFirst();
        List<String> above = left.stream()
                .filter(post -> !post.equals(line.owner()) && !post.equals(line.head()))
                .toList();
        String head = left.contains(line.head())
                ? line.head()
                : above.stream().findFirst().orElse(owner);
        return new Line(owner, head, above);
    }

    private boolean isTopless(List<String> left, List<String> all) {
        boolean alone = left.stream()
                        .map(post -> posts.containsKey(post) ? posts.get(post).officer() : post)
                        .distinct()
                        .count()
                < 2;
        return left.size() < all.size() && (alone || !left.contains(all.getLast()));
    }

    /**
     * Who of a line is told on a day in place of these posts: who is absent is stood in for by who was named for these days,
     * by the deputy, or the deputy's deputy; where nobody stands in, the next above takes the place, and the top keeps it
     * where nobody is left. Who is kept from the case stands in for nobody, and nobody is told where that leaves nobody at
     * all.
     */
    public List<String> working(Line line, List<String> told, LocalDate day, Exclusion guard) {
        List<String> upwards = line.upwards();
        return told.stream()
                .map(post -> upwards.stream()
                        .skip(Math.max(0, upwards.indexOf(post)))
                        .flatMap(each -> inPlaceOf(each, day, guard).stream())
                        .filter(each -> !guard.keepsOut(each, this))
                        .findFirst()
                        .orElse(upwards.getLast()))
                .filter(post -> !guard.keepsOut(post, this))
                .distinct()
                .toList();
    }

    /** Who works in a post on a day: its holder, or along the deputies; empty when nobody does. */
    public Optional<String> standIn(String post, LocalDate day) {
        return Stream.concat(Stream.of(post), deputies(post).stream())
                .filter(each -> isThere(each, day))
                .findFirst();
    }

    /** Who is named may open no case that is still unclear, and is told of none. */
    private Optional<String> inPlaceOf(String post, LocalDate day, Exclusion guard) {
        return named(post, day)
                .filter(each -> !guard.unclear() && !guard.keepsOut(each, this))
                .or(() -> standIn(post, day));
    }

    /** Who stands in for a post on a day, named for it and there. */
    private Optional<String> named(String post, LocalDate day) {
        return absence(post, day)
                .map(Absence::standIn)
                .filter(each -> isThere(each, day) && standIns(post).contains(each));
    }

    /**
     * Who can stand in for a post by name: its deputies, and those who may read its cases anyway, so that nobody comes to know
     * of more: who heads its unit or one above, or keeps the petitions there; within the discipline desk its other posts.
     */
    public List<String> standIns(String post) {
        Post away = posts.get(post);
        if (away == null) {
            return List.of();
        }
        Stream<String> above = discipline.line().contains(post)
                ? discipline.line().stream()
                : unit(away.unit()).stream()
                        .flatMap(unit -> upwards(unit).stream())
                        .flatMap(unit -> Stream.of(unit.petitionOffice(), unit.head()));
        return Stream.concat(deputies(post).stream(), above)
                .flatMap(each -> post(each).stream())
                .filter(each -> !each.officer().equals(away.officer()))
                .map(Post::id)
                .distinct()
                .toList();
    }

    /** Who does the work of a post on a day: its holder, who was named for it, or along the deputies. */
    public Optional<String> worksAs(String post, LocalDate day) {
        return inPlaceOf(post, day, Exclusion.NONE);
    }

    /** The posts whose work an officer has to do on a day: those of {@link #reading}, and those that name the officer. */
    public Set<String> worksIn(String officer, LocalDate day) {
        Set<String> held = heldBy(officer);
        Stream<String> named = absences.stream()
                .filter(absence -> absence.covers(day))
                .map(Absence::post)
                .filter(post -> named(post, day).filter(held::contains).isPresent());
        return Stream.concat(reading(officer).posts().stream(), named)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The absence of a post on a day, the one that lasts longest; empty when its holder works. */
    public Optional<Absence> absence(String post, LocalDate day) {
        return absences.stream()
                .filter(absence -> absence.post().equals(post) && absence.covers(day))
                .max(Comparator.comparing(absence -> absence.until() == null ? LocalDate.MAX : absence.until()));
    }

    /** True when the holder of a post works on a day. */
    boolean isThere(String post, LocalDate day) {
        return absence(post, day).isEmpty();
    }

    private Line lineToDesk(Assignment assignment) {
        List<String> desk = discipline.line();
        return new Line(lineOf(assignment).owner(), desk.getFirst(), desk.subList(1, desk.size()));
    }

    private Line lineInTree(String post) {
        Post owner = posts.get(post);
        Unit unit = owner == null ? root() : units.getOrDefault(owner.unit(), root());
        return new Line(
                owner == null ? root().petitionOffice() : owner.id(),
                unit.head(),
                upwards(unit).stream().skip(1).map(Unit::head).toList());
    }

    private Line lineOfDesk(String post) {
        List<String> all = discipline.line();
        int place = Math.max(0, all.indexOf(post));
        List<String> up = all.subList(Math.min(place + 1, all.size() - 1), all.size());
        return new Line(all.get(place), up.getFirst(), up.subList(1, up.size()));
    }
}
