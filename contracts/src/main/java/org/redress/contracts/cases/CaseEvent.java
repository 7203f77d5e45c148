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

    /** Owner of a case that everybody in the organisation is kept from: only a body outside it can take it, which is a fault. */
    String NOBODY = "outside-body";

    /** Code of the lowest unit whose line may read the case. */
    String scope();

    /**
     * True when the case is kept from somebody: only the office that holds it may know of it (Reg. 30), or an officer stepped
     * out of it (Reg. 28). No event names whom it is kept from, so nobody but who is told is shown it or counts it.
     */
    boolean restricted();
}
