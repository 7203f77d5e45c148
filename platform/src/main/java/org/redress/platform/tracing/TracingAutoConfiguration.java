package org.redress.platform.tracing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Traces of petitions, where a collector is named. */
@AutoConfiguration
@EnableConfigurationProperties(TracingSettings.class)
public class TracingAutoConfiguration {

    @Bean(destroyMethod = "close")
    Traces traces(TracingSettings settings, @Value("${spring.application.name}") String service) {
        return settings.collected() ? Traces.to(settings, service) : Traces.none();
    }
}
