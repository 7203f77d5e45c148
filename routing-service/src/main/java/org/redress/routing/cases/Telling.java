package org.redress.routing.cases;

import java.time.Instant;

/**
 * What the petitioner was told by a message, or could not be.
 *
 * @param template which message
 * @param channel by which channel
 * @param at business time
 * @param sent false when the message could not be delivered
 */
public record Telling(String template, String channel, Instant at, boolean sent) {}
