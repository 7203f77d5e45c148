package org.redress.intake.petitions;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionOrigin;

/**
 * A petition whose every field was found right.
 *
 * @param submitter who hands it in
 * @param channel how it came in
 * @param purpose what it wants
 * @param unit code of the unit it is addressed to; absent means the root's petition office
 * @param content subject, text, place and whom it is about
 * @param contact who petitions; absent when nothing was said of them
 * @param headCount people behind it
 * @param occurredOn day of the matter
 * @param receivedAt when the organisation received it; absent means now
 * @param externalId the adapter's own number
 * @param origin the body outside that sent it; absent when none did
 * @param idempotencyKey key of the request
 * @param written days as they were written, by which a repeat is recognised
 */
public record Submission(
        Submitter submitter,
        Channel channel,
        Purpose purpose,
        @Nullable String unit,
        PetitionContent content,
        @Nullable PetitionContact contact,
        HeadCount headCount,
        @Nullable LocalDate occurredOn,
        @Nullable Instant receivedAt,
        @Nullable String externalId,
        @Nullable PetitionOrigin origin,
        @Nullable String idempotencyKey,
        Written written) {

    /**
     * Days as they were written: one that was filled in is another day when the same comes again after midnight.
     *
     * @param receivedAt day the organisation received it; absent when none was written
     * @param originReceivedOn day it was received from the body outside; absent when none was written
     */
    public record Written(
            @Nullable LocalDate receivedAt, @Nullable LocalDate originReceivedOn) {}

    /** How many speak for all; absent when nobody does. */
    @Nullable
    Integer representatives() {
        return contact == null || contact.representatives().isEmpty()
                ? null
                : contact.representatives().size();
    }

    /** True when no name was given, or the petitioner asked not to be named. */
    public boolean anonymous() {
        return contact == null || contact.name() == null || contact.anonymous();
    }

    /** The language the petitioner reads; absent where nothing was said of them. */
    @Nullable
    String language() {
        return contact == null ? null : contact.language();
    }

    /** True where somebody can write to whoever petitions: by e-mail, or by name and address (Reg. 23). */
    boolean reachable() {
        return contact != null && (contact.email() != null || (contact.name() != null && contact.address() != null));
    }
}
