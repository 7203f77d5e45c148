package org.redress.routing.organisation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Where the open cases of a unit belong after the organisation changed, step by step through its versions. */
public final class Succession {

    private final List<Version> versions;
    private final IntFunction<Organisation> organisations;

    /**
     * Through these versions, all of them in order of their numbers.
     *
     * @param organisations the organisation of each number
     */
    Succession(List<Version> versions, IntFunction<Organisation> organisations) {
        this.versions = List.copyOf(versions);
        this.organisations = organisations;
    }

    /** The versions, in order of their numbers. */
    public List<Version> versions() {
        return versions;
    }

    /**
     * The unit of today that follows a unit: the one a version moved its cases to; otherwise itself while it is there, and
     * then the nearest unit that was above it.
     *
     * @param unit code of the unit
     * @param since number of the version in which a case was given to it
     */
    public String of(String unit, int since) {
        Optional<Integer> start = lastKnowing(unit, Math.min(since, versions.size()));
        String following =
                start.isPresent() ? unit : organisations.apply(1).root().code();
        for (int number = start.orElse(1) + 1; number <= versions.size(); number++) {
            following = next(following, number);
        }
        return following;
    }

    /** The version that knew the unit when it was given a case; an unknown unit's cases are the root's. */
    private Optional<Integer> lastKnowing(String unit, int since) {
        return IntStream.concat(
                        IntStream.iterate(since, number -> number > 0, number -> number - 1),
                        IntStream.rangeClosed(since + 1, versions.size()))
                .boxed()
                .filter(number -> organisations.apply(number).unit(unit).isPresent())
                .findFirst();
    }

    private String next(String unit, int number) {
        Organisation now = organisations.apply(number);
        return versions.get(number - 1)
                .movedTo(unit)
                .orElseGet(() -> nearest(unit, organisations.apply(number - 1), now));
    }

    private static String nearest(String unit, Organisation before, Organisation now) {
        return before.unit(unit).map(before::upwards).orElse(List.of()).stream()
                .map(Unit::code)
                .filter(code -> now.unit(code).isPresent())
                .findFirst()
                .orElseGet(() -> now.root().code());
    }
}
