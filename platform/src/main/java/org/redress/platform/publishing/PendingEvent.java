package org.redress.platform.publishing;

import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;
import org.redress.contracts.Topic;

/**
 * An event as it will go on the wire, serialised when it was appended, so that a resend is the same bytes.
 *
 * @param sequence its sequence
 * @param epoch its epoch
 * @param eventId its id
 * @param aggregateId its aggregate
 * @param type its wire name
 * @param key the record's key
 * @param bytes the record's value
 * @param traceable false where no trace may tell of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PendingEvent(
        long sequence,
        int epoch,
        String eventId,
        String aggregateId,
        String type,
        String key,
        byte[] bytes,
        boolean traceable) {

    static PendingEvent of(Event event, boolean traceable) {
        Head head = event.head();
        byte[] bytes = EventCodec.encode(event);
        String type = EventCodec.typeOf(event.getClass());
        int largest = Topic.of(event.getClass()).largestEventBytes();
        if (bytes.length > largest) {
            throw new EventTooLargeException(type, bytes.length, largest);
        }
        return new PendingEvent(
                head.sequence(), head.epoch(), head.eventId(), head.aggregateId(), type, head.key(), bytes, traceable);
    }

    static PendingEvent of(Document document) {
        return new PendingEvent(
                document.getLong("sequence"),
                document.getInteger("epoch"),
                document.getString("eventId"),
                document.getString("aggregateId"),
                document.getString("type"),
                document.getString("key"),
                document.get("bytes", Binary.class).getData(),
                document.getBoolean("traceable", false));
    }

    /** The same event in another epoch, as closed as the newest of its history. */
    PendingEvent retold(PendingEvent newest, int inEpoch) {
        return new PendingEvent(
                sequence,
                inEpoch,
                eventId,
                aggregateId,
                type,
                key,
                EventCodec.retold(bytes, newest.bytes, inEpoch),
                traceable);
    }

    Document toDocument() {
        Document document = new Document(Map.of(
                "sequence", sequence,
                "epoch", epoch,
                "eventId", eventId,
                "aggregateId", aggregateId,
                "type", type,
                "key", key,
                "bytes", new Binary(bytes)));
        return traceable ? document.append("traceable", true) : document;
    }

    /** Id in the archive: a second archiving of the same event changes nothing. */
    String archiveId() {
        return aggregateId + ":" + epoch + ":" + sequence;
    }

    /** Where it goes; empty when a newer version of the service wrote it, and this one does not know its type. */
    Optional<Topic> topic() {
        return Optional.ofNullable(EventCodec.types().get(type)).map(Topic::of);
    }
}
