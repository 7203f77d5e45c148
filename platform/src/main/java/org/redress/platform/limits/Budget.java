package org.redress.platform.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.redress.platform.observing.RedressMetric;

/** What each client may spend, and a count of the times that it was not enough. */
final class Budget {

    private final Function<String, Bucket> buckets;
    private final Counter refused;

    Budget(String name, Function<String, Bucket> buckets, MeterRegistry meters) {
        this.buckets = buckets;
        this.refused = Counter.builder(RedressMetric.LIMITED.metricName())
                .tag("budget", name)
                .register(meters);
    }

    /** Spends one request; the time until the next one is there when there is none. */
    Optional<Duration> spend(String client) {
        ConsumptionProbe spent = buckets.apply(client).tryConsumeAndReturnRemaining(1);
        if (spent.isConsumed()) {
            return Optional.empty();
        }
        refused.increment();
        return Optional.of(Duration.ofNanos(spent.getNanosToWaitForRefill()));
    }
}
