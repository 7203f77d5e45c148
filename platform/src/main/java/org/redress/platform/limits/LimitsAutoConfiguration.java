package org.redress.platform.limits;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Counts requests by who sends them. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(LimitSettings.class)
public class LimitsAutoConfiguration {

    @Bean
    RequestLimits requestLimits(LimitSettings settings, MeterRegistry meters) {
        return new RequestLimits(settings, meters);
    }
}
