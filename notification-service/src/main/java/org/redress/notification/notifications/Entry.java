package org.redress.notification.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient.
 *
 * @param number place in its notification, from 0; together with the notification's id it names the message for ever
 * @param template which message
 * @param channel what carries it, see {@link ChannelKind}
 * @param recipient {@code petitioner}, {@code outside}, {@code adapter} (and which one) or the id of a post
 * @param state where it stands
 * @param attempts tries so far that ended neither sent nor refused
 * @param triedSince real time of the first try that the channel did not take; absent before it
 * @param nextAttemptAt real time of the next try; absent when there is none
 * @param messageId id the channel knows it by; a line of a digest has the digest's
 * @param reason why it was not sent, or not yet; never an address or a name
 * @param digest id of the digest that lists it, for a digest's line
 */
public record Entry(
        int number,
        Template template,
        String channel,
        String recipient,
        State state,
        int attempts,
        @Nullable Instant triedSince,
        @Nullable Instant nextAttemptAt,
        @Nullable String messageId,
        @Nullable String reason,
        @Nullable String digest) {

    /** The recipient that is not a post. */
    public static final String PETITIONER = "petitioner";

    /** Who is told of a case that nobody in the organisation can have: a configured address, no post. */
    public static final String OUTSIDE = "outside";

    /** The adapter that submitted the petition, while that is not known; once it is, its name follows a colon. */
    public static final String ADAPTER = "adapter";

    /** Where a message stands. */
    public enum State {
        /** To be sent. */
        PLANNED,
        /** To be tried again: the contact is not known yet, or the channel did not take it. */
        WAITING,
        /** Handed to the channel. */
        SENT,
        /** Refused for good, or given up. */
        FAILED,
        /** Not to be sent: there is no address, or the recipient may no longer know of the case. */
        SUPPRESSED,
        /** Told as a line of the recipient's daily digest. */
        DIGEST
    }

    /** True while somebody still has to act on it. */
    public boolean open() {
        return state == State.PLANNED || state == State.WAITING;
    }

    /** True for messages to the petitioner. */
    public boolean toPetitioner() {
        return PETITIONER.equals(recipient);
    }

    /** True for messages to the configured address. */
    public boolean toOutside() {
        return OUTSIDE.equals(recipient);
    }

    /** Name of the lane in which it waits. */
    public String lane() {
        return ChannelKind.of(channel).map(kind -> kind.lane(recipient)).orElse(channel);
    }

    boolean dueAt(Instant realNow) {
        return open() && (nextAttemptAt == null || !nextAttemptAt.isAfter(realNow));
    }

    Entry sent(String id) {
        return new Entry(
                number, template, channel, recipient, State.SENT, attempts, triedSince, null, id, null, digest);
    }

    Entry ended(State end, String why) {
        return new Entry(number, template, channel, recipient, end, attempts, triedSince, null, messageId, why, digest);
    }

    Entry tried(Instant since) {
        return new Entry(
                number, template, channel, recipient, state, attempts, since, nextAttemptAt, messageId, reason, digest);
    }

    Entry again(String why, Instant at) {
        return new Entry(
                number,
                template,
                channel,
                recipient,
                State.WAITING,
                attempts + 1,
                triedSince,
                at,
                messageId,
                why,
                digest);
    }

    /** To be sent to who turned out to be meant. */
    Entry to(String meant, Instant realNow) {
        return new Entry(number, template, channel, meant, State.PLANNED, 0, null, realNow, messageId, null, digest);
    }

    /** As if it had never been tried. */
    Entry anew(Instant realNow) {
        return new Entry(
                number, template, channel, recipient, State.PLANNED, 0, null, realNow, messageId, null, digest);
    }
}
