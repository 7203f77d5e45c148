package org.redress.intake.petitions.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.receipts.ReceiptSlip;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/petitions}: open to everybody; an adapter's token widens what is believed. */
@RestController
@Tag(name = "Petitions", description = "Handing a petition in")
class PetitionController {

    private final PetitionDoor door;

    PetitionController(PetitionDoor door) {
        this.door = door;
    }

    @PostMapping(path = "/api/petitions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Hand a petition in",
            description = "Without a token the channel is web, and receivedAt and externalId are not accepted.")
    @ApiResponse(
            responseCode = "202",
            description = "Taken and kept; the same answer on a repeat with the same key and content",
            headers =
                    @Header(
                            name = KeyRules.REPLAYED,
                            description = "true when it was taken before",
                            schema = @Schema(type = "boolean")))
    @ApiResponse(
            responseCode = "422",
            description = "The key was used for other content; the member receipt names the first petition")
    ResponseEntity<ReceiptSlip> submit(
            @RequestBody PetitionRequest request,
            @Parameter(
                            description =
                                    "Names the request so that a repeat is recognised; without a token 128 random bits")
                    @RequestHeader(name = KeyRules.HEADER, required = false)
                    @Nullable
                    String idempotencyKey,
            @Parameter(hidden = true) @Nullable Authentication client) {
        PetitionDoor.Receipt receipt = door.submit(request, Submitters.of(client), idempotencyKey);
        ResponseEntity.BodyBuilder accepted = ResponseEntity.accepted();
        return (receipt.repeated() ? accepted.header(KeyRules.REPLAYED, "true") : accepted).body(receipt.slip());
    }
}
