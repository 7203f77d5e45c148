package org.redress.analytics.turnaround.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.turnaround.TurnaroundProjection;
import org.redress.analytics.turnaround.TurnaroundQuestion;
import org.redress.analytics.volume.web.Audience;
import org.redress.analytics.volume.web.Places;
import org.redress.platform.description.NamesOf;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TurnaroundController {

    private final TurnaroundProjection turnaround;
    private final Places places;
    private final Audience audience;

    TurnaroundController(TurnaroundProjection turnaround, Places places, Audience audience) {
        this.turnaround = turnaround;
        this.places = places;
        this.audience = audience;
    }

    @GetMapping("/api/turnaround")
    @PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
    @Operation(
            summary = "How long cases stand in each stage of the procedure, by unit or topic",
            description =
                    "A stay is the time a case stood in one stage with one unit: it ends when the case leaves the stage or goes to"
                            + " another unit, and counts on that day, by the organisation's calendar, for the unit with which it"
                            + " stood and the topic the case has now. The first stay of a case begins when the organisation received the petition. Days off"
                            + " count, as they do for the petitioner. Stays that are not over do not count, nor does the time after a case"
                            + " has ended. Median, p80 and p95 tell how long the shortest 50, 80 and 95 % of the stays took at most, to"
                            + " within 3 % (half a minute below one minute), since durations are counted in fixed bins. Figures are over the cases the reader may open:"
                            + " for an officer those of the posts the officer holds or stands in for, and of the units these"
                            + " head or keep the petitions of; for supervisors and auditors all. Reports and cases that are kept from somebody are never"
                            + " counted, and nothing is ever told by person.")
    TurnaroundResponse turnaround(
            @NamesOf(TurnaroundQuestion.By.class) @RequestParam String groupBy,
            @Parameter(description = "First day on which a stay ended") @RequestParam(required = false) @Nullable
                    LocalDate from,
            @Parameter(description = "Last day on which a stay ended") @RequestParam(required = false) @Nullable
                    LocalDate to,
            @Parameter(description = "Only with this unit, by its code") @RequestParam(required = false) @Nullable
                    String unit,
            @Parameter(description = "Only this topic and those below it, by its code")
                    @RequestParam(required = false)
                    @Nullable
                    String topic,
            Authentication reader,
            Locale locale) {
        if (from != null && to != null && to.isBefore(from)) {
            throw refused("to", Message.of("field.range"), null);
        }
        return TurnaroundResponse.of(
                turnaround.ask(new TurnaroundQuestion(
                        by(groupBy), from, to, places.unit(unit), places.topics(topic), audience.reading(reader))),
                key -> places.name(groupBy, key, locale));
    }

    private static TurnaroundQuestion.By by(String name) {
        return TurnaroundQuestion.By.named(name)
                .orElseThrow(() -> refused(
                        "groupBy",
                        Message.of("field.invalid"),
                        Message.of(
                                "accepted.one-of",
                                Arrays.stream(TurnaroundQuestion.By.values())
                                        .map(TurnaroundQuestion.By::label)
                                        .collect(Collectors.joining(", ")))));
    }

    private static InvalidRequestException refused(String field, Message problem, @Nullable Message accepted) {
        return new InvalidRequestException(List.of(new FieldProblem(field, problem, accepted)));
    }
}
