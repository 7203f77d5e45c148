package org.redress.routing.procedure;

/** How often the matter was decided upon. */
public enum ReviewLevel {
    /** The unit itself handles it. */
    FIRST,
    /** One level up reviews it 复查 (Reg. 35). */
    REVIEW,
    /** Another level up reviews it again 复核 (Reg. 36). */
    RE_REVIEW
}
