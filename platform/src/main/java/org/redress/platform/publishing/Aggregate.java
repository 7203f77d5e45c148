package org.redress.platform.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;
import org.redress.platform.consuming.Position;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;

/**
 * Base of a document that publishes: its changes return events, which the same write stores as pending.
 * Not safe for several threads.
 */
public abstract class Aggregate {

    @Id
    private String id;

    private long version;
    private int epoch;
    private long sequence;
    private Map<String, Position> inbox = new HashMap<>();

    @Transient
    private final transient List<Event> recorded = new ArrayList<>();

    @Transient
    private transient @Nullable Document stored;

    /** A new aggregate: version 0, epoch 1, nothing published yet. */
    protected Aggregate(String id) {
        this.id = id;
        this.epoch = 1;
    }

    /** For the mapping to documents only. */
    @SuppressWarnings("NullAway.Init")
    protected Aggregate() {}

    /** Id of the document. */
    public String id() {
        return id;
    }

    /** Raised by every change of the document but the clearing of published events. */
    public long version() {
        return version;
    }

    /** 1, raised when its history is told again after a restore from a backup. */
    public int epoch() {
        return epoch;
    }

    /** Sequence of the last event it recorded, 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** How far each consumed stream was applied to this document. */
    public Map<String, Position> inbox() {
        return inbox;
    }

    /** Notes that a stream was applied up to there. */
    public void received(String stream, Position after) {
        inbox.put(stream, after);
    }

    /** The head of the event to be recorded next. */
    protected Head nextHead(@Nullable String petitionId, Instant occurredAt) {
        return new Head(Ids.next(), id, petitionId, sequence + 1, epoch, occurredAt);
    }

    /**
     * Remembers an event, which the next write of this aggregate stores as pending.
     *
     * @throws IllegalArgumentException when its head is not the next one
     */
    protected <E extends Event> E record(E event) {
        Head head = event.head();
        if (!head.aggregateId().equals(id) || head.sequence() != sequence + 1 || head.epoch() != epoch) {
            throw new IllegalArgumentException("not the next event of " + id + ": " + head);
        }
        sequence++;
        recorded.add(event);
        return event;
    }

    /** Whether a trace may tell of its events; no, unless it says so. */
    protected boolean isTraceable() {
        return false;
    }

    /** What it recorded since it was read or last written, in order. */
    public List<Event> recorded() {
        return List.copyOf(recorded);
    }

    /** Begins in a later epoch than the first, as all aggregates do once their service was restored from a backup. */
    void beginIn(int newEpoch) {
        if (newEpoch != epoch) {
            epoch = newEpoch;
            recorded.replaceAll(event -> EventCodec.inEpoch(event, newEpoch));
        }
    }

    /** The document it was read from, or last written as; absent for a new one. */
    @Nullable
    Document stored() {
        return stored;
    }

    void read(Document from) {
        stored = from;
    }

    void written(long newVersion, @Nullable Document as) {
        version = newVersion;
        stored = as;
        recorded.clear();
    }
}
