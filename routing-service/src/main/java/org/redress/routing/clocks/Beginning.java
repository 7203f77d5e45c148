package org.redress.routing.clocks;

/** The moment a clock starts. */
public enum Beginning {
    /** The day the organisation received the petition. */
    RECEIPT,
    /** The day the case was accepted, or counts as accepted. */
    ACCEPTANCE,
    /** The day the petitioner was answered. */
    ANSWER;

    /** True when the step can still happen once the clock has started. */
    boolean comesBefore(Step step) {
        return switch (this) {
            case RECEIPT -> true;
            case ACCEPTANCE -> step != Step.ACCEPT;
            case ANSWER -> step == Step.CLOSE;
        };
    }
}
