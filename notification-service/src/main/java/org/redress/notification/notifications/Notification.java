package org.redress.notification.notifications;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.deliveries.ContactOpened;
import org.redress.contracts.deliveries.NotificationFailed;
import org.redress.contracts.deliveries.NotificationSent;
import org.redress.platform.publishing.Aggregate;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** What one event makes known to whom: planned once, its messages then sent one by one. */
@Document(Notification.COLLECTION)
@CompoundIndex(name = "dueByLane", def = "{'due.$**': 1}")
@CompoundIndex(name = "openByLane", def = "{'open.$**': 1}")
@CompoundIndex(name = "due", def = "{'dueAt': 1}", partialFilter = "{'dueAt': {'$exists': true}}")
@CompoundIndex(name = "digests", def = "{'entries.digest': 1}", partialFilter = "{'entries.digest': {'$exists': true}}")
@CompoundIndex(name = "undigested", def = "{'undigested': 1, 'plannedAt': 1}")
@CompoundIndex(name = "log", def = "{'plannedAt': -1, '_id': -1}")
@CompoundIndex(name = "petition", def = "{'petitionId': 1, 'plannedAt': -1, '_id': -1}")
@CompoundIndex(name = "recipient", def = "{'entries.recipient': 1, 'plannedAt': -1, '_id': -1}")
@CompoundIndex(name = "state", def = "{'entries.state': 1, 'plannedAt': -1, '_id': -1}")
public final class Notification extends Aggregate {

    /** Its collection. */
    public static final String COLLECTION = "notifications";

    private String cause;
    private @Nullable String petitionId;
    private Instant plannedAt;
    private Visibility standing;
    private boolean restricted;
    private boolean traceable;
    private Facts facts;
    private List<Entry> entries;
    private List<String> undigested;
    private Map<String, Instant> open = new HashMap<>();
    private Map<String, Instant> due = new HashMap<>();
    private Map<String, String> claims = new HashMap<>();

    /** A plan as it was decided; its messages are due at once, in real time. */
    public Notification(Plan plan, Instant realNow) {
        super(plan.id());
        this.cause = plan.cause();
        this.petitionId = plan.petitionId();
        this.plannedAt = plan.plannedAt();
        this.standing = plan.standing();
        this.restricted = plan.restricted();
        this.facts = plan.facts();
        this.entries = plan.entriesFrom(realNow);
        this.undigested = entries.stream()
                .filter(entry -> entry.state() == Entry.State.DIGEST)
                .map(Entry::recipient)
                .distinct()
                .toList();
        entries.stream().map(Entry::lane).forEach(lane -> {
            open.put(lane, realNow);
            release(lane);
        });
    }

    @SuppressWarnings({"NullAway.Init", "unused"}) // made by the mapping
    private Notification() {}

    /** Its messages are told in the petition's trace, as the event is that asked for it. */
    void trace() {
        traceable = true;
    }

    @Override
    protected boolean isTraceable() {
        return traceable;
    }

    /** Wire name of the event that asked for it, or {@code digest}. */
    public String cause() {
        return cause;
    }

    /** The petition; absent for a digest. */
    public @Nullable String petitionId() {
        return petitionId;
    }

    /** Business time of the fact; for a digest the moment up to which it gathers. */
    public Instant plannedAt() {
        return plannedAt;
    }

    /** Who might know of the case when it was planned. */
    public Visibility standing() {
        return standing;
    }

    /** True when the delivery log shows it to its recipients alone. */
    public boolean restricted() {
        return restricted;
    }

    /** What its messages may say. */
    public Facts facts() {
        return facts;
    }

    /** Its messages. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Those of a lane to be tried now, in real time. */
    public List<Entry> due(String lane, Instant realNow) {
        return entries.stream()
                .filter(entry -> entry.lane().equals(lane) && entry.dueAt(realNow))
                .toList();
    }

    /** Real time from which on a lane has to act on it, or the lane's claim on it lapses; absent when all is done there. */
    public @Nullable Instant dueAt(String lane) {
        return due.get(lane);
    }

    /** Who works on its messages of a lane. */
    public @Nullable String claim(String lane) {
        return claims.get(lane);
    }

