package org.redress.platform.publishing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.redress.platform.observing.RedressMetric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of documents that could not be read or written, in the log and by number. */
final class IllDocuments {

    private static final Logger log = LoggerFactory.getLogger(IllDocuments.class);

    private final String collection;
    private final MeterRegistry meters;

    IllDocuments(String collection, MeterRegistry meters) {
        this.collection = collection;
        this.meters = meters;
        counter(RedressMetric.UNREADABLE);
        counter(RedressMetric.UNWRITTEN);
    }

    void unreadable(UnreadableDocumentException ill) {
        log.error("Left alone, since it cannot be read: {}", ill.getMessage());
        counter(RedressMetric.UNREADABLE).increment();
    }

    void unwritten(String id, RuntimeException failure) {
        log.error(
                "{} of {} cannot be written: {}",
                id,
                collection,
                failure.getClass().getName());
        counter(RedressMetric.UNWRITTEN).increment();
    }

    private Counter counter(RedressMetric metric) {
        return Counter.builder(metric.metricName())
                .tag("collection", collection)
                .register(meters);
    }
}
