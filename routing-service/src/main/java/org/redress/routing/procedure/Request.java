package org.redress.routing.procedure;

/** What a petitioner may ask of the case. */
public enum Request {
    /** To add to it 补充材料. */
    SUPPLEMENT,
    /** To withdraw it 撤回. */
    WITHDRAW,
    /** To have its opinion reviewed 复查, or the review's 复核 (Reg. 35, 36). */
    ASK_REVIEW
}