    /** Posts whose daily digest has not gathered it yet. */
    public List<String> undigested() {
        return List.copyOf(undigested);
    }

    /** The name of a message for ever, as in the delivery log. */
    public String entryId(int number) {
        return id() + "." + number;
    }

    /** The name of the message with this id as a channel tells it: always the same, so that a second copy shows itself. */
    public static UUID nameOf(String entryId) {
        return UUID.nameUUIDFromBytes(entryId.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Tells that the petitioner's contact is about to be opened to address a message.
     *
     * @param now business time
     */
    public void opening(int number, Instant now) {
        record(new ContactOpened(
                nextHead(petitionId, now), id(), entries.get(number).template().key()));
    }

    /**
     * Notes what became of a try; a message that has ended stays as it is.
     *
     * @param now business time
     * @param realNow real time, for the next try
     */
    public void settle(int number, Outcome outcome, Instant now, Instant realNow, Backoff backoff) {
        Entry entry = entries.get(number);
        if (!entry.open()) {
            return;
        }
        switch (outcome) {
            case Outcome.Sent sent -> sent(entry, sent.messageId(), now);
            case Outcome.Refused refused -> failed(entry, refused.reason(), now);
            case Outcome.Suppressed suppressed -> replace(entry.ended(Entry.State.SUPPRESSED, suppressed.reason()));
            case Outcome.Later later -> tried(entry, later.reason(), now, realNow, backoff);
            case Outcome.Away away -> tried(entry, away.reason(), now, realNow, backoff);
            case Outcome.Unready unready ->
                later(entry, open.get(entry.lane()), unready.reason(), now, realNow, backoff);
            case Outcome.Addressed addressed -> begin(entry.to(addressed.recipient(), realNow), realNow);
            case Outcome.Untried untried -> {}
        }
    }

    /** A lane lets go of it, so that what is still open there is taken again when it is due. */
    public void release(String lane) {
        claims.remove(lane);
        entries.stream()
                .filter(entry -> entry.lane().equals(lane) && entry.open())
                .map(Entry::nextAttemptAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresentOrElse(next -> due.put(lane, next), () -> {
                    due.remove(lane);
                    open.remove(lane);
                });
    }

    /**
     * Has a message that failed sent as if it had never been tried; what stands otherwise stays as it is.
     *
     * @return whether it had failed
     */
    public boolean sendAgain(int number, Instant realNow) {
        Entry entry = entries.get(number);
        if (entry.state() != Entry.State.FAILED) {
            return false;
        }
        begin(entry.anew(realNow), realNow);
        return true;
    }

    private void begin(Entry entry, Instant realNow) {
        replace(entry);
        open.put(entry.lane(), realNow);
        if (!claims.containsKey(entry.lane())) {
            due.put(entry.lane(), realNow);
        } // else who works on it lets go of it, and then it is due
    }

    private void sent(Entry entry, String messageId, Instant now) {
        record(new NotificationSent(
                nextHead(petitionId, now),
                id(),
                entry.template().key(),
                entry.channel(),
                entry.recipient(),
                messageId,
                now));
        replace(entry.sent(messageId));
    }

    private void failed(Entry entry, String reason, Instant now) {
        record(new NotificationFailed(
                nextHead(petitionId, now), id(), entry.template().key(), entry.channel(), entry.recipient(), reason));
        replace(entry.ended(Entry.State.FAILED, reason));
    }

    private void tried(Entry entry, String reason, Instant now, Instant realNow, Backoff backoff) {
        Instant since = entry.triedSince() == null ? realNow : entry.triedSince();
        later(entry.tried(since), since, reason, now, realNow, backoff);
    }

    private void later(
            Entry entry, @Nullable Instant since, String reason, Instant now, Instant realNow, Backoff backoff) {
        if (since != null && backoff.spent(since, realNow)) {
            failed(entry, Reason.GAVE_UP + ":" + reason, now);
        } else {
            replace(entry.again(reason, backoff.next(entry.attempts(), realNow)));
        }
    }

    private void replace(Entry entry) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.set(entry.number(), entry);
        entries = List.copyOf(changed);
    }
}
