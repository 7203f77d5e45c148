package org.redress.intake.requests.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * The withdrawal of a petition.
 *
 * @param receipt the receipt, in any case, with or without separators
 * @param accessCode the access code, likewise
 * @param reason why, in the petitioner's words; may be left out
 */
record WithdrawalRequest(
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

        @Schema(maxLength = 20_000) @Nullable String reason) {}
