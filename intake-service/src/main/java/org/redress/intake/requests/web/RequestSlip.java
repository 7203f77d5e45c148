package org.redress.intake.requests.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.redress.intake.petitions.KeptRequest;
import org.redress.intake.petitions.Petition;

/**
 * That a request was taken; what becomes of it, tracking shows.
 *
 * @param receipt receipt of the petition
 * @param requestId id of the request, as in the stages
 * @param takenAt business time it was taken
 */
record RequestSlip(
        @Schema(example = "7K3M9QX2TB") String receipt,

        @Schema(example = "0198f1c2-6e1b-7c3d-9a40-5f0e6b7c8d9e")
        String requestId,

        Instant takenAt) {

    static RequestSlip of(Petition petition, KeptRequest request) {
        return new RequestSlip(petition.receipt(), request.id(), request.at());
    }
}
