package org.redress.intake.petitions.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.IntakeMetric;
import org.redress.intake.petitions.Submission;
import org.redress.intake.petitions.SubmitPetition;
import org.redress.intake.petitions.Submitted;
import org.redress.intake.petitions.Submitter;
import org.redress.intake.receipts.ReceiptSlip;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.http.HttpStatus;
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

    private final SubmissionRules rules;
    private final SubmitPetition submitPetition;
    private final MeterRegistry meters;

    PetitionController(SubmissionRules rules, SubmitPetition submitPetition, MeterRegistry meters) {
        this.rules = rules;
        this.submitPetition = submitPetition;
        this.meters = meters;
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
        return answer(submitPetition.submit(checked(request, Submitters.of(client), idempotencyKey)));
    }

    private Submission checked(PetitionRequest request, Submitter submitter, @Nullable String idempotencyKey) {
        try {
            return rules.check(request, submitter, idempotencyKey);
        } catch (InvalidRequestException refused) {
            count("refused");
            throw refused;
        }
    }

    private ResponseEntity<ReceiptSlip> answer(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Taken(ReceiptSlip slip) -> {
                count("taken");
                yield ResponseEntity.accepted().body(slip);
            }
            case Submitted.Repeated(ReceiptSlip slip) -> {
                count("repeated");
                yield ResponseEntity.accepted()
                        .header(KeyRules.REPLAYED, "true")
                        .body(slip);
            }
            case Submitted.KeyTaken(String key, String firstReceipt) -> {
                count("key-taken");
                throw new InvalidRequestException(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                List.of(new FieldProblem(key, Message.of("field.key-taken", firstReceipt), null)))
                        .with("receipt", firstReceipt);
            }
        };
    }

    private void count(String outcome) {
        meters.counter(IntakeMetric.SUBMISSIONS.metricName(), "outcome", outcome)
                .increment();
    }
}
