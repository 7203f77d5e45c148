package org.redress.routing.cases;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.LoadedRulebook;
import org.springframework.data.mongodb.core.query.Criteria;

/** Keeps guarded cases above whom they are about when the organisation changes. */
final class GuardKeeper {

    private final OpenCases open;
    private final Editions editions;
    private final InstantSource clock;

    GuardKeeper(OpenCases open, Editions editions, InstantSource clock) {
        this.open = open;
        this.editions = editions;
        this.clock = clock;
    }

    /** Looks at every open case that is kept from somebody; false when some are to be looked at again. */
    boolean keepAll() {
        LoadedRulebook today = editions.active();
        return open.change(
                new Criteria()
                        .orOperator(
                                Criteria.where("guard.accused.0").exists(true),
                                Criteria.where("guard.recused.0").exists(true))
                        .and("ordinary")
                        .is(false),
                petitionCase -> petitionCase.placedIn() <= today.number()
                        && petitionCase.keepAbove(
                                editions.of(petitionCase.registration().edition()),
                                today,
                                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
