package org.redress.notification.petitions;

import org.jspecify.annotations.Nullable;
import org.redress.contracts.Sealed;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.submissions.PetitionReviewRequested;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;
import org.redress.contracts.submissions.SubmissionEvent;
import org.redress.notification.notifications.Visibility;

/**
 * A petition as far as its events were seen.
 *
 * @param id its id
 * @param submitted true when its submission was seen
 * @param receipt what the petitioner tracks with
 * @param sealed the contact; opened only when a message is sent
 * @param standing who may know of the case now
 * @param unit code of the unit that answers for it
 * @param owner post that answers for it
 * @param submittedBy client id of the adapter that submitted it; absent for the public form
 * @param externalId that adapter's own number for it
 */
public record KnownPetition(
        String id,
        boolean submitted,
        @Nullable String receipt,
        @Nullable Sealed sealed,
        Visibility standing,
        @Nullable String unit,
        @Nullable String owner,
        @Nullable String submittedBy,
        @Nullable String externalId) {

    /** What is known of the way to the petitioner. */
    public enum Contact {
        /** The submission was not seen yet. */
        UNKNOWN,
        /** The petitioner left none. */
        NONE,
        /** There is one; whether it holds an address shows when it is opened. */
        SEALED
    }

    /** A petition of which nothing was seen. */
    public static KnownPetition unseen(String id) {
        return new KnownPetition(id, false, null, null, Visibility.UNKNOWN, null, null, null, null);
    }

    /** What is known of the way to the petitioner. */
    public Contact contact() {
        if (!submitted) {
            return Contact.UNKNOWN;
        }
        return sealed == null ? Contact.NONE : Contact.SEALED;
    }

    /** The same after an event of the petition. */
    public KnownPetition after(SubmissionEvent event) {
        return switch (event) {
            case PetitionSubmitted it ->
                new KnownPetition(
                        id, true, it.receipt(), it.contact(), standing, unit, owner, it.submittedBy(), it.externalId());
            case PetitionSupplemented it -> this;
            case PetitionWithdrawn it -> this;
            case PetitionReviewRequested it -> this;
        };
    }

    /** The same after an event of the case. */
    public KnownPetition after(CaseEvent event) {
        Visibility now = Visibility.of(event);
        return switch (event) {
            case CaseRegistered it -> handledBy(now, it.unit(), it.owner());
            case CaseStepTaken it -> handledBy(now, it.unit(), it.owner());
            default -> handledBy(now, unit, owner);
        };
    }

    private KnownPetition handledBy(Visibility now, @Nullable String itsUnit, @Nullable String itsOwner) {
        return new KnownPetition(id, submitted, receipt, sealed, now, itsUnit, itsOwner, submittedBy, externalId);
    }
}
