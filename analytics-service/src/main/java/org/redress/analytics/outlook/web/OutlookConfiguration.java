package org.redress.analytics.outlook.web;

import java.util.Set;
import org.redress.platform.pages.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the navigation of the pages leads to. */
@Configuration(proxyBeanMethods = false)
class OutlookConfiguration {

    @Bean
    NavigationEntry outlookEntry() {
        return new NavigationEntry(
                "/outlook", "page.outlook", "calendar-event", Set.of("officer", "supervisor", "auditor"));
    }
}
