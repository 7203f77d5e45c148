package org.redress.analytics.figures.web;

import java.util.Set;
import org.redress.platform.pages.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the navigation of the pages leads to. */
@Configuration(proxyBeanMethods = false)
class FigurePageConfiguration {

    @Bean
    NavigationEntry figuresEntry() {
        return new NavigationEntry("/figures", "page.figures", "bar-chart", Set.of("officer", "supervisor", "auditor"));
    }
}
