package org.redress.routing.organisation;

import org.redress.contracts.cases.CaseEvent;

/**
 * Who answers for a case, and why.
 *
 * @param unit code of the unit whose matter it is
 * @param owner post that answers; {@link #NOBODY} where all that could are kept from it
 * @param restricted true when only the office that holds it may know of it
 * @param reason why this owner
 */
public record Assignment(String unit, String owner, boolean restricted, OwnerReason reason) {

    /** In place of a post where nobody in the organisation may know of the case: only the outside body can take it. */
    public static final String NOBODY = CaseEvent.NOBODY;

    /** True when somebody in the organisation has it. */
    public boolean isHeld() {
        return !owner.equals(NOBODY);
    }
}
