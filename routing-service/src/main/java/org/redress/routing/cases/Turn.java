package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Explanation;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Roster;

/**
 * Somebody's turn at a case.
 *
 * @param by who
 * @param key key of the command, by which a repeat is recognised; absent without one
 * @param edition the version of the rules that the case keeps
 * @param today the version in effect, which knows the units and posts of today
 * @param now business time
 * @param roster whose turn it is where posts share a duty
 */
public record Turn(
        Actor by, @Nullable CommandKey key, LoadedRulebook edition, LoadedRulebook today, Instant now, Roster roster) {

    /** Days that people set lie at most so many years from today. */
    private static final int YEARS = 5;

    /** The day in the organisation's zone. */
    LocalDate day() {
        return edition.clockwork().dayOf(now);
    }

    /** True for a day that somebody may set as a limit: after today, and near enough to be no slip of the pen. */
    boolean isToCome(LocalDate on) {
        return on.isAfter(day()) && isNear(on);
    }

    /** True for a day at most five years before or after today. */
    boolean isNear(LocalDate on) {
        return !on.isBefore(day().minusYears(YEARS)) && !on.isAfter(day().plusYears(YEARS));
    }

    /** The organisation of today. */
    Organisation organisation() {
        return today.organisation();
    }

    /** Days added to a limit now. */
    Explanation.Addition adds(Explanation.Addition.Reason reason, int days) {
        return new Explanation.Addition(reason, day(), days, by.post());
    }
}
