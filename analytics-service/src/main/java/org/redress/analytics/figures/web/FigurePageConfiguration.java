package org.redress.analytics.figures.web;

import java.util.Set;
import org.redress.platform.pages.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the navigation of the pages leads to. */
@Configuration(proxyBeanMethods = false)
class FigurePageConfiguration {

    @Bean
    @Order(0)
    NavigationEntry overviewEntry() {
        return new NavigationEntry(
                "/overview", "overview.title", "bar-chart", Set.of("officer", "supervisor", "auditor"));
    }

    @Bean
    @Order(1)
    NavigationEntry figuresEntry() {
        return new NavigationEntry("/figures", "page.figures", "bar-chart", Set.of("officer", "supervisor", "auditor"));
    }
}
