package org.redress.notification.deliveries;

import java.util.Set;

/** Who reads the delivery log. */
public sealed interface Reader {

    /** An officer: only what went to posts of their own. */
    record Officer(Set<String> posts) implements Reader {}

    /** Whoever sees all units: everything but restricted cases. */
    record Overseer() implements Reader {}
}
