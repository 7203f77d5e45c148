package org.redress.routing.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who stands above whom: nobody decides alone over their own supervision. People are compared, not posts. */
public final class Superiors {

    private final Organisation organisation;
    private final LocalDate day;

    /** On a day, which says who stands in for whom. */
    public Superiors(Organisation organisation, LocalDate day) {
        this.organisation = organisation;
        this.day = day;
    }

    /**
     * True when an officer stands above another: heads each unit the other works in, or one above it, without it being the
     * other's own post, or belongs to the discipline desk, in whose own line only who is further up stands above.
     */
    public boolean isAbove(String officer, String other) {
        List<Post> theirs = postsOf(other);
        return !officer.equals(other)
                && !theirs.isEmpty()
                && theirs.stream().allMatch(post -> worksIn(officer, others(other, above(post))));
    }

    /** True when an officer stands above another, or keeps the petitions of a unit above all that the other works in. */
    public boolean isOfficeAbove(String officer, String other) {
        List<Post> theirs = postsOf(other);
        return isAbove(officer, other)
                || (!officer.equals(other)
                        && !theirs.isEmpty()
                        && theirs.stream().allMatch(post -> worksIn(officer, others(other, officesAbove(post)))));
    }

    /** The posts that keep the petitions of the units above one, the nearest first; above the top, who heads all. */
    public List<String> officesAbove(String unit) {
        List<String> offices = organisation.unit(unit).stream()
                .flatMap(found -> organisation.upwards(found).stream().skip(1))
                .map(Unit::petitionOffice)
                .toList();
        return offices.isEmpty() ? List.of(organisation.root().head()) : offices;
    }

    /** True for who works in the petition office of a level above a unit. */
    public boolean isOfOfficeAbove(String officer, String unit) {
        return worksIn(officer, officesAbove(unit).stream());
    }

    /**
     * Who stands next above an officer who stepped out of a line, if possible another person than who asked for it.
     *
     * @param before the line with the officer in it, or not
     * @param after the line without
     */
    public Optional<String> next(String officer, Line before, Line after, String asking) {
        List<String> was = before.upwards();
        int place = was.stream().map(this::holds).toList().lastIndexOf(officer);
        List<String> notAbove = was.subList(0, Math.max(0, place) + 1);
        List<String> above = after.upwards().stream()
                .filter(post -> !notAbove.contains(post))
                .toList();
        return above.stream()
                .filter(post -> !holds(post).equals(asking))
                .findFirst()
                .or(() -> above.stream().findFirst());
    }

    private Stream<String> above(Post post) {
        List<String> desk = organisation.discipline().line();
        int place = desk.indexOf(post.id());
        Stream<String> heads = place >= 0 ? Stream.empty() : upwards(post).map(Unit::head);
        return Stream.concat(heads, desk.stream().skip(place + 1L));
    }

    private Stream<String> officesAbove(Post post) {
        return upwards(post).skip(1).map(Unit::petitionOffice);
    }

    private Stream<Unit> upwards(Post post) {
        return organisation.unit(post.unit()).stream().flatMap(unit -> organisation.upwards(unit).stream());
    }

    private Stream<String> others(String officer, Stream<String> posts) {
        return posts.filter(post -> !holds(post).equals(officer));
    }

    private boolean worksIn(String officer, Stream<String> posts) {
        return posts.flatMap(post -> Stream.concat(Stream.of(post), organisation.standIn(post, day).stream()))
                .anyMatch(post -> holds(post).equals(officer));
    }

    private List<Post> postsOf(String officer) {
        return organisation.posts().values().stream()
                .filter(post -> post.officer().equals(officer))
                .toList();
    }

    private String holds(String post) {
        Post held = organisation.posts().get(post);
        return held == null ? "" : held.officer();
    }
}
