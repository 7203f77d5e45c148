package org.redress.analytics.turnaround.web;

import java.util.Set;
import org.redress.platform.pages.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the navigation of the pages leads to. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    NavigationEntry processEntry() {
        return new NavigationEntry("/process", "page.process", "diagram-3", Set.of("officer", "supervisor", "auditor"));
    }

    @Bean
    NavigationEntry turnaroundEntry() {
        return new NavigationEntry(
                "/turnaround", "page.turnaround", "clock-history", Set.of("officer", "supervisor", "auditor"));
    }
}
