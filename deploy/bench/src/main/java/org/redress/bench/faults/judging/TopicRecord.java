package org.redress.bench.faults.judging;

import org.redress.contracts.Topic;

/**
 * A record as it lies on a topic, with what the judges need of its value.
 *
 * @param topic the topic
 * @param place its place by its headers
 * @param eventId id by its header
 * @param type wire name by its header
 * @param digest SHA-256 of its bytes
 * @param requestId the petitioner's request it carries; blank where none
 * @param externalId the adapter's number it carries; blank where none
 * @param rung the rung it tells of, with its clock; blank where none
 * @param demandsAlert whether somebody must be told of it
 */
public record TopicRecord(
        Topic topic,
        Place place,
        String eventId,
        String type,
        String digest,
        String requestId,
        String externalId,
        String rung,
        boolean demandsAlert) {

    /** Whether it is the same event; the place may still be another. */
    boolean sameEventAs(TopicRecord other) {
        return eventId.equals(other.eventId) && digest.equals(other.digest);
    }
}
