package org.redress.analytics.outlook.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.outlook.Outlook;
import org.redress.analytics.outlook.web.OutlookRequests.Told;
import org.redress.analytics.outlook.web.OutlookResponse.OutlookPart;
import org.redress.analytics.outlook.web.OutlookResponse.OutlookWeek;
import org.redress.analytics.outlook.web.OutlookResponse.OutlookWhy;
import org.redress.analytics.outlook.web.OutlookResponse.RunningLimit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class OutlookController {

    private static final String UNIT = "Only this unit and those below it, by its code";
    private static final String TOPIC = "Only this topic and those below it, by its code";

    private final OutlookRequests requests;
    private final OutlookViews views;

    OutlookController(OutlookRequests requests, OutlookViews views) {
        this.requests = requests;
        this.views = views;
    }

    @GetMapping("/api/outlook")
    @Operation(
            summary = "Which limits fall due in the next six weeks, and how many will be missed at today's pace",
            description =
                    "Limits that run, of the cases the reader may open, by the week of their last day. How many will be missed is told"
                            + " from limits of the same kind at the same unit whose last day has passed within 180 days: of those that"
                            + " still ran as many days before it as one of the week does now, how many were missed. Where a unit has"
                            + " fewer than ten such, all count that the reader may see; where these are fewer than ten, nothing is known."
                            + " The intervals are the shortest runs of counts that hold 80 and 95 %. What ended since it was no longer owed"
                            + " counts nowhere, nor do reports and cases that are kept from somebody; nothing is ever told by person.")
    OutlookResponse outlook(
            @Parameter(description = UNIT) @RequestParam(required = false) @Nullable String unit,
            @Parameter(description = TOPIC) @RequestParam(required = false) @Nullable String topic,
            Authentication reader,
            Locale locale) {
        return views.view(requests.told(unit, topic, reader), locale);
    }

    @GetMapping("/api/outlook/why")
    @Operation(
            summary = "Why a week looks so: what its limits fall into, and every limit that is counted",
            description = "There are as many limits as the week has due, or as are late.")
    OutlookWhy why(
            @Parameter(description = "The Monday of the week, or late for what is late already") @RequestParam
                    String week,
            @Parameter(description = UNIT) @RequestParam(required = false) @Nullable String unit,
            @Parameter(description = TOPIC) @RequestParam(required = false) @Nullable String topic,
            Authentication reader) {
        Told told = requests.told(unit, topic, reader);
        Outlook.Week asked = OutlookRequests.week(told.outlook(), week);
        List<Outlook.Part> parts = asked == null ? List.of() : told.outlook().parts(asked, null);
        return new OutlookWhy(
                told.today(),
                asked == null ? null : OutlookWeek.of(asked, Outlook.missed(parts)),
                parts.stream().map(OutlookPart::of).toList(),
                OutlookRequests.clocks(told.outlook(), asked, "").stream()
                        .map(RunningLimit::of)
                        .toList());
    }
}
