package org.redress.routing.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.description.NamesOf;
import org.redress.platform.web.ConflictException;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Caller;
import org.redress.routing.configuration.Names;
import org.redress.routing.emergencies.Emergencies;
import org.redress.routing.emergencies.Emergency;
import org.redress.routing.emergencies.Emergency.Purpose;
import org.redress.routing.emergencies.EmergencyOutcome;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Break-glass: one asks, another confirms, and for an hour the one who asked may open one thing for one purpose. */
@RestController
@RequestMapping("/api/emergencies")
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
class EmergencyController {

    private static final int MOST = 200;

    private final Emergencies emergencies;

    EmergencyController(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    /**
     * What is to be opened, and why.
     *
     * @param petitionId id of the petition
     * @param purpose read, call, write or verify
     * @param reason why it cannot wait for who holds the case
     */
    record Asking(
            @NotBlank @Size(max = 100) String petitionId,

            @NamesOf(Purpose.class) @NotBlank @Size(max = 100)
            String purpose,

            @NotBlank @Size(min = 10, max = 2_000) String reason) {}

    /**
     * An emergency.
     *
     * @param emergencyId its id
     * @param petitionId id of the petition
     * @param purpose read, call, write or verify
     * @param asker id of who asks
     * @param askedAt machine's time
     * @param confirmer id of the second person; absent while it waits
     * @param standing waiting, open or over
     * @param until when it is over, machine's time
     * @param reason why; only where one emergency is read
     */
    record View(
            String emergencyId,
            String petitionId,
            @NamesOf(Purpose.class) String purpose,
            String asker,
            Instant askedAt,
            @Nullable String confirmer,
            @NamesOf(Emergency.State.class) String standing,
            Instant until,
            @Nullable String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "201", description = "Asked for")
    @ApiResponse(responseCode = "409", description = "It does not allow that: rule names why")
    @Operation(summary = "Ask to open in an emergency what is not yours; whether it is there is not told")
    View ask(@Valid @RequestBody Asking body, Authentication token) {
        Purpose purpose = Choices.of(Purpose.class, "purpose", body.purpose());
        return done(emergencies.ask(body.petitionId(), purpose, body.reason(), Readers.of(token)));
    }

    @GetMapping
    @Operation(summary = "List what you asked for and what waits for you as the second person, the newest first")
    List<View> list(Authentication token) {
        return emergencies.of(Readers.of(token), MOST).stream()
                .map(each -> view(each, null))
                .toList();
    }

    @GetMapping("/{emergencyId}")
    @Operation(summary = "Read one and why it is asked for, which is written down")
    View read(@PathVariable String emergencyId, Authentication token) {
        Caller reader = Readers.of(token);
        Emergency found = find(emergencyId, reader);
        return view(found, emergencies.reason(found, reader));
    }

    @PostMapping("/{emergencyId}/confirm")
    @ApiResponse(responseCode = "200", description = "Confirmed")
    @ApiResponse(responseCode = "409", description = "It does not allow that: rule names why")
    @Operation(summary = "Confirm as the second person; who holds the case is told")
    View confirm(@PathVariable String emergencyId, Authentication token) {
        Caller reader = Readers.of(token);
        return done(emergencies.confirm(find(emergencyId, reader), reader));
    }

    private View done(EmergencyOutcome outcome) {
        return switch (outcome) {
            case EmergencyOutcome.Done done -> view(done.emergency(), null);
            case EmergencyOutcome other -> throw refusal(other);
        };
    }

    @PostMapping("/{emergencyId}/open")
    @ApiResponse(responseCode = "200", description = "What was asked for")
    @ApiResponse(responseCode = "409", description = "It does not allow that: rule names why")
    @Operation(summary = "Open what was asked for, once it is confirmed; the petitioner can see it")
    EmergencyOutcome.Opened open(@PathVariable String emergencyId, Authentication token) {
        Caller reader = Readers.of(token);
        return switch (emergencies.open(find(emergencyId, reader), reader)) {
            case EmergencyOutcome.Opened opened -> opened;
            case EmergencyOutcome other -> throw refusal(other);
        };
    }

    private Emergency find(String emergencyId, Caller reader) {
        return emergencies.find(emergencyId, reader).orElseThrow(EmergencyController::notFound);
    }

    private static RefusedException refusal(EmergencyOutcome outcome) {
        return outcome instanceof EmergencyOutcome.Refused(var rule)
                ? new ConflictException("emergency.rule." + Names.of(rule)).with("rule", Names.of(rule))
                : notFound();
    }

    private static RefusedException notFound() {
        return new RefusedException(HttpStatus.NOT_FOUND, Message.of("emergency.not-found"));
    }

    private View view(Emergency emergency, @Nullable String reason) {
        return new View(
                emergency.id(),
                emergency.petitionId(),
                Names.of(emergency.purpose()),
                emergency.asker().officer(),
                emergency.askedAt(),
                emergency.confirmer() == null ? null : emergency.confirmer().officer(),
                Names.of(emergencies.standing(emergency)),
                emergency.until(),
                reason);
    }
}
