package org.redress.platform.observing;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells metrics in time also while the database or the broker does not answer: a gauge that asks one of them is waited for
 * shortly, and until that answer came no other asks the same. What is not read is no number (NaN).
 */
final class TimelyRegistry extends PrometheusMeterRegistry {

    private final Asked database;
    private final Asked broker;

    TimelyRegistry(PrometheusConfig config, PrometheusRegistry registry, Clock clock, Duration patience) {
        super(config, registry, clock);
        database = new Asked(patience);
        broker = new Asked(patience);
    }

    @Override
    protected <T> Gauge newGauge(Meter.Id id, @Nullable T of, ToDoubleFunction<T> value) {
        String name = id.getName();
        if (name.startsWith("redress.")) {
            return super.newGauge(id, of, it -> database.inTime(it, value));
        }
        if (name.startsWith("spring.cloud.stream.")) {
            return super.newGauge(id, of, it -> broker.inTime(it, value));
        }
        return super.newGauge(id, of, value);
    }

    /** What several gauges ask. */
    private static final class Asked {

        private final Duration patience;
        private volatile Future<Double> overdue = CompletableFuture.completedFuture(Double.NaN);

        Asked(Duration patience) {
            this.patience = patience;
        }

        <T> double inTime(T of, ToDoubleFunction<T> value) {
            if (!overdue.isDone()) {
                return Double.NaN;
            }
            CompletableFuture<Double> read =
                    CompletableFuture.supplyAsync(() -> value.applyAsDouble(of), Thread::startVirtualThread);
            try {
                return read.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                overdue = read;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                // As with every gauge: one that fails tells nothing.
            }
            return Double.NaN;
        }
    }
}
