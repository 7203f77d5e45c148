package org.redress.intake.tracking.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.web.Findings;
import org.redress.intake.tracking.Unsealings;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/tracking}: receipt and access code in the body, never in an address that is logged. */
@RestController
@Tag(name = "Tracking", description = "The way of a petition, for who holds its receipt and access code")
class TrackingController {

    private final SlipRules slips;
    private final WayAhead wayAhead;
    private final Unsealings unsealings;
    private final InstantSource clock;
    private final RequestSentences sentences;

    TrackingController(
            SlipRules slips,
            WayAhead wayAhead,
            Unsealings unsealings,
            InstantSource clock,
            RequestSentences sentences) {
        this.slips = slips;
        this.wayAhead = wayAhead;
        this.unsealings = unsealings;
        this.clock = clock;
        this.sentences = sentences;
    }

    @PostMapping(path = "/api/tracking", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Show the way of a petition")
    @ApiResponse(
            responseCode = "200",
            description = "The stages so far, oldest first, where the case stands, and the days that run")
    @SlipAnswers
    TrackingAnswer track(@RequestBody TrackingRequest request, Locale locale) {
        Petition petition = petitionOf(request);
        slips.count("shown");
        return TrackingAnswer.of(
                petition, wayAhead.of(petition, locale), clock.instant(), rule -> sentences.sentence(rule, locale));
    }

    @PostMapping(path = "/api/tracking/unsealings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Show who has opened what the petition says and who petitions, by role and time")
    @ApiResponse(responseCode = "200", description = "Each opening, oldest first")
    @SlipAnswers
    List<Unsealings.Line> unsealings(@RequestBody TrackingRequest request, Locale locale) {
        return unsealings.of(petitionOf(request).id(), locale);
    }

    private Petition petitionOf(TrackingRequest request) {
        Findings findings = new Findings();
        SlipRules.check(findings, request.receipt(), request.accessCode());
        findings.settle();
        return slips.petitionOf(request.receipt(), request.accessCode());
    }
}
