package org.redress.intake.tracking.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.redress.intake.petitions.Stage;
import org.redress.intake.tracking.Tracked;

/**
 * The way of a petition.
 *
 * @param receipt the receipt
 * @param asOf time of the answer
 * @param stages the way so far, oldest first
 */
record TrackingAnswer(String receipt, Instant asOf, List<Step> stages) {

    static TrackingAnswer of(Tracked.Shown shown) {
        return new TrackingAnswer(
                shown.receipt(),
                shown.asOf(),
                shown.stages().stream().map(Step::of).toList());
    }

    /**
     * A step.
     *
     * @param stage submitted, registered, accepted, declined, answered or closed
     * @param at when
     */
    record Step(
            @Schema(allowableValues = {"submitted", "registered", "accepted", "declined", "answered", "closed"})
            String stage,

            Instant at) {

        static Step of(Stage stage) {
            return new Step(stage.stage(), stage.at());
        }
    }
}
