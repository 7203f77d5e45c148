package org.redress.intake.petitions;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step on the way of a petition, as its petitioner sees it.
 *
 * @param stage submitted, registered, accepted, declined, answered or closed, or the name of another step of the case; of
 *     a request supplement-taken, withdrawal-taken or review-request-taken, then supplemented, withdrawn, ask-review or
 *     refused
 * @param at business time of it
 * @param requestId request it belongs to; absent otherwise
 * @param rule rule the request would break; absent when it was not refused
 * @param outcome what it came to, such as supported of an opinion or reached of a contact; absent where that is not told apart
 * @param day day that was promised to the petitioner, where it is about that; absent otherwise
 */
public record Stage(
        String stage,
        Instant at,
        @Nullable String requestId,
        @Nullable String rule,
        @Nullable String outcome,
        @Nullable LocalDate day) {

    static final String SUBMITTED = "submitted";

    static Stage of(String stage, Instant at) {
        return new Stage(stage, at, null, null, null, null);
    }

    static Stage of(String stage, Instant at, String requestId) {
        return new Stage(stage, at, requestId, null, null, null);
    }
}
