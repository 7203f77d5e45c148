package org.redress.intake.tracking.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.KnownStage;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.Stage;
import org.redress.platform.description.NamesOf;

/**
 * The way of a petition.
 *
 * @param receipt the receipt
 * @param asOf time of the answer
 * @param stages the way so far, oldest first
 */
record TrackingAnswer(String receipt, Instant asOf, List<Step> stages) {

    static TrackingAnswer of(Petition petition, Instant asOf, UnaryOperator<String> sentences) {
        return new TrackingAnswer(
                petition.receipt(),
                asOf,
                petition.stages().stream()
                        .map(stage -> Step.of(stage, sentences))
                        .toList());
    }

    /**
     * A step.
     *
     * @param stage submitted, registered, accepted, declined, answered, closed or another step of the case; of a request
     *     supplement-taken, withdrawal-taken or review-request-taken, then supplemented, withdrawn, ask-review or refused
     * @param at when
     * @param requestId the request it belongs to; absent otherwise
     * @param reason why the request was refused, in the reader's language; absent otherwise
     * @param outcome what it came to, such as supported of an opinion or reached of a contact; absent where that is not told
     *     apart
     * @param day day that was promised to the petitioner, where it is about that; absent otherwise
     */
    record Step(
            @NamesOf(KnownStage.class)
            @Schema(
                    description =
                            "What happened. A later version may know more: take one that you do not know for a step"
                                    + " of the case that has no name yet.",
                    example = "registered")
            String stage,

            Instant at,
            @Nullable String requestId,
            @Nullable String reason,
            @Nullable String outcome,
            @Nullable LocalDate day) {

        static Step of(Stage stage, UnaryOperator<String> sentences) {
            String rule = stage.rule();
            return new Step(
                    stage.stage(),
                    stage.at(),
                    stage.requestId(),
                    rule == null ? null : sentences.apply(rule),
                    stage.outcome(),
                    stage.day());
        }
    }
}
