package org.redress.intake.petitions.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.Channel;
import org.redress.intake.petitions.Purpose;
import org.redress.platform.description.NamesOf;

/**
 * A petition as it is handed in.
 *
 * @param channel how it came in; without an adapter's token only {@code web}
 * @param subject heading, one line
 * @param text the petitioner's words
 * @param purpose what it wants; absent means an appeal
 * @param unit code of the unit it is addressed to; absent means the root's petition office
 * @param place where it happened
 * @param about whom it is about
 * @param headCount people behind it; absent means one
 * @param occurredOn day of the matter
 * @param receivedAt when the organisation received it; adapters only
 * @param externalId the adapter's own number, which is also an idempotency key; adapters only
 * @param petitioner who petitions
 * @param counted how many people somebody counted, beside {@code headCount} as the petitioner says; adapters only
 * @param topic code of the topic that somebody chose for it; adapters only
 * @param origin the body outside that sent it; adapters only
 * @param claims what it asks for, one by one
 * @param suggestions what an appeal suggests beside that, one by one; adapters only
 */
public record PetitionRequest(
        @NamesOf(Channel.class) @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String channel,

        @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 200, minLength = 1, pattern = "\\S") @Nullable
        String subject,

        @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 20_000, minLength = 1, pattern = "\\S") @Nullable
        String text,

        @NamesOf(Purpose.class) @Schema(defaultValue = "appeal") @Nullable
        String purpose,

        @Schema(maxLength = 100) @Nullable String unit,
        @Schema(maxLength = 200) @Nullable String place,
        @Nullable List<@Nullable AboutRequest> about,
        @Schema(minimum = "1", defaultValue = "1") @Nullable Integer headCount,

        @Schema(format = "date", example = "2026-03-01") @Nullable
        String occurredOn,

        @Schema(description = "ISO 8601; without an offset in the organisation's zone", example = "2026-03-01T09:30:00")
        @Nullable
        String receivedAt,

        @Schema(maxLength = 100) @Nullable String externalId,
        @Nullable PetitionerRequest petitioner,

        @Schema(
                minimum = "1",
                description = "how many people somebody counted; headCount is what the petitioner says then")
        @Nullable
        Integer counted,

        @Schema(maxLength = 100) @Nullable String topic,
        @Nullable OriginRequest origin,

        @ArraySchema(maxItems = 20, schema = @Schema(maxLength = 500)) @Nullable
        List<@Nullable String> claims,

        @ArraySchema(maxItems = 20, schema = @Schema(maxLength = 500)) @Nullable
        List<@Nullable String> suggestions) {

    /**
     * The body outside that sent it. Its dates are days of its own, which no calendar of ours moves.
     *
     * @param body what it is called
     * @param number the number it gave the petition
     * @param receivedOn day it was received from there; absent means the day on which the petition came
     * @param firstReplyDueOn last day on which it wants a first word
     * @param dueOn last day on which it wants the answer
     * @param returnableUntil last day on which it takes it back with reasons
     */
    public record OriginRequest(
            @Schema(maxLength = 100, requiredMode = RequiredMode.REQUIRED) @Nullable
            String body,

            @Schema(maxLength = 100, requiredMode = RequiredMode.REQUIRED) @Nullable
            String number,

            @Schema(format = "date") @Nullable String receivedOn,
            @Schema(format = "date") @Nullable String firstReplyDueOn,
            @Schema(format = "date") @Nullable String dueOn,
            @Schema(format = "date") @Nullable String returnableUntil) {}

    /**
     * Whom it is about: one of the three, or a plain text instead of the object.
     *
     * @param unit code of a unit
     * @param officer id of an officer
     * @param text the petitioner's own words
     */
    public record AboutRequest(
            @Schema(maxLength = 100) @Nullable String unit,
            @Schema(maxLength = 100) @Nullable String officer,
            @Schema(maxLength = 500) @Nullable String text) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public AboutRequest {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static AboutRequest of(String text) {
            return new AboutRequest(null, null, text);
        }
    }

    /**
     * Who petitions.
     *
     * @param name name
     * @param phone phone number
     * @param email e-mail address
     * @param idNumber number of an identity paper
     * @param representatives names of those who come for all 信访代表, at most five (Reg. 20)
     * @param anonymous true to ask not to be named
     * @param preferredContact how to be reached
     * @param language language of messages
     * @param address where letters go
     * @param remark what to mind when calling or writing
     * @param through who speaks or hands it in for the petitioner
     */
    public record PetitionerRequest(
            @Schema(maxLength = 100) @Nullable String name,

            @Schema(example = "13800138000", maxLength = 254) @Nullable
            String phone,

            @Schema(format = "email", maxLength = 254) @Nullable
            String email,

            @Schema(maxLength = 32) @Nullable String idNumber,
            @Nullable List<@Nullable String> representatives,
            @Nullable Boolean anonymous,

            @Schema(allowableValues = {"phone", "email", "letter"}) @Nullable
            String preferredContact,

            @Schema(
                    allowableValues = {"zh", "en"},
                    defaultValue = "zh")
            @Nullable
            String language,

            @Schema(maxLength = 200) @Nullable String address,
            @Schema(maxLength = 200) @Nullable String remark,
            @Nullable ThroughRequest through) {}

    /**
     * Who speaks or hands it in for the petitioner.
     *
     * @param name name
     * @param relation what they are to the petitioner
     */
    public record ThroughRequest(
            @Schema(maxLength = 100) @Nullable String name,
            @Schema(maxLength = 100) @Nullable String relation) {}
}
