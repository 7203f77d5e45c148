package org.redress.platform.consuming;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.redress.platform.observing.RedressMetric;

/** Counts consumed records by what became of them. */
final class ConsumedCounter {

    private final MeterRegistry meters;

    ConsumedCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts, and returns how many it counted. */
    int count(Consumption consumption, String outcome, int records) {
        if (records > 0) {
            Counter.builder(RedressMetric.CONSUMED.metricName())
                    .description("Consumed records by outcome")
                    .tag("topic", consumption.topic().topicName())
                    .tag("consumer", consumption.name())
                    .tag("outcome", outcome)
                    .register(meters)
                    .increment(records);
        }
        return records;
    }
}
