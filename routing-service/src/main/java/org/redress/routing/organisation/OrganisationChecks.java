package org.redress.routing.organisation;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.routing.configuration.Entry;
import org.redress.routing.organisation.OrganisationReader.Placed;

/** What must hold within an organisation. */
final class OrganisationChecks {

    private final Organisation organisation;
    private final List<Placed<Unit>> units;
    private final List<Placed<Post>> posts;

    OrganisationChecks(Organisation organisation, List<Placed<Unit>> units, List<Placed<Post>> posts) {
        this.organisation = organisation;
        this.units = units;
        this.posts = posts;
    }

    void check(Entry top, Entry desk) {
        zoneIsKnown(top);
        oneRootStandsAtTheTop(top);
        units.forEach(this::unitHoldsTogether);
        posts.forEach(this::postHoldsTogether);
        oneOfficerHasOneNameAndAddress();
        deskStandsOutsideTheLine(desk);
    }

    private void zoneIsKnown(Entry top) {
        try {
            ZoneId.of(organisation.zone());
        } catch (DateTimeException e) {
            top.complain("zone", "is no time zone: " + organisation.zone());
        }
    }

    private void oneRootStandsAtTheTop(Entry top) {
        List<Placed<Unit>> roots =
                units.stream().filter(unit -> unit.value().parent() == null).toList();
        if (roots.isEmpty()) {
            top.complain("units", "have no root: every unit has a parent");
        }
        roots.stream()
                .skip(1)
                .forEach(unit -> unit.at()
                        .complain("is a second root beside "
                                + roots.getFirst().value().code() + ": its parent is missing"));
        roots.stream()
                .filter(unit -> unit.value().outsideBody() == null)
                .forEach(unit -> unit.at()
                        .complain("outsideBody", "is missing: the top leader needs a body outside the organisation"));
    }

    private void unitHoldsTogether(Placed<Unit> placed) {
        Unit unit = placed.value();
        if (unit.parent() != null && organisation.unit(unit.parent()).isEmpty()) {
            placed.at().complain("parent", "is no unit: " + unit.parent());
        }
        if (unit.parent() != null && unit.outsideBody() != null) {
            placed.at().complain("outsideBody", "belongs to the root alone");
        }
        if (circles(
                unit.code(), code -> organisation.unit(code).map(Unit::parent).orElse(null))) {
            placed.at().complain("parent", "leads in a circle back to " + unit.code());
        }
        postOfTheLine(placed.at(), "head", unit.head());
        postOfTheLine(placed.at(), "petitionOffice", unit.petitionOffice());
    }

    private void postOfTheLine(Entry at, String key, String post) {
        if (post.isEmpty()) {
            return;
        }
        if (!organisation.posts().containsKey(post)) {
            at.complain(key, "is no post: " + post);
        } else if (organisation.discipline().line().contains(post)) {
            at.complain(key, "is a post of the discipline desk, which stands outside the line: " + post);
        }
    }

    private void postHoldsTogether(Placed<Post> placed) {
        Post post = placed.value();
        boolean ofTheDesk = organisation.discipline().line().contains(post.id());
        if (ofTheDesk != post.unit().equals(organisation.discipline().code())) {
            placed.at()
                    .complain(
                            "unit",
                            ofTheDesk
                                    ? "is not the discipline desk, in whose line the post stands"
                                    : "is the discipline desk, in whose line the post does not stand");
        } else if (!ofTheDesk
                && organisation.unit(post.unit()).isEmpty()
                && !post.unit().isEmpty()) {
            placed.at().complain("unit", "is no unit: " + post.unit());
        }
        deputyCanStandIn(placed, ofTheDesk);
    }

    private void deputyCanStandIn(Placed<Post> placed, boolean ofTheDesk) {
        String deputy = placed.value().deputy();
        if (deputy == null) {
            return;
        }
        if (!organisation.posts().containsKey(deputy)) {
            placed.at().complain("deputy", "is no post: " + deputy);
        } else if (organisation.discipline().line().contains(deputy) != ofTheDesk) {
            placed.at().complain("deputy", "crosses between the discipline desk and the line: " + deputy);
        }
        if (circles(placed.value().id(), this::deputyOf)) {
            placed.at()
                    .complain(
                            "deputy",
                            "leads in a circle back to " + placed.value().id());
        }
    }

    private @Nullable String deputyOf(String id) {
        Post post = organisation.posts().get(id);
        return post == null ? null : post.deputy();
    }

    /** True when following the steps from a start comes back to it. */
    private static boolean circles(String start, Function<String, @Nullable String> step) {
        Set<String> seen = new HashSet<>();
        @Nullable String next = step.apply(start);
        while (next != null && !next.equals(start) && seen.add(next)) {
            next = step.apply(next);
        }
        return start.equals(next);
    }

    private void oneOfficerHasOneNameAndAddress() {
        Map<String, Post> known = new HashMap<>();
        for (Placed<Post> placed : posts) {
            Post post = placed.value();
            Post first = known.putIfAbsent(post.officer(), post);
            if (first != null
                    && !(first.name().equals(post.name()) && first.email().equals(post.email()))) {
                placed.at().complain("officer", "has another name or address at " + first.id() + ": " + post.officer());
            }
        }
    }

    private void deskStandsOutsideTheLine(Entry desk) {
        Discipline discipline = organisation.discipline();
        if (discipline.line().isEmpty()) {
            desk.complain("line", "names no post");
        }
        if (organisation.unit(discipline.code()).isPresent()) {
            desk.complain("code", "is a unit of the line: " + discipline.code());
        }
        discipline.line().stream()
                .filter(post -> !organisation.posts().containsKey(post))
                .forEach(post -> desk.complain("line", "names no post: " + post));
    }
}
