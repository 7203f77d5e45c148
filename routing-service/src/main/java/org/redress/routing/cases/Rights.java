package org.redress.routing.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.platform.organisation.Reading;
import org.redress.routing.cases.Caller.Role;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.springframework.data.mongodb.core.query.Criteria;

/** Who may read and move which cases; every list, count and single case goes through these conditions. */
final class Rights {

    private static final String ORDINARY = "ordinary";
    private static final String RESTRICTED = "registration.assignment.restricted";
    private static final String OWNER = "registration.assignment.owner";
    private static final String UNIT = "registration.assignment.unit";
    private static final String FIRST_OWNER = "answerable.owner";
    private static final String FIRST_UNIT = "answerable.unit";
    private static final String KEPT_FROM = "guard.officers";
    private static final String KEPT_FROM_UNITS = "guard.units";
    private static final String RECUSED = "guard.recused";
    private static final String UNCLEAR = "guard.unclear";

    private final Organisation organisation;

    Rights(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * Conditions of which a case has to meet one; none at all for who may read nothing. Each of them alone is found in an
     * index in the order of the list, however many cases there are of which the reader may not know; the ordinary ones are
     * also counted in it.
     *
     * @param ordinary for cases that are kept from nobody in their line
     * @param kept for those that are, none of which is among the ordinary; a case may meet several
     */
    record Conditions(List<Criteria> ordinary, List<Criteria> kept) {}

    /** What the reader may see: also what they handed over, while they answer for it, and what they are asked a part of. */
    Conditions reading(Caller reader) {
        return conditions(reader, reader.is(Role.SUPERVISOR, Role.AUDITOR), true, true, true, true);
    }

    /** The same without what the reader sees for having had it alone, since it is reviewed. */
    Conditions readingButReviewed(Caller reader) {
        return conditions(reader, reader.is(Role.SUPERVISOR, Role.AUDITOR), true, true, true, false);
    }

    /** What the reader may move on. */
    Conditions acting(Caller reader) {
        return conditions(reader, reader.is(Role.SUPERVISOR), false, false, false, false);
    }

    /** Whose texts the reader may open: none that are limited to others. */
    Conditions opening(Caller reader) {
        Conditions all = conditions(reader, reader.is(Role.SUPERVISOR), true, false, true, false);
        return new Conditions(open(all.ordinary(), reader), open(all.kept(), reader));
    }

    private static List<Criteria> open(List<Criteria> rights, Caller reader) {
        return rights.stream()
                .map(each -> new Criteria().andOperator(each, Limitation.opensTo(reader.id())))
                .toList();
    }

    /**
     * Into which the reader may let somebody in an emergency: those the reader may move on, and for who oversees the line
     * those that are restricted in it, but not those of the discipline desk, nor those of which nobody has found out yet
     * whom they are about: that may be who asks.
     */
    Conditions confirming(Caller reader) {
        Conditions acting = acting(reader);
        if (!reader.is(Role.SUPERVISOR)) {
            return acting;
        }
        Criteria inLine = Criteria.where(UNIT)
                .ne(organisation.discipline().code())
                .and(UNCLEAR)
                .ne(true);
        return new Conditions(
                acting.ordinary(),
                Stream.concat(acting.kept().stream(), Stream.of(notKeptFrom(reader, inLine)))
                        .toList());
    }

    private Conditions conditions(
            Caller reader, boolean oversees, boolean handedOver, boolean asked, boolean named, boolean reviewed) {
        List<Criteria> ordinary = oversees
                ? List.of(ordinary())
                : Stream.of(
                                asOfficer(reader, handedOver, false).stream(),
                                asked(reader, asked, false),
                                named(reader, named, false),
                                reviewed(reader, reviewed, false))
                        .flatMap(each -> each)
                        .map(each -> new Criteria().andOperator(ordinary(), each))
                        .toList();
        List<Criteria> any = new ArrayList<>(asOfficer(reader, handedOver, true));
        asked(reader, asked, true).forEach(any::add);
        named(reader, named, true).forEach(any::add);
        reviewed(reader, reviewed, true).forEach(any::add);
        if (oversees) {
            any.add(Criteria.where(RESTRICTED).is(false));
        }
        return new Conditions(
                ordinary, any.stream().map(each -> notKeptFrom(reader, each)).toList());
    }

    private static Criteria ordinary() {
        return Criteria.where(ORDINARY).is(true);
    }

    /** Nobody sees what is about them or those they work under, or what they stepped out of, in whatever role. */
    private Criteria notKeptFrom(Caller reader, Criteria right) {
        return new Criteria()
                .andOperator(
                        Criteria.where(ORDINARY).is(false),
                        right,
                        Criteria.where(KEPT_FROM).ne(reader.id()),
                        Criteria.where(RECUSED).ne(reader.id()),
                        Criteria.where(KEPT_FROM_UNITS).nin(organisation.unitsAbove(reader.id())));
    }

    /** What an officer is asked a part of, unless only the office that holds it may know of it. */
    private Stream<Criteria> asked(Caller reader, boolean asked, boolean kept) {
        Set<String> posts = organisation.reading(reader.id()).posts();
        if (!asked || !reader.is(Role.OFFICER) || posts.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(unlessKept(Waiting.PART.from(posts), kept));
    }

    /** Whoever is named where reading is limited sees the case, unless only the office that holds it may know of it. */
    private static Stream<Criteria> named(Caller reader, boolean named, boolean kept) {
        return named && reader.is(Role.OFFICER)
                ? Stream.of(unlessKept(Limitation.names(reader.id()), kept))
                : Stream.empty();
    }

    /** Whoever had a case that is reviewed sees that, unless only the office that holds it may know of it. */
    private static Stream<Criteria> reviewed(Caller reader, boolean reviewed, boolean kept) {
        return reviewed && reader.is(Role.OFFICER)
                ? Stream.of(unlessKept(Criteria.where("reviewed").is(reader.id()), kept))
                : Stream.empty();
    }

    private static Criteria unlessKept(Criteria right, boolean kept) {
        return kept ? right.and(RESTRICTED).is(false).and(UNCLEAR).ne(true) : right;
    }

    /**
     * What an officer's posts and units give a right to.
     *
     * @param kept true for cases kept from somebody; of the others it is clear whom they are about, which need not be looked
     *     at, so that they are counted in an index
     */
    private List<Criteria> asOfficer(Caller reader, boolean handedOver, boolean kept) {
        List<Criteria> any = new ArrayList<>();
        if (reader.is(Role.OFFICER)) {
            Reading reading = organisation.reading(reader.id());
            Set<String> posts = reading.posts();
            Set<String> units = reading.units();
            if (!posts.isEmpty()) {
                any.add(Criteria.where(OWNER).in(posts));
            }
            if (!units.isEmpty() && kept) {
                // Who leads may be whom it is about.
                any.add(Criteria.where(UNIT).in(units).and(UNCLEAR).ne(true));
            } else if (!units.isEmpty()) {
                any.add(Criteria.where(UNIT).in(units));
            }
            if (handedOver && !posts.isEmpty()) {
                any.add(Criteria.where(FIRST_OWNER).in(posts));
            }
            if (handedOver && !units.isEmpty()) {
                any.add(Criteria.where(FIRST_UNIT).in(units));
            }
            if (reading.desk() != null) {
                any.add(Criteria.where(UNIT).is(reading.desk()));
                if (kept) {
                    // Watches over the office that has to find out whom it is about; an ordinary case is clear.
                    any.add(Criteria.where(UNCLEAR).is(true));
                    any.addAll(withoutTop());
                }
            }
        }
        return any;
    }

    /** Where who heads everything stepped out, or has the case since who had it did, the desk stands above it. */
    private List<Criteria> withoutTop() {
        String head = organisation.root().head();
        Post held = organisation.posts().get(head);
        Criteria hasIt = Criteria.where(OWNER).is(head).and(RECUSED + ".0").exists(true);
        return held == null
                ? List.of(hasIt)
                : List.of(hasIt, Criteria.where(RECUSED).is(held.officer()));
    }
}
