package org.redress.platform.observing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What strangers may observe. */
@AutoConfiguration
public class ObservingAutoConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    HealthEndpointGroupsPostProcessor namelessGroups() {
        return NamelessGroups::new;
    }
}
