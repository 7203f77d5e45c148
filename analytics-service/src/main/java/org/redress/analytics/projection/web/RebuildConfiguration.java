package org.redress.analytics.projection.web;

import java.util.Map;
import org.redress.platform.web.InternalPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may have projections built anew. */
@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    @Bean
    InternalPaths rebuildPaths() {
        return new InternalPaths(Map.of("/internal/rebuild", InternalPaths.OPERATORS));
    }
}
