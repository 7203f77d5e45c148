package org.redress.platform.consuming;

import java.util.Optional;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Topic;
import org.redress.contracts.UndecodableEventException;
import org.redress.platform.messaging.ConsumedRecord;
import org.redress.platform.messaging.EventHeaders;

/** A record with the headers of an event, not opened yet. */
record Incoming(ConsumedRecord record, EventHeaders headers, Source source) implements Arrived {

    /** Empty when headers or key are missing. */
    static Optional<Incoming> of(ConsumedRecord record) {
        String key = record.key();
        return key == null
                ? Optional.empty()
                : EventHeaders.read(record.headers())
                        .map(headers -> new Incoming(record, headers, new Source(headers.aggregateId(), key)));
    }

    @Override
    public int epoch() {
        return headers.epoch();
    }

    @Override
    public long sequence() {
        return headers.sequence();
    }

    @Override
    public String eventId() {
        return headers.eventId();
    }

    /** The trace that its publisher was in. */
    Optional<String> traceparent() {
        return EventHeaders.traceparent(record.headers());
    }

    /** Whether it is an event of the topic, and the one its headers name: of no other do they prove anything. */
    boolean isEvent(Topic topic) {
        try {
            open(topic);
            return true;
        } catch (UndecodableEventException e) {
            return false;
        }
    }

    /**
     * Opens it.
     *
     * @throws UndecodableEventException when it is no event of the topic, or not the one its headers name
     */
    Event open(Topic topic) {
        Event event = EventCodec.decode(headers.type(), record.value());
        boolean asSaid = event.head().aggregateId().equals(headers.aggregateId())
                && event.head().sequence() == headers.sequence()
                && event.head().epoch() == headers.epoch()
                && event.head().eventId().equals(headers.eventId())
                && event.head().key().equals(source.key());
        if (!asSaid || Topic.of(event.getClass()) != topic) {
            throw new UndecodableEventException("headers and event do not agree: " + headers.type(), null);
        }
        return event;
    }
}
