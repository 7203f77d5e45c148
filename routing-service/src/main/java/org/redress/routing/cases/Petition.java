package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Sealed;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.procedure.Purpose;

/**
 * The petition as it came, never changed.
 *
 * @param channel channel
 * @param purpose what it asks for
 * @param addressed unit it names; absent when it names none
 * @param receivedAt when the organisation received it
 * @param takenAt when intake took it
 * @param occurredOn day of the matter, as claimed; absent when not said
 * @param headCount people behind it, from 1
 * @param claimed true while the number is only what the petitioner says: it alarms nobody
 * @param petitioner keyed token of the petitioner; absent when unknown
 * @param receipt what its slip calls it; absent where an older release took it over
 * @param externalId the number that an adapter has for it, such as that of a sheet of the hotline; absent without one
 * @param content subject, text and place, sealed
 * @param contact name and how to reach, sealed; absent when none was given
 * @param claimedHeadCount people as the petitioner says, where an officer counted others; absent otherwise
 * @param recordedBy id of the officer who recorded it at the desk; absent otherwise
 * @param origin the body outside that sent it, with days of its own; absent when none did
 * @param anonymous true where no name was given or it is not to be used; absent in what was stored before it was kept
 * @param representatives how many speak for all, whose names are sealed; absent when nobody does
 * @param suggests true for an appeal that makes suggestions too; absent otherwise
 */
public record Petition(
        String channel,
        Purpose purpose,
        @Nullable String addressed,
        Instant receivedAt,
        Instant takenAt,
        @Nullable LocalDate occurredOn,
        int headCount,
        boolean claimed,
        @Nullable String petitioner,
        @Nullable String receipt,
        @Nullable String externalId,
        Sealed content,
        @Nullable Sealed contact,
        @Nullable Integer claimedHeadCount,
        @Nullable String recordedBy,
        @Nullable PetitionOrigin origin,
        @Nullable Boolean anonymous,
        @Nullable Integer representatives,
        @Nullable Boolean suggests) {

    private static final int GROUP_VISIT_FROM = 5;

    /** Handed in by the petitioner or by an adapter. */
    Petition(
            String channel,
            Purpose purpose,
            @Nullable String addressed,
            Instant receivedAt,
            Instant takenAt,
            @Nullable LocalDate occurredOn,
            int headCount,
            boolean claimed,
            @Nullable String petitioner,
            @Nullable String receipt,
            @Nullable String externalId,
            Sealed content,
            @Nullable Sealed contact) {
        this(
                channel,
                purpose,
                addressed,
                receivedAt,
                takenAt,
                occurredOn,
                headCount,
                claimed,
                petitioner,
                receipt,
                externalId,
                content,
                contact,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What its claims are for: an appeal may suggest something beside. */
    public Set<Purpose> purposes() {
        return purpose == Purpose.APPEAL && Boolean.TRUE.equals(suggests)
                ? Set.of(purpose, Purpose.SUGGESTION)
                : Set.of(purpose);
    }

    /** True for a visit of so many people, as somebody counted, that it is a group visit 集体访: statistics, not law. */
    public boolean isGroupVisit() {
        return channel.equals("visit") && !claimed && headCount >= GROUP_VISIT_FROM;
    }

    /** The token by which the same petitioner is found again; absent where nobody may: who is unknown, or wrote anonymously. */
    @Nullable
    String knownAs() {
        return Boolean.FALSE.equals(anonymous) ? petitioner : null;
    }

    /** The same with the number a person confirmed. */
    Petition confirmed(int people) {
        return new Petition(
                channel,
                purpose,
                addressed,
                receivedAt,
                takenAt,
                occurredOn,
                people,
                false,
                petitioner,
                receipt,
                externalId,
                content,
                contact,
                claimedHeadCount,
                recordedBy,
                origin,
                anonymous,
                representatives,
                suggests);
    }

    static Petition of(PetitionSubmitted submitted, Purpose purpose, Optional<String> petitioner) {
        return new Petition(
                submitted.channel(),
                purpose,
                submitted.unit(),
                submitted.receivedAt(),
                submitted.submittedAt(),
                submitted.occurredOn(),
                submitted.headCount(),
                submitted.headCountClaimed(),
                petitioner.orElse(null),
                submitted.receipt(),
                submitted.externalId(),
                submitted.content(),
                submitted.contact(),
                submitted.claimedHeadCount(),
                submitted.recordedBy(),
                submitted.origin(),
                submitted.anonymous(),
                submitted.representatives(),
                submitted.suggests());
    }
}
