package org.redress.platform.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimelyRegistryTest {

    private final CountDownLatch back = new CountDownLatch(1);
    private final TimelyRegistry registry =
            new TimelyRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM, Duration.ofMillis(50));

    @Test
    void tellsTheOthersWhileOneIsNotRead() {
        Gauge.builder("redress.hangs", this::waited).register(registry);
        Gauge.builder("redress.reads", () -> 7).register(registry);
        Gauge.builder("jvm.something", () -> 5).register(registry);
        Gauge.builder("spring.cloud.stream.binder.kafka.offset", () -> 3).register(registry);
        assertThat(registry.get("redress.reads").gauge().value()).isEqualTo(7);

        assertThat(registry.get("redress.hangs").gauge().value()).isNaN();
        assertThat(registry.get("redress.reads").gauge().value()).isNaN();
        assertThat(registry.scrape())
                .contains("redress_hangs NaN", "redress_reads NaN", "jvm_something 5.0", "offset 3.0");

        back.countDown();
        await().pollDelay(Duration.ZERO)
                .until(() -> registry.get("redress.reads").gauge().value() == 7);
        assertThat(registry.get("redress.hangs").gauge().value()).isEqualTo(1);
    }

    private int waited() {
        try {
            back.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }
}
