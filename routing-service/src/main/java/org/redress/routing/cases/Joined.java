package org.redress.routing.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.procedure.CaseState;

/**
 * What a case was before it was joined to another, and is again if that one ends without an answer.
 *
 * @param state where it stood
 * @param undecided true while nobody had decided on acceptance
 * @param assignment who answered for it
 * @param placedIn number of the organisation's version in which that was chosen
 * @param running the clocks that ran: what it owed, it owes by the same days
 * @param targets the days that somebody was given or promised; absent in what was stored before they were kept
 */
record Joined(
        CaseState state,
        boolean undecided,
        Assignment assignment,
        int placedIn,
        List<Clock> running,
        @Nullable List<TargetDay> targets) {

    Joined {
        running = List.copyOf(running);
        targets = targets == null ? null : List.copyOf(targets);
    }

    static Joined of(PetitionCase petitionCase) {
        return new Joined(
                petitionCase.state(),
                petitionCase.undecided,
                petitionCase.assignment(),
                petitionCase.placedIn(),
                petitionCase.clocks.running(),
                petitionCase.targets);
    }
}
