package org.redress.routing.cases;

/** Where a case stands. */
public enum CaseState {
    /** It has an owner; nobody decided on acceptance. */
    REGISTERED,
    /** It is accepted 受理, or counts as accepted. */
    ACCEPTED,
    /** It is not accepted; the petitioner was told why and where to go. */
    DECLINED,
    /** The petitioner was answered 答复; closing it remains. */
    ANSWERED,
    /** It ended 办结. */
    CLOSED,
    /** It ended because its petitioner withdrew it 撤回. */
    WITHDRAWN;

    /** True while something is owed, so that a clock must run. */
    public boolean isOpen() {
        return this == REGISTERED || this == ACCEPTED || this == ANSWERED;
    }
}
