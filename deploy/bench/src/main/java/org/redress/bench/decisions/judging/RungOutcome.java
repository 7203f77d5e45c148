package org.redress.bench.decisions.judging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A rung of a case.
 *
 * @param name its name
 * @param level levels above the owner's unit; 0 for a reminder before the limit
 * @param dueAt when it had to fire
 * @param firedAt when it fired; absent when it did not
 */
record RungOutcome(
        String name, int level, Instant dueAt, @Nullable Instant firedAt) {

    static final String DUE = "due";

    static RungOutcome of(JsonNode rung) {
        JsonNode fired = rung.path("firedAt");
        return new RungOutcome(
                rung.path("rung").asString(),
                rung.path("level").asInt(),
                Instant.parse(rung.path("dueAt").asString()),
                fired.isString() ? Instant.parse(fired.asString()) : null);
    }

    boolean fired() {
        return firedAt != null;
    }
}
