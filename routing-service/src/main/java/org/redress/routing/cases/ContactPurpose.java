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

    /** What of a contact is shown for it; who asked not to be named stays without names and number. */
    PetitionContact shown(PetitionContact contact) {
        boolean named = !contact.anonymous();
        return new PetitionContact(
                named ? contact.name() : null,
                this == CALL ? contact.phone() : null,
                this == WRITE ? contact.email() : null,
                named && this == VERIFY ? contact.idNumber() : null,
                named && this == VERIFY ? contact.representatives() : List.of(),
                contact.anonymous(),
                contact.preferredContact(),
                contact.language(),
                this == CALL ? contact.phoneWritten() : null,
                this == WRITE ? contact.address() : null,
                contact.remark(),
                named ? contact.through() : null);
    }
}
