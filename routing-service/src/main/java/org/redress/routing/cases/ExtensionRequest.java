package org.redress.routing.cases;

import java.time.LocalDate;

/**
 * An extension of the limit for handling that is asked for 申请延期 and waits for a decision; no day moves before.
 *
 * @param by post that asked
 * @param leader post that decides
 * @param days natural days that are asked for
 * @param dueOn last day of the limit as it is
 * @param until its last day where that is granted
 * @param reasonId text that says why, which the petitioner is told where it is granted
 */
public record ExtensionRequest(String by, String leader, int days, LocalDate dueOn, LocalDate until, String reasonId) {

    ExtensionRequest to(String other) {
        return other.equals(leader) ? this : new ExtensionRequest(by, other, days, dueOn, until, reasonId);
    }
}
