package org.redress.platform.observing;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.ConditionalOnEnabledMetricsExport;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What strangers may observe, and how metrics are told. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration")
public class ObservingAutoConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    HealthEndpointGroupsPostProcessor namelessGroups() {
        return NamelessGroups::new;
    }

    @Bean
    @ConditionalOnEnabledMetricsExport("prometheus")
    PrometheusMeterRegistry timelyRegistry(
            PrometheusConfig config,
            PrometheusRegistry registry,
            Clock clock,
            @Value("${redress.metrics.patience:2s}") Duration patience) {
        return new TimelyRegistry(config, registry, clock, patience);
    }
}
