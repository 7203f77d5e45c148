package org.redress.notification.deliveries.web;

import java.util.Set;
import org.redress.platform.pages.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the navigation of the pages leads to. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    NavigationEntry inbox() {
        return new NavigationEntry("/inbox", "page.inbox", "inbox", Set.of("officer"));
    }
}
