package org.redress.analytics.volume;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One counter: a key of a dimension on one day, in one lane. No two lanes share a bucket, so that the consumers of
 * different partitions never wait for each other.
 *
 * @param dimension by what it counts
 * @param scope the readers' unit; only in a cell
 * @param owner the post that answers; only in a cell
 * @param unit the unit; not in a topic's bucket
 * @param topic the topic; not in a unit's bucket
 * @param day day the organisation received the cases
 * @param lane the lane
 */
public record Bucket(
        Dimension dimension,
        @Nullable String scope,
        @Nullable String owner,
        @Nullable String unit,
        @Nullable String topic,
        LocalDate day,
        int lane) {

    /** Key of a case without topic. */
    static final String NO_TOPIC = "none";

    private static final String SEPARATOR = "|";
    private static final String NO_KEY = "-";

    /** The buckets a case is counted in, once each. */
    static List<Bucket> of(Facts facts) {
        LocalDate day = facts.day();
        int lane = facts.lane();
        if (facts.apart()) {
            return List.of(new Bucket(Dimension.RESTRICTED, null, null, null, null, day, lane));
        }
        String topic = facts.topic() == null ? NO_TOPIC : facts.topic();
        return List.of(
                new Bucket(Dimension.UNIT, null, null, facts.unit(), null, day, lane),
                new Bucket(Dimension.TOPIC, null, null, null, topic, day, lane),
                new Bucket(Dimension.CELL, facts.scope(), facts.owner(), facts.unit(), topic, day, lane));
    }

    /** What it counts within its dimension. */
    String key() {
        return switch (dimension) {
            case UNIT -> String.valueOf(unit);
            case TOPIC -> String.valueOf(topic);
            case CELL -> String.join(SEPARATOR, scope, owner, unit, topic);
            case RESTRICTED -> NO_KEY;
        };
    }

    /** Its id, which ends with the lane. */
    String id() {
        return dimension.label() + ":" + key() + ":" + day + ":" + lane;
    }
}
