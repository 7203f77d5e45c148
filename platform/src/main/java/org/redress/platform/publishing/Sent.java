package org.redress.platform.publishing;

import java.util.Set;

/**
 * What became of events that were handed to the broker. What is in neither set waits for an outage to end.
 *
 * @param acknowledged events the broker has
 * @param held aggregates with an event that fails for what it is; the others are not held up by it
 */
record Sent(Set<PendingEvent> acknowledged, Set<String> held) {}
