package org.redress.intake.requests.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * What is added to a petition.
 *
 * @param receipt the receipt, in any case, with or without separators
 * @param accessCode the access code, likewise
 * @param text the petitioner's words
 * @param redaction true when they ask that words of the petition be blacked out for every reader, and say which
 */
record SupplementRequest(
        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                example = "7K3M9QX2TB",
                maxLength = 64,
                minLength = 1,
                pattern = "\\S")
        @Nullable
        String receipt,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                example = "4H8WZ0N6C2RVEJ5P",
                maxLength = 64,
                minLength = 1,
                pattern = "\\S")
        @Nullable
        String accessCode,

        @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 20_000, minLength = 1, pattern = "\\S") @Nullable
        String text,

        @Schema(defaultValue = "false") @Nullable Boolean redaction) {}
