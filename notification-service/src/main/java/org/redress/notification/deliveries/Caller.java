package org.redress.notification.deliveries;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Who reads the delivery log. */
public sealed interface Caller {

    /**
     * An officer: only what went to posts of their own, and of restricted cases only what happened since they hold them.
     *
     * @param since business time since when they hold each post, by its id
     */
    record Officer(Map<String, Instant> since) implements Caller {

        /** Their posts. */
        Set<String> posts() {
            return since.keySet();
        }
    }

    /** Whoever sees all units: everything but restricted cases. */
    record Overseer() implements Caller {}
}
