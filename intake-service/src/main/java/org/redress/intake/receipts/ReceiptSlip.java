package org.redress.intake.receipts;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What the petitioner takes home.
 *
 * @param petitionId id of the petition
 * @param receipt number to ask with; ten characters, the last one a check character
 * @param accessCode secret to ask with; never part of an address
 */
public record ReceiptSlip(
        @Schema(example = "0198f1c2-6e1b-7c3d-9a40-5f0e6b7c8d9e")
        String petitionId,

        @Schema(example = "7K3M9QX2TB") String receipt,
        @Schema(example = "4H8WZ0N6C2RVEJ5P") String accessCode) {}
