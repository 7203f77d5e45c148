package org.redress.intake.tracking.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.IntakeMetric;
import org.redress.intake.tracking.TrackPetition;
import org.redress.intake.tracking.Tracked;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/tracking}: receipt and access code in the body, never in an address that is logged. */
@RestController
@Tag(name = "Tracking", description = "The way of a petition, for who holds its receipt and access code")
class TrackingController {

    private static final int LONGEST = 64;

    private final TrackPetition trackPetition;
    private final MeterRegistry meters;

    TrackingController(TrackPetition trackPetition, MeterRegistry meters) {
        this.trackPetition = trackPetition;
        this.meters = meters;
    }

    @PostMapping(path = "/api/tracking", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Show the way of a petition")
    @ApiResponse(responseCode = "200", description = "The stages so far, oldest first")
    @ApiResponse(responseCode = "400", description = "A field is missing or wrong")
    @ApiResponse(
            responseCode = "404",
            description = "No petition has this receipt and access code; which of the two is wrong is not told")
    @ApiResponse(
            responseCode = "429",
            description = "Five wrong tries with this receipt within the hour; Retry-After says when to come back")
    @ApiResponse(responseCode = "503", description = "Not possible right now; Retry-After says when to come back")
    TrackingAnswer track(@RequestBody TrackingRequest request) {
        List<FieldProblem> problems = new ArrayList<>();
        String receipt = required(problems, "receipt", request.receipt());
        String accessCode = required(problems, "accessCode", request.accessCode());
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return answer(trackPetition.track(receipt, accessCode));
    }

    private TrackingAnswer answer(Tracked tracked) {
        return switch (tracked) {
            case Tracked.Shown shown -> {
                count("shown");
                yield TrackingAnswer.of(shown);
            }
            case Tracked.Wrong() -> {
                count("wrong");
                throw new RefusedException(HttpStatus.NOT_FOUND, Message.of("tracking.wrong"));
            }
            case Tracked.Locked(Duration retryAfter) -> {
                count("locked");
                throw new RefusedException(HttpStatus.TOO_MANY_REQUESTS, Message.of("tracking.locked"))
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds() + 1));
            }
        };
    }

    private static String required(List<FieldProblem> problems, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            problems.add(new FieldProblem(field, "field.missing", "accepted." + field));
        } else if (value.length() > LONGEST) {
            problems.add(
                    new FieldProblem(field, Message.of("field.too-long", LONGEST), Message.of("accepted." + field)));
        }
        return value == null ? "" : value;
    }

    private void count(String outcome) {
        meters.counter(IntakeMetric.TRACKING.metricName(), "outcome", outcome).increment();
    }
}
