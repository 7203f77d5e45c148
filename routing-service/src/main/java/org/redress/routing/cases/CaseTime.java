package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.redress.contracts.cases.Clock;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.clocks.ClockRule;
import org.redress.routing.clocks.ClockRules;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.clocks.Step;
import org.redress.routing.organisation.Edition;

/**
 * What the rules a case keeps say of its clocks.
 *
 * @param edition the version of the rules
 * @param found whose case it is
 */
record CaseTime(Edition edition, Registration found) {

    /** The clocks with those that start now. */
    Clocks begin(Clocks clocks, Beginning beginning, LocalDate on) {
        int levels = edition.organisation().lineOf(found.assignment()).levels();
        return clocks.plus(rules().starting(beginning, found.petition().purpose()).stream()
                .map(rule -> edition.clockwork()
                        .start(rule, on, levels, found.petition().takenAt()))
                .toList());
    }

    /** The clocks after a step that ends some of them. */
    Clocks end(Clocks clocks, Step step, LocalDate on) {
        return clocks.done(rules().endedBy(step), on);
    }

    /** True when a case counts as accepted once this clock was missed. */
    boolean deemsAcceptance(Clock missed) {
        return rules().rule(missed.kind()).filter(ClockRule::deemsAcceptance).isPresent();
    }

    /** The moment a case with these clocks is listed by: the earliest running limit, or the latest once none runs. */
    Optional<Instant> listedBy(Clocks clocks) {
        return clocks.earliestDueOn()
                .or(() -> clocks.all().stream().map(Clock::dueOn).max(Comparator.naturalOrder()))
                .map(edition.clockwork()::missedAt);
    }

    /** The day of a moment in the organisation's zone. */
    LocalDate dayOf(Instant moment) {
        return edition.clockwork().dayOf(moment);
    }

    private ClockRules rules() {
        return edition.rulebook().clocks();
    }
}
