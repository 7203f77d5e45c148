package org.redress.routing.procedure;

/** How an accepted case is handled. */
public enum Way {
    /** With a written opinion (Reg. 31(6), 32). */
    ORDINARY,
    /** Clear, small and for the first time: answered soon and simply 简易办理 (practice). */
    SIMPLIFIED,
    /** The unit's own duty, which it performs or answers for (Reg. 31(5)). */
    OWN_DUTY
}
