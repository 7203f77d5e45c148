package org.redress.routing.clocks;

import org.redress.routing.procedure.Step;

/** The moment a clock starts. */
public enum Beginning {
    /** The day the organisation received the petition. */
    RECEIPT,
    /** The day a person has to find out whom it is about from. */
    SCREENING,
    /** The day a unit was handed the case, or the superior decided that it is this unit's. */
    TRANSFER,
    /** The day the case was assigned with a date. */
    ASSIGNMENT,
    /** The day the unit objected to having been handed the case. */
    OBJECTION,
    /** The day the sender insisted, so that the common superior has to decide. */
    DISPUTE,
    /** The day a supervision began. */
    SUPERVISION,
    /** The day a part of the case was asked of somebody. */
    PART,
    /** The day the case was accepted, or counts as accepted. */
    ACCEPTANCE,
    /** The day the petitioner was answered without a written opinion. */
    ANSWER,
    /** The day a written opinion was given, in any instance. */
    OPINION,
    /** The day the unit's opinion was served. */
    SERVICE,
    /** The day the review's opinion was served. */
    REVIEW_SERVICE,
    /** The day the re-review's opinion was served. */
    RE_REVIEW_SERVICE,
    /** The day the petitioner asked for a review. */
    REVIEW,
    /** The day the petitioner asked for a re-review. */
    RE_REVIEW;

    /** True when the step can still happen once the clock has started. */
    boolean comesBefore(Step step) {
        return switch (this) {
            case RECEIPT, TRANSFER -> true;
            case ASSIGNMENT, SUPERVISION -> step == Step.REPORT_BACK;
            case SCREENING -> step == Step.SCREEN;
            case PART -> step == Step.RETURN_PART;
            case OBJECTION -> step == Step.TAKE_BACK || step == Step.INSIST;
            case DISPUTE -> step == Step.DECIDE_UNIT;
            case ACCEPTANCE -> step != Step.ACCEPT;
            case OPINION -> step == Step.SERVE;
            case ANSWER, SERVICE, REVIEW_SERVICE, RE_REVIEW_SERVICE -> step == Step.CLOSE || step == Step.FULFIL;
            case REVIEW, RE_REVIEW -> step == Step.GIVE_OPINION || step == Step.TAKE_UP;
        };
    }
}
