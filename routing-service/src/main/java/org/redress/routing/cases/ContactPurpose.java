package org.redress.routing.cases;

import java.util.List;
import org.redress.contracts.submissions.PetitionContact;

/** What a petitioner's contact can be opened for; each shows what it needs and no more. */
public enum ContactPurpose {
    /** Call the petitioner. */
    CALL,
    /** Write to the petitioner. */
    WRITE,
    /** Make sure that who came is the petitioner, or one of those who came for all. */
    VERIFY;

    /** What of a contact is shown for it; who asked not to be named stays without a name. */
    PetitionContact shown(PetitionContact contact) {
        boolean verify = this == VERIFY;
        return new PetitionContact(
                contact.anonymous() ? null : contact.name(),
                this == CALL ? contact.phone() : null,
                this == WRITE ? contact.email() : null,
                verify && !contact.anonymous() ? contact.idNumber() : null,
                verify ? contact.representatives() : List.of(),
                contact.anonymous(),
                contact.preferredContact(),
                contact.language());
    }
}
