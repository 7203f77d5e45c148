package org.redress.analytics.volume.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.volume.GroupBy;
import org.redress.analytics.volume.Question;
import org.redress.analytics.volume.VolumeReader;
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
class VolumeController {

    private final VolumeReader volumes;
    private final Places places;
    private final Audience audience;

    VolumeController(VolumeReader volumes, Places places, Audience audience) {
        this.volumes = volumes;
        this.places = places;
        this.audience = audience;
    }

    @GetMapping("/api/volume")
    @PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
    @Operation(
            summary = "How many petitions there are, by topic, unit or day",
            description =
                    "Exact figures over the cases the reader may open: for an officer those of the posts the officer holds"
                            + " or stands in for, and of the units these head or keep the petitions of; for supervisors and auditors all. A petition counts on the day the organisation"
                            + " received it, by the organisation's calendar. Reports and cases that are kept from somebody are never counted.")
    VolumeResponse volume(
            @NamesOf(GroupBy.class) @RequestParam String groupBy,
            @Parameter(description = "First day") @RequestParam(required = false) @Nullable LocalDate from,
            @Parameter(description = "Last day") @RequestParam(required = false) @Nullable LocalDate to,
            @Parameter(description = "Only this unit's, by its code") @RequestParam(required = false) @Nullable
                    String unit,
            @Parameter(description = "Only this topic's and those below it, by its code")
                    @RequestParam(required = false)
                    @Nullable
                    String topic,
            Authentication reader,
            Locale locale) {
        if (from != null && to != null && to.isBefore(from)) {
            throw refused("to", Message.of("field.range"), null);
        }
        return VolumeResponse.of(
                volumes.read(new Question(
                        groupBy(groupBy), from, to, unit(unit), places.topics(topic), audience.reading(reader))),
                key -> places.name(groupBy, key, locale));
    }

    private @Nullable Set<String> unit(@Nullable String code) {
        String unit = places.unit(code);
        return unit == null ? null : Set.of(unit);
    }

    private static GroupBy groupBy(String name) {
        return GroupBy.named(name)
                .orElseThrow(() -> refused(
                        "groupBy",
                        Message.of("field.invalid"),
                        Message.of(
                                "accepted.one-of",
                                Arrays.stream(GroupBy.values())
                                        .map(GroupBy::label)
                                        .collect(Collectors.joining(", ")))));
    }

    private static InvalidRequestException refused(String field, Message problem, @Nullable Message accepted) {
        return new InvalidRequestException(List.of(new FieldProblem(field, problem, accepted)));
    }
}
