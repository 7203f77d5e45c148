package org.redress.analytics.statements.web;

import java.util.Set;
import org.redress.platform.pages.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the navigation of the pages leads to. */
@Configuration(proxyBeanMethods = false)
class StatementPageConfiguration {

    @Bean
    @Order(2)
    NavigationEntry statementEntry() {
        return new NavigationEntry(
                "/statement", "statement.title", "file-earmark-text", Set.of("officer", "supervisor", "auditor"));
    }
}
