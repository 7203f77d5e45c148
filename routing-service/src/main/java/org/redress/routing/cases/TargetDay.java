package org.redress.routing.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.routing.procedure.Command.EndTarget.Ending;
import org.redress.routing.procedure.Command.SetTarget.Kind;

/**
 * A day that somebody was given or promised for a case 限时事项: no limit of the law, and never moved. Another day is noted
 * beside it once it was put down.
 *
 * @param kind by whom, or to whom
 * @param by post that noted it
 * @param notedOn the day it was noted
 * @param dueOn the day
 * @param textId text that says what is to be done
 * @param ending what became of it; absent while it is open
 * @param endedOn the day that was noted; absent while it is open
 * @param endId text that says how, or why; absent while there is none
 * @param lapsed true where the case ended before
 */
public record TargetDay(
        Kind kind,
        String by,
        LocalDate notedOn,
        LocalDate dueOn,
        @Nullable String textId,
        @Nullable Ending ending,
        @Nullable LocalDate endedOn,
        @Nullable String endId,
        boolean lapsed) {

    static TargetDay set(Kind kind, String by, LocalDate notedOn, LocalDate dueOn, @Nullable String textId) {
        return new TargetDay(kind, by, notedOn, dueOn, textId, null, null, null, false);
    }

    TargetDay ended(Ending how, LocalDate on, @Nullable String endTextId) {
        return new TargetDay(kind, by, notedOn, dueOn, textId, how, on, endTextId, lapsed);
    }

    /** The same where the case ended. */
    TargetDay lapsing() {
        return isOpen() ? new TargetDay(kind, by, notedOn, dueOn, textId, null, null, null, true) : this;
    }

    /** True while it is to be kept. */
    public boolean isOpen() {
        return ending == null && !lapsed;
    }

    /** True where it is open after its day, or was met after it. */
    public boolean isLate(LocalDate today) {
        LocalDate met = endedOn == null ? today : endedOn;
        return !lapsed && ending != Ending.PUT_DOWN && met.isAfter(dueOn);
    }
}
