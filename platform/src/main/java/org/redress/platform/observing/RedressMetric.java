package org.redress.platform.observing;

/** Every metric of the platform; names are Micrometer's, Prometheus shows dots as underscores. Ids are never tags. */
public enum RedressMetric {
    /** Counter of records copied to a dead-letter topic; tags {@code topic}, {@code reason}: bad, parked, damage, no-headers. */
    DEAD_LETTERS("redress.dead.letters"),
    /** Counter of consumed records; tags {@code topic}, {@code outcome}: applied, duplicate, gap, parked, bad, damage. */
    CONSUMED("redress.events.consumed"),
    /** Counter of events the broker acknowledged; tag {@code collection}. */
    PUBLISHED("redress.events.published"),
    /** Counter of tries to publish an aggregate's events that failed for what one of them is; tag {@code collection}. */
    UNPUBLISHABLE("redress.events.unpublishable"),
    /** Gauge, seconds: age of the oldest event that waits for the broker; tag {@code collection}. */
    OLDEST_PENDING("redress.events.pending.oldest"),
    /** Counter of looks at a document that cannot be read or that a newer version wrote; tag {@code collection}. */
    UNREADABLE("redress.documents.unreadable"),
    /** Counter of tries to write a document that cannot be written as it is; tag {@code collection}. */
    UNWRITTEN("redress.documents.unwritten"),
    /** Counter of aggregates sent again to a consumer that lacked events ten minutes later; tags {@code topic}, {@code consumer}. */
    RESENT("redress.events.resent"),
    /**
     * Gauge: what the running comparison with consumers found in its last round or finds in this one; tag {@code kind}:
     * behind (sent again), ahead (the database was set back), lost (an event neither pending nor archived).
     */
    DIFFERENCES("redress.verify.differences"),
    /** Gauge, seconds: since the running comparison went through all aggregates. */
    ROUND_AGE("redress.verify.round.age"),
    /** Gauge: 1 while nothing is published, since the database was restored from a backup. */
    RESTORED("redress.publishing.restored"),
    /** Gauge: streams with a gap that is not filled yet. */
    GAPS("redress.events.gaps"),
    /** Gauge: aggregates parked behind an event that could not be applied. */
    PARKED("redress.consumer.parked"),
    /** Gauge: partitions of this instance that wait for a newer version of the service. */
    HELD("redress.consumer.held"),
    /** Gauge: records that could not be applied and are tried again before they are judged bad. */
    DOUBTED("redress.consumer.doubted"),
    /** Gauge: key files that are refused as they now are, while the keys read before stay in use. */
    KEYS_REFUSED("redress.keys.refused"),
    /** Gauge, seconds: since the service first used the primary key of a file; tag {@code file}. */
    KEYS_AGE("redress.keys.age"),
    /** Gauge, seconds: time since a loop last turned; tag {@code loop}. */
    LOOP_AGE("redress.loops.turned"),
    /** Gauge: loops and other background work that should have turned again long ago; the service has to be started again. */
    LOOPS_STUCK("redress.loops.stuck"),
    /** Gauge: sessions of readers who have signed in to pages. */
    SESSIONS("redress.sessions"),
    /** Gauge, bytes: what was read of the bodies of requests that are under way. */
    BODIES("redress.requests.bodies"),
    /** Counter of requests refused with 429; tag {@code budget}: people, programs, visitors, or an open path's. */
    LIMITED("redress.requests.limited");

    private final String metricName;

    RedressMetric(String metricName) {
        this.metricName = metricName;
    }

    /** Name in Micrometer's notation. */
    public String metricName() {
        return metricName;
    }
}
