package org.redress.analytics.turnaround.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.turnaround.ProcessReader;
import org.redress.analytics.turnaround.web.ProcessRequests.Asked;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class ProcessController {

    private final ProcessRequests requests;
    private final ProcessReader processes;

    ProcessController(ProcessRequests requests, ProcessReader processes) {
        this.requests = requests;
        this.processes = processes;
    }

    @GetMapping("/api/process")
    @Operation(
            summary =
                    "How cases go from stage to stage and from unit to unit, how long they stand, and where limits pass",
            description =
                    "Stays are counted as by /api/turnaround, on the day they ended, and durations told to within 3 %. A move is told with"
                            + " the time of the stay before it, a hand-over between units as well; it stays as it was, whatever the case"
                            + " does later. A limit counts as passed in the"
                            + " stage in which its case stood at the end of its last day, whether it was met later or still runs. What"
                            + " stands in a stage now is told as of now, whatever the period. Over the cases the reader may open;"
                            + " reports and cases that are kept from somebody are never counted, and nothing is ever told by person.")
    ProcessResponse process(
            @Parameter(description = "What stages are broken down by: unit or topic")
                    @RequestParam(defaultValue = "unit")
                    String by,
            @Parameter(description = "First day; 90 days before the last where left out")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last day; today where left out") @RequestParam(required = false) @Nullable
                    LocalDate to,
            @Parameter(description = "Only with this unit and those below it, by its code")
                    @RequestParam(required = false)
                    @Nullable
                    String unit,
            @Parameter(description = "Only this topic and those below it, by its code")
                    @RequestParam(required = false)
                    @Nullable
                    String topic,
            Authentication reader) {
        ProcessReader.Question question =
                requests.question(new Asked(by, text(from), text(to), text(unit), text(topic)), reader);
        return ProcessResponse.of(processes.span(question), processes.read(question));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
