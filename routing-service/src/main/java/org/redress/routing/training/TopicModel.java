package org.redress.routing.training;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.routing.learning.Evaluation;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A model of topics: who asked for it, what it was learned from, how good it is and what became of it. Kept for ever.
 *
 * @param number its number, from 1 without gaps
 * @param state what became of it
 * @param askedBy id of the officer who asked for it
 * @param askedAt when, in business time
 * @param forced true when it is to take effect even where it is not better
 * @param reason why that is so, or why it was asked for; absent where nothing was said
 * @param takenUpAt when an instance began to learn it, by the machine's clock; absent while it waits
 * @param result what was learned; absent until then
 */
@Document("topicModels")
public record TopicModel(
        @Id int number,
        State state,
        String askedBy,
        Instant askedAt,
        boolean forced,
        @Nullable String reason,
        @Nullable Instant takenUpAt,
        @Nullable Result result) {

    /** What becomes of a model. */
    public enum State {
        /** Something a newer version wrote. */
        UNKNOWN,
        /** It is to be learned. */
        ASKED,
        /** It took effect, until a later one did. */
        TOOK_EFFECT,
        /** It is not better than the last and never took effect. */
        NOT_BETTER,
        /** There are too few cases to learn from. */
        TOO_FEW,
        /** Something broke; the log says what. */
        FAILED
    }

    /**
     * What was learned.
     *
     * @param at when, in business time
     * @param cases cases it was learned from
     * @param heldBack cases it was judged on; no model is ever learned from these
     * @param topics what was learned of each topic; empty without a model
     * @param threshold from which probability on it decides; above 1 it never does; absent without a model
     * @param figures how well it judged the cases that were held back; absent without a model
     * @param comparedWith number of the model that was in effect; absent when none was
     * @param before how well that one judged the same cases; absent when there was none
     */
    public record Result(
            Instant at,
            int cases,
            int heldBack,
            List<Learned> topics,
            @Nullable Double threshold,
            @Nullable Evaluation figures,
            @Nullable Integer comparedWith,
            @Nullable Evaluation before) {

        /** Keeps its own copy. */
        public Result {
            topics = List.copyOf(topics);
        }
    }

    /**
     * What was learned of a topic.
     *
     * @param topic code of the topic, of the first level
     * @param cases cases of it that were learned from
     * @param terms what speaks most for it, the heaviest first; each was used by several petitioners
     */
    public record Learned(String topic, int cases, List<String> terms) {

        /** Keeps its own copy. */
        public Learned {
            terms = List.copyOf(terms);
        }
    }

    TopicModel ended(State as, Result learned) {
        return new TopicModel(number, as, askedBy, askedAt, forced, reason, takenUpAt, learned);
    }
}
