package org.redress.contracts.submissions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.Sealed;
import org.redress.contracts.WireType;

/**
 * A petition was taken and a receipt given.
 *
 * @param receipt what the petitioner tracks with
 * @param channel letter, visit, phone, web, hotline, box, email, wechat,
 *     on-behalf or forwarded
 * @param purpose suggestion, report, appeal or thanks
 * @param unit code of the unit it was addressed to; absent means the root's petition office
 * @param receivedAt when the organisation received it; an adapter may say an earlier moment than {@code submittedAt}
 * @param submittedAt when intake took it
 * @param occurredOn day of the matter, as claimed
 * @param headCount people behind it, from 1
 * @param headCountClaimed true while nobody confirmed the head-count
 * @param anonymous true when no name was given
 * @param submittedBy client id of the adapter; absent for the public form
 * @param externalId the adapter's own number
 * @param content subject, text, place and whom it is about; field name {@code content}
 * @param contact name, phone, e-mail, id number, preferred contact, language; field name {@code contact}
 * @param claimedHeadCount people as the petitioner says, where an officer counted {@code headCount} of them; absent otherwise
 * @param recordedBy id of the officer who recorded at the desk what came on paper, by telephone or in person; absent
 *     otherwise
 * @param origin the body outside that sent it, with its number and its dates; absent when none did
 * @param representatives how many speak for all 信访代表, whose names are in the contact; absent when nobody does
 * @param suggests true for an appeal that makes suggestions 建议意见 too, which have a limit of their own; absent otherwise
 */
@WireType("petition.submitted.v1")
public record PetitionSubmitted(
        @JsonUnwrapped Head head,
        String receipt,
        String channel,
        String purpose,
        @Nullable String unit,
        Instant receivedAt,
        Instant submittedAt,
        @Nullable LocalDate occurredOn,
        int headCount,
        boolean headCountClaimed,
        boolean anonymous,
        @Nullable String submittedBy,
        @Nullable String externalId,
        Sealed content,
        @Nullable Sealed contact,
        @Nullable Integer claimedHeadCount,
        @Nullable String recordedBy,
        @Nullable PetitionOrigin origin,
        @Nullable Integer representatives,
        @Nullable Boolean suggests)
        implements SubmissionEvent {

    /** An appeal without suggestions, or anything else. */
    public PetitionSubmitted(
            Head head,
            String receipt,
            String channel,
            String purpose,
            @Nullable String unit,
            Instant receivedAt,
            Instant submittedAt,
            @Nullable LocalDate occurredOn,
            int headCount,
            boolean headCountClaimed,
            boolean anonymous,
            @Nullable String submittedBy,
            @Nullable String externalId,
            Sealed content,
            @Nullable Sealed contact,
            @Nullable Integer claimedHeadCount,
            @Nullable String recordedBy,
            @Nullable PetitionOrigin origin,
            @Nullable Integer representatives) {
        this(
                head,
                receipt,
                channel,
                purpose,
                unit,
                receivedAt,
                submittedAt,
                occurredOn,
                headCount,
                headCountClaimed,
                anonymous,
                submittedBy,
                externalId,
                content,
                contact,
                claimedHeadCount,
                recordedBy,
                origin,
                representatives,
                null);
    }

    /** Handed in by the petitioner or by an adapter. */
    public PetitionSubmitted(
            Head head,
            String receipt,
            String channel,
            String purpose,
            @Nullable String unit,
            Instant receivedAt,
            Instant submittedAt,
            @Nullable LocalDate occurredOn,
            int headCount,
            boolean headCountClaimed,
            boolean anonymous,
            @Nullable String submittedBy,
            @Nullable String externalId,
            Sealed content,
            @Nullable Sealed contact) {
        this(
                head,
                receipt,
                channel,
                purpose,
                unit,
                receivedAt,
                submittedAt,
                occurredOn,
                headCount,
                headCountClaimed,
                anonymous,
                submittedBy,
                externalId,
                content,
                contact,
                null,
                null,
                null,
                null);
    }
}
