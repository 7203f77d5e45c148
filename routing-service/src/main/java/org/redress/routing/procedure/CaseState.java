package org.redress.routing.procedure;

/** Where a case stands. */
public enum CaseState {
    /** It has an owner; nobody decided on acceptance 登记. */
    REGISTERED,
    /** It was handed over 转送、交办 to another unit, which has to decide on acceptance. */
    TRANSFERRED,
    /** The unit it was handed to objects 异议; who sent it has to agree or insist. */
    OBJECTED,
    /** Two units dispute whose it is; their common superior decides (Reg. 24). */
    DISPUTED,
    /** It is accepted 受理, or counts as accepted, and is being handled 办理. */
    ACCEPTED,
    /** It is not accepted 不予受理; the petitioner was told why and where to go. */
    DECLINED,
    /** It was led to another lawful way (Reg. 31(1)–(4)). */
    LED_ELSEWHERE,
    /** The petitioner was answered 答复 without a written opinion; closing it remains. */
    ANSWERED,
    /** The written opinion was given 处理意见书; it has to be served. */
    OPINION_GIVEN,
    /** The opinion was served 送达; the petitioner may ask for a review. */
    SERVED,
    /** The opinion was served and promises something that is not done yet. */
    EXECUTING,
    /** The petitioner asked for a review 复查; one level up decides (Reg. 35). */
    UNDER_REVIEW,
    /** The petitioner asked for a re-review 复核; another level up decides (Reg. 36). */
    UNDER_RE_REVIEW,
    /** The re-review's opinion was served: the same facts and reasons are not taken up again (Reg. 36). */
    FINAL,
    /** All that was promised is done 化解. */
    RESOLVED,
    /** It ended 办结. */
    CLOSED,
    /** It ended because its petitioner withdrew it 撤回. */
    WITHDRAWN,
    /** It was joined to another petition of the same matter 合并. */
    MERGED,
    /** The body outside that sent it took it back 退回来源. */
    RETURNED;

    /** True while something is owed, so that a clock must run. */
    public boolean isOpen() {
        return switch (this) {
            case REGISTERED,
                    TRANSFERRED,
                    OBJECTED,
                    DISPUTED,
                    ACCEPTED,
                    ANSWERED,
                    OPINION_GIVEN,
                    SERVED,
                    EXECUTING,
                    UNDER_REVIEW,
                    UNDER_RE_REVIEW -> true;
            case DECLINED, LED_ELSEWHERE, FINAL, RESOLVED, CLOSED, WITHDRAWN, MERGED, RETURNED -> false;
        };
    }

    /** True while nobody has answered, declined or led it, so that a body outside may still take it back. */
    public boolean isBeforeOutcome() {
        return awaitsDecision() || this == OBJECTED || this == DISPUTED || this == ACCEPTED;
    }

    /** True while nobody decided on acceptance and the unit that has it may. */
    public boolean awaitsDecision() {
        return this == REGISTERED || this == TRANSFERRED;
    }
}
