package org.redress.routing.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.description.NamesOf;
import org.redress.routing.configuration.Names;
import org.redress.routing.learning.Evaluation;
import org.redress.routing.training.TopicModel;

/**
 * A model of topics.
 *
 * @param number its number, from 1
 * @param state asked, took-effect, not-better, too-few or failed
 * @param askedBy id of the officer who asked for it
 * @param askedAt when, in business time
 * @param forced true when it takes effect even where it is not better
 * @param reason why; absent where nothing was said
 * @param result what was learned; absent until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TopicModelView(
        int number,
        @NamesOf(TopicModel.State.class) String state,
        String askedBy,
        Instant askedAt,
        boolean forced,
        @Nullable String reason,
        @Nullable TopicModelResult result) {

    /**
     * What was learned.
     *
     * @param at when, in business time
     * @param cases cases it was learned from
     * @param heldBack cases it was judged on; no model is ever learned from these
     * @param topics what was learned of each topic
     * @param threshold from which probability on it decides, 0 to 1; above 1 never
     * @param figures how well it judged the cases held back
     * @param comparedWith number of the model that was in effect; absent when none was
     * @param before how well that one judged the same cases
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TopicModelResult(
            Instant at,
            int cases,
            int heldBack,
            List<LearnedTopic> topics,
            @Nullable Double threshold,
            @Nullable TopicModelFigures figures,
            @Nullable Integer comparedWith,
            @Nullable TopicModelFigures before) {

        private static TopicModelResult of(TopicModel.Result result) {
            Evaluation figures = result.figures();
            Evaluation before = result.before();
            return new TopicModelResult(
                    result.at(),
                    result.cases(),
                    result.heldBack(),
                    result.topics().stream()
                            .map(each -> new LearnedTopic(each.topic(), each.cases(), each.terms()))
                            .toList(),
                    result.threshold(),
                    figures == null ? null : TopicModelFigures.of(figures),
                    result.comparedWith(),
                    before == null ? null : TopicModelFigures.of(before));
        }
    }

    /**
     * What was learned of a topic.
     *
     * @param topic code of the topic, of the first level
     * @param cases cases of it that were learned from
     * @param terms what speaks most for it; each was used by several petitioners
     */
    record LearnedTopic(String topic, int cases, List<String> terms) {}

    /**
     * How well cases were judged; each from 0 to 1.
     *
     * @param macroF1 mean over the topics of the harmonic mean of precision and recall
     * @param accuracy share of which the topic was found
     * @param decided share that is decided without a person
     * @param precision share of the decided ones of which the topic was found
     * @param top2 share of which the topic was among the two most probable
     * @param calibrationError mean distance between the probability told and the share found
     */
    record TopicModelFigures(
            double macroF1, double accuracy, double decided, double precision, double top2, double calibrationError) {

        private static TopicModelFigures of(Evaluation of) {
            return new TopicModelFigures(
                    of.macroF1(), of.accuracy(), of.decided(), of.precision(), of.top2(), of.calibrationError());
        }
    }

    static TopicModelView of(TopicModel model) {
        TopicModel.Result result = model.result();
        return new TopicModelView(
                model.number(),
                Names.of(model.state()),
                model.askedBy(),
                model.askedAt(),
                model.forced(),
                model.reason(),
                result == null ? null : TopicModelResult.of(result));
    }
}
