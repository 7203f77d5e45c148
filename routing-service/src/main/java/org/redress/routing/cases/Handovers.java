package org.redress.routing.cases;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.organisation.Assignment;

/**
 * How a case came to the unit that has it.
 *
 * @param senders who had it before, the latest last
 * @param objector the unit that objects; absent when none does
 * @param returns how often a sender took it back
 * @param decidedAbove true when the common superior decided, after which nobody objects
 */
record Handovers(List<Assignment> senders, @Nullable Assignment objector, int returns, boolean decidedAbove) {

    static final Handovers NONE = new Handovers(List.of(), null, 0, false);

    /** A second return counts as passing the buck 推诿, and goes up. */
    private static final int TOO_OFTEN = 2;

    Handovers {
        senders = List.copyOf(senders);
    }

    Handovers sentBy(Assignment sender) {
        return new Handovers(Stream.concat(senders.stream(), Stream.of(sender)).toList(), null, returns, false);
    }

    Handovers objectedBy(Assignment unit) {
        return new Handovers(senders, unit, returns, false);
    }

    Handovers takenBack() {
        return new Handovers(senders.subList(0, senders.size() - 1), null, returns + 1, false);
    }

    Handovers decided() {
        return new Handovers(List.of(), null, returns, true);
    }

    boolean isReturnedTooOften() {
        return returns >= TOO_OFTEN;
    }

    Assignment sender() {
        return senders.getLast();
    }
}
