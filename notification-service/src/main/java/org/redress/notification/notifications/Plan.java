package org.redress.notification.notifications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;

/**
 * Who is told what of one event, as decided at that moment.
 *
 * @param id id of the event, or of the digest
 * @param cause wire name of the event, or {@code digest}
 * @param petitionId the petition; absent for a digest
 * @param plannedAt business time of the fact
 * @param standing who might know of the case then
 * @param restricted true when the delivery log shows it to the recipient alone
 * @param facts what the messages may say
 * @param entries the messages, in order
 */
public record Plan(
        String id,
        String cause,
        @Nullable String petitionId,
        Instant plannedAt,
        Visibility standing,
        boolean restricted,
        Facts facts,
        List<Message> entries) {

    /** Cause of a digest, which no event asked for. */
    public static final String DIGEST = "digest";

    /**
     * One message of a plan.
     *
     * @param template which message
     * @param recipient {@code petitioner} or a post
     * @param state planned, waiting, suppressed or digest
     * @param reason why it is not simply planned
     */
    public record Message(
            Template template,
            String recipient,
            Entry.State state,
            @Nullable String reason) {

        /** A message to be sent at once. */
        public static Message planned(Template template, String recipient) {
            return new Message(template, recipient, Entry.State.PLANNED, null);
        }

        /** A line of a digest of the post. */
        public static Message inDigest(Template template, String post) {
            return new Message(template, post, Entry.State.DIGEST, null);
        }
    }

    /** The plan for an event. */
    public static Plan of(Event event, Visibility standing, boolean restricted, Facts facts, List<Message> entries) {
        Head head = event.head();
        return new Plan(
                head.eventId(),
                EventCodec.typeOf(event.getClass()),
                head.petitionId(),
                head.occurredAt(),
                standing,
                restricted,
                facts,
                entries);
    }

    /**
     * A digest of a post; its lines are gathered when it is sent.
     *
     * @param id one for each post and moment, so that there is never a second one
     * @param until business time up to which it gathers
     * @param template what it gathers: {@link Template#DIGEST} or {@link Template#REMINDERS}
     */
    public static Plan digest(String id, String post, Instant until, Template template) {
        return new Plan(
                id,
                DIGEST,
                null,
                until,
                Visibility.UNKNOWN,
                false,
                Facts.NONE,
                List.of(Message.planned(template, post)));
    }

    /** The same, with one message more. */
    public Plan with(Message message) {
        List<Message> all = new ArrayList<>(entries);
        all.add(message);
        return new Plan(id, cause, petitionId, plannedAt, standing, restricted, facts, List.copyOf(all));
    }

    /** The messages as entries to be sent from now on, one for each channel that its recipient is told by. */
    public List<Entry> entriesFrom(Instant realNow) {
        List<Entry> list = new ArrayList<>();
        for (Message message : entries) {
            for (ChannelKind channel : ChannelKind.reaching(message.recipient())) {
                list.add(entry(list.size(), message, channel, realNow));
            }
        }
        return List.copyOf(list);
    }

    private static Entry entry(int number, Message message, ChannelKind channel, Instant realNow) {
        boolean open = message.state() == Entry.State.PLANNED || message.state() == Entry.State.WAITING;
        return new Entry(
                number,
                message.template(),
                channel.key(),
                message.recipient(),
                message.state(),
                0,
                null,
                open ? realNow : null,
                null,
                message.reason(),
                null);
    }
}
