package org.redress.analytics.projection.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.redress.analytics.projection.Rebuilds;
import org.redress.analytics.projection.SupersededException;
import org.redress.platform.web.ConflictException;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators fill a projection from the beginning of its topic, as when it is new or counts by other rules. */
@RestController
class RebuildController {

    private final Rebuilds rebuilds;

    RebuildController(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @PostMapping("/internal/rebuild")
    @Operation(
            summary = "Fills a projection from the beginning of its topic, beside the one that is read, and switches")
    Rebuilt rebuild(@Valid @RequestBody Wanted wanted) {
        try {
            return rebuilds.rebuild(wanted.projection())
                    .map(Rebuilt::new)
                    .orElseThrow(() -> new InvalidRequestException(List.of(new FieldProblem(
                            "projection",
                            Message.of("field.invalid"),
                            Message.of("accepted.one-of", String.join(", ", rebuilds.names()))))));
        } catch (SupersededException e) {
            throw new ConflictException("rebuild.superseded");
        }
    }

    /**
     * What is to be built anew.
     *
     * @param projection its name
     */
    record Wanted(@NotBlank String projection) {}

    /**
     * What it came to.
     *
     * @param read records that were read
     */
    record Rebuilt(long read) {}
}
