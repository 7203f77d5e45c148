package org.redress.routing.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * Who of a line is told on a day in place of these posts: who is absent is stood in for by the deputy, or the deputy's
     * deputy; where nobody stands in, the next above takes the place, and the top keeps it where nobody is left. Who is
     * kept from the case stands in for nobody, and nobody is told where that leaves nobody at all.
     */
    public List<String> working(Line line, List<String> told, LocalDate day, Exclusion guard) {
        List<String> upwards = line.upwards();
        return told.stream()
                .map(post -> upwards.stream()
                        .skip(Math.max(0, upwards.indexOf(post)))
                        .flatMap(each -> standIn(each, day).stream())
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

    /** True when the holder of a post works on a day. */
    boolean isThere(String post, LocalDate day) {
        return absences.stream().noneMatch(absence -> absence.post().equals(post) && absence.covers(day));
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
