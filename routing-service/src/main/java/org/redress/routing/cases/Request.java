package org.redress.routing.cases;

/** What a petitioner may ask of the case. */
public enum Request {
    /** To add to it 补充材料. */
    SUPPLEMENT,
    /** To withdraw it 撤回. */
    WITHDRAW
}
