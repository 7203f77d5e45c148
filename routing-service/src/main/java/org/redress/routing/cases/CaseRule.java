package org.redress.routing.cases;

import java.util.List;
import java.util.Optional;
import org.redress.routing.clocks.Step;

/** What a case allows, one rule each, in the order of its way. */
public enum CaseRule {
    /** Acceptance is decided once (Reg. 23). */
    DECIDED_ONCE,
    /** Who answers has decided on acceptance before. */
    DECISION_BEFORE_ANSWER,
    /** A declined case is not answered: its petitioner was told where to go. */
    DECLINED_IS_NOT_ANSWERED,
    /** A case is answered once. */
    ANSWERED_ONCE,
    /** Only an answered or declined case is closed. */
    OUTCOME_BEFORE_CLOSING,
    /** A closed case stays as it is. */
    CLOSED_STAYS_CLOSED,
    /** A withdrawn case takes no further step, and nothing more is asked of it. */
    WITHDRAWN_STAYS_WITHDRAWN,
    /** A declined case is not supplemented: its petitioner was told where to go. */
    DECLINED_IS_NOT_SUPPLEMENTED,
    /** What was answered or declined is not withdrawn any more. */
    OUTCOME_ENDS_WITHDRAWAL;

    /** The rule a step would break; empty when it is allowed. */
    static Optional<CaseRule> brokenBy(Step step, CaseState state, boolean undecided) {
        if (openSteps(state, undecided).contains(step)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (state) {
                    case CLOSED -> CLOSED_STAYS_CLOSED;
                    case WITHDRAWN -> WITHDRAWN_STAYS_WITHDRAWN;
                    case REGISTERED, ACCEPTED, DECLINED, ANSWERED -> outOfOrder(step, state);
                });
    }

    private static CaseRule outOfOrder(Step step, CaseState state) {
        return switch (step) {
            case ACCEPT, DECLINE -> DECIDED_ONCE;
            case ANSWER -> withoutAnswer(state);
            case CLOSE -> OUTCOME_BEFORE_CLOSING;
        };
    }

    private static CaseRule withoutAnswer(CaseState state) {
        return switch (state) {
            case DECLINED -> DECLINED_IS_NOT_ANSWERED;
            case ANSWERED -> ANSWERED_ONCE;
            case REGISTERED, ACCEPTED, CLOSED, WITHDRAWN -> DECISION_BEFORE_ANSWER;
        };
    }

    /** The rule a petitioner's request would break; empty when it is allowed. */
    static Optional<CaseRule> brokenBy(Request request, CaseState state) {
        return switch (state) {
            case REGISTERED, ACCEPTED -> Optional.empty();
            case ANSWERED -> request == Request.WITHDRAW ? Optional.of(OUTCOME_ENDS_WITHDRAWAL) : Optional.empty();
            case DECLINED ->
                Optional.of(request == Request.WITHDRAW ? OUTCOME_ENDS_WITHDRAWAL : DECLINED_IS_NOT_SUPPLEMENTED);
            case CLOSED -> Optional.of(CLOSED_STAYS_CLOSED);
            case WITHDRAWN -> Optional.of(WITHDRAWN_STAYS_WITHDRAWN);
        };
    }

    /** The steps that are possible now. */
    static List<Step> openSteps(CaseState state, boolean undecided) {
        if (undecided) {
            return List.of(Step.ACCEPT, Step.DECLINE);
        }
        return switch (state) {
            case REGISTERED -> List.of(Step.ACCEPT, Step.DECLINE);
            case ACCEPTED -> List.of(Step.ANSWER);
            case ANSWERED, DECLINED -> List.of(Step.CLOSE);
            case CLOSED, WITHDRAWN -> List.of();
        };
    }
}
