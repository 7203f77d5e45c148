package org.redress.analytics.volume;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one case.
 *
 * @param petitionId its petition
 * @param lane the petition's partition: the one writer of all buckets the case is counted in
 * @param day day the organisation received it, in the organisation's zone
 * @param scope code of the lowest unit whose line may read it
 * @param restricted true when only the office that holds it may know of it
 * @param unit code of the unit that answers for it
 * @param owner post that answers for it
 * @param topic code in the topic tree; absent for a report
 * @param channel channel of the petition
 * @param purpose suggestion, report, appeal or thanks
 * @param state where it stands
 * @param receivedAt when the organisation received it
 * @param decidedAt when it was accepted or declined
 * @param answeredAt when it was answered
 * @param closedAt when it ended
 */
public record Facts(
        String petitionId,
        int lane,
        LocalDate day,
        String scope,
        boolean restricted,
        String unit,
        String owner,
        @Nullable String topic,
        String channel,
        String purpose,
        State state,
        Instant receivedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt) {

    private static final String REPORT = "report";

    /** Where a case stands. */
    public enum State {
        /** With an owner, not yet decided upon. */
        REGISTERED,
        /** Taken up. */
        ACCEPTED,
        /** Not taken up. */
        DECLINED,
        /** Answered. */
        ANSWERED,
        /** Ended. */
        CLOSED,
        /** Ended because its petitioner withdrew it. */
        WITHDRAWN
    }

    /** Whether it is left out of every volume and counted apart: reports, and cases that are restricted. */
    boolean apart() {
        return restricted || purpose.equals(REPORT);
    }

    Facts reads(String newScope, boolean newRestricted) {
        return scope.equals(newScope) && restricted == newRestricted
                ? this
                : new Facts(
                        petitionId,
                        lane,
                        day,
                        newScope,
                        newRestricted,
                        unit,
                        owner,
                        topic,
                        channel,
                        purpose,
                        state,
                        receivedAt,
                        decidedAt,
                        answeredAt,
                        closedAt);
    }

    Facts moved(String newUnit, String newOwner, @Nullable String newTopic, State newState, Instant at) {
        return new Facts(
                petitionId,
                lane,
                day,
                scope,
                restricted,
                newUnit,
                newOwner,
                newTopic,
                channel,
                purpose,
                newState,
                receivedAt,
                decidedAt,
                newState == State.ANSWERED && answeredAt == null ? at : answeredAt,
                closedAfter(newState, at));
    }

    /** What goes on again has not ended: as when the petition it was joined to ended without an answer. */
    private @Nullable Instant closedAfter(State newState, Instant at) {
        return switch (newState) {
            case REGISTERED, ACCEPTED, ANSWERED -> null;
            case CLOSED -> closedAt == null ? at : closedAt;
            case DECLINED, WITHDRAWN -> closedAt;
        };
    }

    Facts decided(State decision, Instant at) {
        return new Facts(
                petitionId,
                lane,
                day,
                scope,
                restricted,
                unit,
                owner,
                topic,
                channel,
                purpose,
                decision,
                receivedAt,
                at,
                answeredAt,
                closedAt);
    }

    Facts answered(Instant at) {
        return new Facts(
                petitionId,
                lane,
                day,
                scope,
                restricted,
                unit,
                owner,
                topic,
                channel,
                purpose,
                State.ANSWERED,
                receivedAt,
                decidedAt,
                at,
                null);
    }

    Facts ended(State end, Instant at) {
        return new Facts(
                petitionId,
                lane,
                day,
                scope,
                restricted,
                unit,
                owner,
                topic,
                channel,
                purpose,
                end,
                receivedAt,
                decidedAt,
                answeredAt,
                at);
    }
}
