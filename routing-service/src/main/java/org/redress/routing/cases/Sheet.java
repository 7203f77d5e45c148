package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Situation.Fact;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * What became of the sheet with which a body outside sent a case 外来件. Its days are that body's own: no limit of the law
 * begins, ends or moves with it, and it waits for its answer also where the case has ended.
 *
 * @param firstReplyOn day of the first word to that body; absent while there was none
 * @param answeredOn day of the answer to it; absent while there was none
 * @param returnAskedOn day since which it is asked to take the sheet back; absent while it is not
 * @param returnedOn day it took it back; absent where it did not
 * @param state where the sheet stands
 * @param dueAt the moment it is listed by: when the next day on which that body awaits something is missed, or was
 */
public record Sheet(
        @Nullable LocalDate firstReplyOn,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate returnAskedOn,
        @Nullable LocalDate returnedOn,
        State state,
        Instant dueAt) {

    /** Where a sheet stands. */
    public enum State {
        /** The body outside waits for a word. */
        OPEN,
        /** It is asked to take the sheet back, and has not said whether it does 待对方确认. */
        RETURNING,
        /** It has the answer 已反馈. */
        ANSWERED,
        /** It took it back 已退回. */
        RETURNED;

        /** True while something of it is to be done. */
        public boolean isOpen() {
            return this == OPEN || this == RETURNING;
        }
    }

    /** Where a body set no day, its sheets are listed last. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Where a case keeps it. */
    private static final String FIELD = "sheet";

    static final String DUE = FIELD + ".dueAt";

    /** One that just came. */
    static final Sheet NEW = new Sheet(null, null, null, null, State.OPEN, NEVER);

    /** Those in one of some states; the moment is what the indexes of sheets ask for. */
    static Criteria in(Set<State> states) {
        return Criteria.where(FIELD + ".state").in(states).and(DUE).gt(Instant.EPOCH);
    }

    /** Those of which something is to be done. */
    static Criteria open() {
        return in(EnumSet.of(State.OPEN, State.RETURNING));
    }

    Sheet firstReplied(LocalDate on) {
        return new Sheet(on, answeredOn, returnAskedOn, returnedOn, state, dueAt);
    }

    /** The answer ends the wish that it be taken back. */
    Sheet answered(LocalDate on) {
        return new Sheet(firstReplyOn, on, null, returnedOn, state, dueAt);
    }

    /** The same, asked to be taken back; absent where it is not any more. */
    Sheet askedBack(@Nullable LocalDate on) {
        return new Sheet(firstReplyOn, answeredOn, on, returnedOn, state, dueAt);
    }

    Sheet takenBack(LocalDate on) {
        return new Sheet(firstReplyOn, answeredOn, returnAskedOn, on, state, dueAt);
    }

    /** Brings what it is listed by into line; what has an outcome is not asked to be taken back any more. */
    Sheet settled(PetitionOrigin origin, CaseState caseState, CaseTime time) {
        LocalDate asked = caseState.isBeforeOutcome() || returnedOn != null ? returnAskedOn : null;
        State settled = returnedOn != null
                ? State.RETURNED
                : answeredOn != null ? State.ANSWERED : asked != null ? State.RETURNING : State.OPEN;
        return new Sheet(firstReplyOn, answeredOn, asked, returnedOn, settled, listedBy(origin, settled, time));
    }

    private Instant listedBy(PetitionOrigin origin, State settled, CaseTime time) {
        Stream<LocalDate> first = firstReplyOn == null || !settled.isOpen()
                ? Stream.ofNullable(origin.firstReplyDueOn())
                : Stream.empty();
        Stream<LocalDate> days = Stream.concat(first, Stream.ofNullable(origin.dueOn()));
        return (settled.isOpen() ? days.min(LocalDate::compareTo) : days.max(LocalDate::compareTo))
                .map(time::missedAt)
                .orElse(settled.isOpen() ? NEVER : time.missedAt(origin.receivedOn()));
    }

    /** What holds of it on a day that decides which steps the case allows. */
    Set<Fact> facts(PetitionOrigin origin, LocalDate day) {
        Set<Fact> facts = EnumSet.of(Fact.FROM_OUTSIDE);
        LocalDate until = origin.returnableUntil();
        if (answeredOn != null) {
            facts.add(Fact.BODY_ANSWERED);
        }
        if (state == State.RETURNING) {
            facts.add(Fact.RETURN_ASKED);
        }
        if (until != null) {
            facts.add(Fact.RETURNABLE);
        }
        if (until != null && day.isAfter(until)) {
            facts.add(Fact.RETURN_OVER);
        }
        return facts;
    }
}
