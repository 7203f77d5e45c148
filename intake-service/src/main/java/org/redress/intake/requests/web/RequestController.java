package org.redress.intake.requests.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.RequestKind;
import org.redress.intake.petitions.web.KeyRules;
import org.redress.intake.petitions.web.Submitters;
import org.redress.intake.requests.Ask;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/tracking/supplement}, {@code /review} and {@code /withdraw}: open to who holds receipt and access code. */
@RestController
@Tag(name = "Tracking", description = "The way of a petition, for who holds its receipt and access code")
class RequestController {

    private static final String KEY =
            "Names the request so that a repeat is recognised; without a token 128 random bits";

    private final RequestDesk desk;
    private final AskRules rules;

    RequestController(RequestDesk desk, AskRules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    @PostMapping(path = "/api/tracking/supplement", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Add to a petition 补充材料",
            description = "Taken at once; whether the case still takes it, tracking shows. It moves no date.")
    @RequestAnswers
    ResponseEntity<RequestSlip> supplement(
            @RequestBody SupplementRequest request,
            @Parameter(description = KEY) @RequestHeader(name = KeyRules.HEADER, required = false) @Nullable
                    String idempotencyKey,
            @Parameter(hidden = true) @Nullable Authentication client) {
        return taken(
                RequestKind.SUPPLEMENT,
                client,
                new AskRules.Fields(
                        request.receipt(),
                        request.accessCode(),
                        request.text(),
                        Boolean.TRUE.equals(request.redaction()),
                        idempotencyKey));
    }

    @PostMapping(path = "/api/tracking/review", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Ask for a review 复查 of the opinion, or a re-review 复核 of the review's",
            description = "Taken at once, and judged by the moment it was taken; what becomes of it, tracking shows.")
    @RequestAnswers
    ResponseEntity<RequestSlip> review(
            @RequestBody ReviewRequest request,
            @Parameter(description = KEY) @RequestHeader(name = KeyRules.HEADER, required = false) @Nullable
                    String idempotencyKey,
            @Parameter(hidden = true) @Nullable Authentication client) {
        return taken(
                RequestKind.ASK_REVIEW,
                client,
                new AskRules.Fields(request.receipt(), request.accessCode(), request.text(), false, idempotencyKey));
    }

    @PostMapping(path = "/api/tracking/withdraw", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Withdraw a petition 撤回",
            description = "Taken at once; whether the case can still be withdrawn, tracking shows.")
    @RequestAnswers
    ResponseEntity<RequestSlip> withdraw(
            @RequestBody WithdrawalRequest request,
            @Parameter(description = KEY) @RequestHeader(name = KeyRules.HEADER, required = false) @Nullable
                    String idempotencyKey,
            @Parameter(hidden = true) @Nullable Authentication client) {
        return taken(
                RequestKind.WITHDRAW,
                client,
                new AskRules.Fields(request.receipt(), request.accessCode(), request.reason(), false, idempotencyKey));
    }

    private ResponseEntity<RequestSlip> taken(
            RequestKind kind, @Nullable Authentication client, AskRules.Fields fields) {
        Ask ask = rules.ask(kind, Submitters.of(client), fields);
        RequestDesk.Taken taken = desk.take(fields.receipt(), fields.accessCode(), ask);
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted();
        return (taken.repeated() ? answer.header(KeyRules.REPLAYED, "true") : answer).body(taken.slip());
    }
}
