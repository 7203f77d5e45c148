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
    CLOSED_STAYS_CLOSED;

    /** The rule a step would break; empty when it is allowed. */
    static Optional<CaseRule> brokenBy(Step step, CaseState state, boolean undecided) {
        if (openSteps(state, undecided).contains(step)) {
            return Optional.empty();
        }
        if (state == CaseState.CLOSED) {
            return Optional.of(CLOSED_STAYS_CLOSED);
        }
        return Optional.of(
                switch (step) {
                    case ACCEPT, DECLINE -> DECIDED_ONCE;
                    case ANSWER -> withoutAnswer(state);
                    case CLOSE -> OUTCOME_BEFORE_CLOSING;
                });
    }

    private static CaseRule withoutAnswer(CaseState state) {
        return switch (state) {
            case DECLINED -> DECLINED_IS_NOT_ANSWERED;
            case ANSWERED -> ANSWERED_ONCE;
            case REGISTERED, ACCEPTED, CLOSED -> DECISION_BEFORE_ANSWER;
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
            case CLOSED -> List.of();
        };
    }
}
