package org.redress.analytics.hotspots.web;

import java.util.Set;
import org.redress.platform.pages.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "hotspotPageConfiguration", proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    NavigationEntry hotspotEntry() {
        return new NavigationEntry("/hotspots", "page.hotspots", "bar-chart", Set.of("officer", "supervisor"));
    }
}
