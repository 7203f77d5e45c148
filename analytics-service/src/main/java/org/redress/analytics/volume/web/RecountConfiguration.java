package org.redress.analytics.volume.web;

import java.util.Map;
import org.redress.platform.web.InternalPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may have volumes counted again. */
@Configuration(proxyBeanMethods = false)
class RecountConfiguration {

    @Bean
    InternalPaths recountPaths() {
        return new InternalPaths(Map.of("/internal/recount", InternalPaths.OPERATORS));
    }
}
