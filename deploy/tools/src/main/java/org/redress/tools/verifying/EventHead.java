package org.redress.tools.verifying;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * An event a producer holds, as pending or in its archive.
 *
 * @param eventId its id, a UUID of version 7
 * @param aggregateId its aggregate
 * @param key key of its record
 * @param type its wire name
 * @param epoch its epoch
 * @param sequence its sequence
 */
record EventHead(String eventId, String aggregateId, String key, String type, int epoch, long sequence) {

    private static final int UUID_VERSION = 7;
    private static final int TIME_SHIFT = 16;

    static EventHead of(Document document) {
        return new EventHead(
                document.getString("eventId"),
                document.getString("aggregateId"),
                document.getString("key"),
                document.getString("type"),
                document.get("epoch", Number.class).intValue(),
                document.get("sequence", Number.class).longValue());
    }

    /** Its place in the history: one event may have two, when it was told again in a newer epoch. */
    String place() {
        return aggregateId + ":" + epoch + ":" + sequence;
    }

    /** Real time the event was made at, from its id; empty when the id tells none. */
    Optional<Instant> madeAt() {
        try {
            UUID id = UUID.fromString(eventId);
            return id.version() == UUID_VERSION
                    ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIME_SHIFT))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
