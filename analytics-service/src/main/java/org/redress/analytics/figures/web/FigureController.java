package org.redress.analytics.figures.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.figures.Figure;
import org.redress.analytics.figures.FigureReader;
import org.redress.analytics.figures.FigureSettings;
import org.redress.analytics.figures.FigureSettings.FigureSet;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class FigureController {

    private static final String SET = "Code of the set of definitions, such as A";
    private static final String PERIOD =
            "Month, quarter or year, such as 2026-11, 2026-Q4 or 2026; this month where left out";
    private static final String UNIT = "Only this unit and those below it, by its code";

    private final FigureRequests requests;
    private final FigureReader figures;
    private final FigureSettings settings;
    private final FigureWords words;

    FigureController(FigureRequests requests, FigureReader figures, FigureSettings settings, FigureWords words) {
        this.requests = requests;
        this.figures = figures;
        this.settings = settings;
        this.words = words;
    }

    @GetMapping("/api/figures")
    @Operation(
            summary = "The figures an office is judged by, by one of the sets of definitions",
            description =
                    "Exact figures over the cases the reader may open: for an officer those of the posts the officer holds or"
                            + " stands in for, and of the units these head or keep the petitions of; for supervisors and auditors"
                            + " all. Each figure comes with what it counts, in words made of its definition, and with what stands"
                            + " beside it. A repeat is a piece of the same petitioner's token and topic after another; since the"
                            + " token is another one each year, it is known within a calendar year alone. Reports and cases that are"
                            + " kept from somebody are in no figure, and nothing is ever told by person.")
    FiguresResponse figures(
            @Parameter(description = SET) @RequestParam String set,
            @Parameter(description = PERIOD) @RequestParam(required = false) @Nullable String period,
            @Parameter(description = UNIT) @RequestParam(required = false) @Nullable String unit,
            Authentication reader,
            Locale locale) {
        FigureSet wanted = requests.set(set);
        FigureReader.Question question = requests.question(period, unit, reader);
        List<Figure> computed = figures.compute(List.of(wanted), question).getFirst();
        return new FiguresResponse(
                wanted.code(),
                question.period().written(),
                question.period().from(),
                question.period().to(),
                figures.today(),
                computed.stream()
                        .map(figure -> FiguresResponse.FigureLine.of(figure, words, locale))
                        .toList());
    }

    @GetMapping("/api/figures/{name}/why")
    @Operation(
            summary = "Why a figure is what it is: its definition, and every case it counts over",
            description =
                    "The amounts of the cases sum up to the numerator, and there are as many as the denominator says. Of each"
                            + " case the facts are told by which it is judged. A case whose facts somebody changed in the database"
                            + " is marked as altered: compare with deploy/redress verify, mend with deploy/redress rebuild figures.")
    FiguresResponse.Why why(
            @PathVariable String name,
            @Parameter(description = SET) @RequestParam String set,
            @Parameter(description = PERIOD) @RequestParam(required = false) @Nullable String period,
            @Parameter(description = UNIT) @RequestParam(required = false) @Nullable String unit,
            Authentication reader,
            Locale locale) {
        FigureSet wanted = requests.set(set);
        FigureReader.Question question = requests.question(period, unit, reader);
        Figure figure = figures.compute(requests.definition(wanted, name), question);
        return FiguresResponse.Why.of(
                wanted.code(),
                question.period(),
                figures.today(),
                figure,
                settings,
                FiguresResponse.FigureLine.of(figure, words, locale));
    }
}
