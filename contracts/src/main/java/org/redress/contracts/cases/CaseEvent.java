package org.redress.contracts.cases;

import org.redress.contracts.Event;

/** An event of {@code petition.cases}; the aggregate is the case, whose id is its petition's. */
public sealed interface CaseEvent extends Event
        permits CaseRegistered,
                CaseAccepted,
                CaseDeclined,
                CaseAnswered,
                CaseClosed,
                CaseSupplemented,
                CaseWithdrawn,
                CaseRequestRefused,
                CaseStepTaken,
                RungReached {

    /** Code of the lowest unit whose line may read the case. */
    String scope();

    /** True when only the office that holds the case may know of it (Reg. 30). */
    boolean restricted();
}
