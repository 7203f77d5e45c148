package org.redress.routing.training.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.ConflictException;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.routing.training.TopicModels;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The models that find topics: asked for by administrators, read by who oversees them. */
@RestController
@RequestMapping("/api/topic-models")
@PreAuthorize("hasAnyRole('admin', 'supervisor', 'auditor')")
class TopicModelController {

    private final TopicModels models;
    private final InstantSource clock;

    TopicModelController(TopicModels models, InstantSource clock) {
        this.models = models;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param forced true when it is to take effect even where it is not better than the last; false where it is left out
     * @param reason why; needed where it is forced, and kept: no names of petitioners
     */
    record TopicModelAsking(
            @Nullable Boolean forced,
            @Nullable @Size(max = 500) String reason) {

        private boolean isForced() {
            return Boolean.TRUE.equals(forced);
        }

        private @Nullable String said() {
            return reason == null || reason.isBlank() ? null : reason.strip();
        }
    }

    @PostMapping
    @PreAuthorize("hasRole('admin')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask for a model to be learned from the cases whose topic a person decided on")
    @ApiResponse(responseCode = "202", description = "Asked for; the list tells what becomes of it")
    @ApiResponse(responseCode = "400", description = "It is forced without a reason, or fields are wrong")
    @ApiResponse(responseCode = "409", description = "Another is still to be learned")
    TopicModelView ask(@Valid @RequestBody TopicModelAsking asking, Authentication token) {
        if (asking.isForced() && asking.said() == null) {
            throw new InvalidRequestException(List.of(new FieldProblem("reason", "topic-model.wrong.no-reason", null)));
        }
        return models.ask(
                        token.getName(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        asking.isForced(),
                        asking.said())
                .map(TopicModelView::of)
                .orElseThrow(() -> new ConflictException("topic-model.asked"));
    }

    @GetMapping
    @Operation(summary = "List the models, the newest first: who asked, what each was learned from, how good it is")
    List<TopicModelView> all() {
        return models.all().stream().map(TopicModelView::of).toList();
    }
}
