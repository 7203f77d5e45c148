package org.redress.routing.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.routing.cases.Reader.Role;
import org.redress.routing.organisation.Organisation;
import org.springframework.data.mongodb.core.query.Criteria;

/** Who may read and move which cases; every list, count and single case goes through these conditions. */
final class Rights {

    private static final String RESTRICTED = "registration.assignment.restricted";
    private static final String OWNER = "registration.assignment.owner";
    private static final String UNIT = "registration.assignment.unit";

    private final Organisation organisation;

    Rights(Organisation organisation) {
        this.organisation = organisation;
    }

    /** What the reader may see; empty for nothing at all. */
    Optional<Criteria> reading(Reader reader) {
        List<Criteria> any = new ArrayList<>();
        if (reader.is(Role.SERVICE)) {
            any.add(Criteria.where("state").exists(true));
        }
        if (reader.is(Role.SUPERVISOR, Role.AUDITOR)) {
            any.add(Criteria.where(RESTRICTED).is(false));
        }
        any.addAll(asOfficer(reader));
        return anyOf(any);
    }

    /** What the reader may move on. */
    Optional<Criteria> acting(Reader reader) {
        List<Criteria> any = asOfficer(reader);
        if (reader.is(Role.SUPERVISOR)) {
            any.add(Criteria.where(RESTRICTED).is(false));
        }
        return anyOf(any);
    }

    /** Whose texts the reader may open. */
    Optional<Criteria> opening(Reader reader) {
        return acting(reader);
    }

    private List<Criteria> asOfficer(Reader reader) {
        List<Criteria> any = new ArrayList<>();
        if (reader.is(Role.OFFICER)) {
            Set<String> posts = organisation.postsOf(reader.id());
            any.add(Criteria.where(RESTRICTED).is(false).and(OWNER).in(posts));
            any.add(Criteria.where(RESTRICTED).is(false).and(UNIT).in(organisation.unitsUnder(posts)));
            if (reader.isOf(organisation.discipline(), organisation)) {
                any.add(Criteria.where(RESTRICTED).is(true));
            }
        }
        return any;
    }

    private static Optional<Criteria> anyOf(List<Criteria> any) {
        return any.isEmpty() ? Optional.empty() : Optional.of(new Criteria().orOperator(any));
    }
}
