package org.redress.routing.organisation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.routing.organisation.OwnerReason.Basis;

/** Finds who holds what is kept from some: the first office above all of them, the top, or the discipline desk. */
final class Holders {

    private final Organisation organisation;

    Holders(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Who holds it; empty where the guard keeps out everybody who could. */
    Optional<Assignment> of(Exclusion guard) {
        Unit root = organisation.root();
        return above(guard).stream()
                .filter(unit -> !guard.keepsOut(unit.petitionOffice(), organisation))
                .map(unit -> secret(unit, unit.petitionOffice()))
                .findFirst()
                .or(() -> Optional.of(secret(root, root.head()))
                        .filter(top -> !guard.keepsOut(top.owner(), organisation)))
                .or(() -> ofDesk(guard)
                        .map(post -> outside(
                                Basis.GUARDED_OUTSIDE, organisation.discipline().name(), post)));
    }

    /** The first post of the desk that may know of it. */
    Optional<String> ofDesk(Exclusion guard) {
        return organisation.discipline().line().stream()
                .filter(post -> !guard.keepsOut(post, organisation))
                .findFirst();
    }

    /** Nobody in the organisation: only the body outside it is left, which is a fault that is shown as one. */
    Assignment nobody() {
        return outside(Basis.NOBODY_LEFT, organisation.name(), Assignment.NOBODY);
    }

    /** Officers in the order in which they find out whom words mean, where these could mean everybody. */
    List<String> lastResorts() {
        Unit root = organisation.root();
        return Stream.concat(desk().stream(), officers(Stream.of(root.head(), root.petitionOffice())))
                .distinct()
                .toList();
    }

    /** Officers of the discipline desk, from the top downwards. */
    List<String> desk() {
        return officers(organisation.discipline().line().reversed().stream()).toList();
    }

    private Stream<String> officers(Stream<String> posts) {
        return posts.flatMap(post -> Stream.ofNullable(organisation.posts().get(post)))
                .map(Post::officer);
    }

    /** The units above all that are kept out and still there, the nearest first; the root alone where no unit is. */
    private List<Unit> above(Exclusion guard) {
        return guard.units().stream()
                .flatMap(code -> organisation.unit(code).stream())
                .map(unit -> organisation.upwards(unit).stream().skip(1).toList())
                .reduce((one, other) -> one.stream().filter(other::contains).toList())
                .orElseGet(() -> List.of(organisation.root()));
    }

    private static Assignment secret(Unit unit, String owner) {
        OwnerReason reason = OwnerReason.of(Basis.GUARDED, unit.name());
        return new Assignment(unit.code(), owner, true, reason);
    }

    private Assignment outside(Basis basis, String name, String owner) {
        String body = organisation.root().outsideBody();
        OwnerReason reason = new OwnerReason(basis, name, null, null, body, null, null);
        return new Assignment(organisation.discipline().code(), owner, true, reason);
    }
}
