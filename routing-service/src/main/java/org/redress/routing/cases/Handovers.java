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
 * @param first who had it before it was handed over for the first time; absent while it was not
 */
record Handovers(
        List<Assignment> senders,
        @Nullable Assignment objector,
        int returns,
        boolean decidedAbove,
        @Nullable Assignment first) {

    static final Handovers NONE = new Handovers(List.of(), null, 0, false, null);

    /** A second return counts as passing the buck 推诿, and goes up. */
    private static final int TOO_OFTEN = 2;

    Handovers {
        senders = List.copyOf(senders);
    }

    Handovers sentBy(Assignment sender) {
        List<Assignment> all =
                Stream.concat(senders.stream(), Stream.of(sender)).toList();
        return new Handovers(all, null, returns, false, first == null ? sender : first);
    }

    Handovers objectedBy(Assignment unit) {
        return new Handovers(senders, unit, returns, false, first);
    }

    Handovers takenBack() {
        return new Handovers(senders.subList(0, senders.size() - 1), null, returns + 1, false, first);
    }

    Handovers decided() {
        return new Handovers(List.of(), null, returns, true, first);
    }

    boolean isReturnedTooOften() {
        return returns >= TOO_OFTEN;
    }

    Assignment sender() {
        return senders.getLast();
    }
}
