package org.redress.routing.procedure;

/** How a petitioner is contacted 办理联系 (practice). */
public enum ContactWay {
    /** By telephone 电话. */
    CALL,
    /** Where the petitioner works or lives 走访. */
    VISIT,
    /** At a meeting 约谈. */
    MEETING,
    /** In writing 书面. */
    MESSAGE
}
