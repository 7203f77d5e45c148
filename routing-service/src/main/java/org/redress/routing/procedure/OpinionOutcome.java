package org.redress.routing.procedure;

/** What a written opinion comes to (Reg. 32). */
public enum OpinionOutcome {
    /** The request is well founded and is supported 支持. */
    SUPPORTED,
    /** The request is reasonable and cannot be met now: it is explained 解释说明. */
    EXPLAINED,
    /** The request has no basis in fact or law 不予支持. */
    NOT_SUPPORTED
}
