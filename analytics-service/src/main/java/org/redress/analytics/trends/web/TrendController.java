package org.redress.analytics.trends.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.trends.TrendReader;
import org.redress.analytics.trends.TrendStep;
import org.redress.analytics.trends.web.TrendRequests.Asked;
import org.redress.platform.description.NamesOf;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class TrendController {

    private static final String UNIT = "Only this unit's and those below it, by its code";
    private static final String TOPIC = "Only this topic's and those below it, by its code";

    private final TrendRequests requests;
    private final TrendReader trends;
    private final TrendSteps steps;

    TrendController(TrendRequests requests, TrendReader trends, TrendSteps steps) {
        this.requests = requests;
        this.trends = trends;
        this.steps = steps;
    }

    @GetMapping("/api/trends")
    @Operation(
            summary = "How many petitions come by day, week or month, and how many are to be expected",
            description =
                    "Counts are exact, over the cases the reader may open, on the day the organisation received the petition: for an"
                            + " officer those of the posts the officer holds or stands in for, and of the units these head or keep the"
                            + " petitions of; for supervisors and auditors all. What is expected of a step that is over is what was to be"
                            + " expected the moment before it began, from earlier steps alone; steps to come are told as of today. Method:"
                            + " dynamic negative binomial smoothing, with factors for weekdays and for days off by the State Council's"
                            + " notices, and for months once two years are known; averaged over how fast to forget and how far to spread by"
                            + " how well each foretold the steps before. The intervals are the shortest runs of counts that hold 80 and"
                            + " 95 %. Nothing is expected before 28 days, 8 weeks or 6 months are known. What came is known since the first"
                            + " registration, and before it as far back as an imported history tells of at least three days in each four"
                            + " weeks; steps that begin earlier are partial: what is known of them is counted. Reports and cases that are kept"
                            + " from somebody are never counted, and nothing is ever told by person.")
    TrendResponse trends(
            @NamesOf(TrendStep.class) @RequestParam String step,
            @Parameter(description = "First day; 56 days, 26 weeks or 24 months back where left out")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last day; 14 days, 6 weeks or 3 months ahead where left out")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            @Parameter(description = UNIT) @RequestParam(required = false) @Nullable String unit,
            @Parameter(description = TOPIC) @RequestParam(required = false) @Nullable String topic,
            Authentication reader) {
        Asked asked = new Asked(step, text(from), text(to), text(unit), text(topic));
        return TrendResponse.of(step, trends.read(requests.question(asked, reader)));
    }

    @GetMapping("/api/trends/why")
    @Operation(
            summary = "Why a step of a trend is expected to be as it is, and every case it counts",
            description =
                    "There are as many cases as the step counts. Days of the step are weighed by their kinds and months. Factors are"
                            + " those that were known when the expectation was told: of a step that is over, the moment before it began.")
    TrendResponse.TrendWhy why(
            @NamesOf(TrendStep.class) @RequestParam String step,
            @Parameter(description = "A day of the step") @RequestParam LocalDate at,
            @Parameter(description = UNIT) @RequestParam(required = false) @Nullable String unit,
            @Parameter(description = TOPIC) @RequestParam(required = false) @Nullable String topic,
            Authentication reader) {
        TrendSteps.Opened opened =
                steps.open(requests.question(new Asked(step, "", "", text(unit), text(topic)), reader), at);
        return new TrendResponse.TrendWhy(
                step,
                opened.trend().today(),
                TrendResponse.METHOD,
                TrendResponse.TrendPoint.of(opened.point()),
                TrendResponse.TrendBasis.of(opened.point()),
                opened.cases().stream().map(TrendResponse.ReceivedCase::of).toList());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
