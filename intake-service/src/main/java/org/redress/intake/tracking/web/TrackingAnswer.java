package org.redress.intake.tracking.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.KnownStage;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.RequestKind;
import org.redress.intake.petitions.Stage;
import org.redress.platform.description.NamesOf;

/**
 * The way of a petition.
 *
 * @param receipt the receipt
 * @param asOf time of the answer
 * @param stages the way so far, oldest first
 * @param state where the case stands; absent while there is none
 * @param stands the same in a sentence, in the reader's language; absent where there is none for it
 * @param unit name of the unit that has it, in the reader's language; absent where that is not told
 * @param days the days that run, the next one first
 * @param promises what an opinion promised, in order
 * @param asks what may be asked for now, as far as intake knows: supplement, withdraw, ask-review
 */
record TrackingAnswer(
        String receipt,
        Instant asOf,
        List<Step> stages,
        @Schema(example = "registered") @Nullable String state,

        @Nullable String stands,
        @Nullable String unit,
        List<Day> days,
        List<Promise> promises,
        List<String> asks) {

    static TrackingAnswer of(Petition petition, WayAhead.Ahead ahead, Instant asOf, UnaryOperator<String> sentences) {
        return new TrackingAnswer(
                petition.receipt(),
                asOf,
                petition.stages().stream()
                        .map(stage -> Step.of(stage, sentences))
                        .toList(),
                ahead.state(),
                ahead.stands(),
                ahead.unit(),
                ahead.days().stream()
                        .map(day -> new Day(day.kind(), day.dueOn(), day.words(), day.why(), day.late()))
                        .toList(),
                ahead.promises().stream()
                        .map(promise -> new Promise(promise.dueOn(), promise.keptOn()))
                        .toList(),
                ahead.asks().stream().map(RequestKind::wireName).toList());
    }

    /**
     * A day that runs.
     *
     * @param kind name of its limit: notice, handle, simplified, answer, service, ask-review, review, ask-re-review or
     *     re-review
     * @param dueOn the day
     * @param words what happens by then, in the reader's language
     * @param why how it was counted, in the reader's language
     * @param late true where the day has passed and what it is for is still owed
     */
    record Day(@Schema(example = "notice") String kind, LocalDate dueOn, String words, String why, boolean late) {}

    /**
     * A promise of an opinion.
     *
     * @param dueOn day it is promised for
     * @param keptOn day it was kept; absent while it is open
     */
    record Promise(LocalDate dueOn, @Nullable LocalDate keptOn) {}

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
