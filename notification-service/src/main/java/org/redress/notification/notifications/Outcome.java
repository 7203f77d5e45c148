package org.redress.notification.notifications;

/** What became of one try to send a message. */
public sealed interface Outcome {

    /** Handed to the channel, which knows it by this id. */
    record Sent(String messageId) implements Outcome {}

    /** Refused for good. */
    record Refused(String reason) implements Outcome {}

    /** Not to be sent at all. */
    record Suppressed(String reason) implements Outcome {}

    /** Not taken by the channel, to be tried again: patience counts from the first of these. */
    record Later(String reason) implements Outcome {}

    /** The same, and what the channel leads to is away or hangs: nothing more is tried there for a while. */
    record Away(String reason) implements Outcome {}

    /** Not to be written yet, so that the channel was not tried: patience counts from the plan. */
    record Unready(String reason) implements Outcome {}

    /** Not for this lane: it turned out whom the recipient means, who is told at once. */
    record Addressed(String recipient) implements Outcome {}

    /** Nothing was tried, since the channel was out of reach: it counts as no try. */
    record Untried() implements Outcome {}
}
