package org.redress.analytics.trends.web;

import java.util.Set;
import org.redress.contracts.calendar.ShippedNotices;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.platform.pages.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the navigation of the pages leads to, and the calendar that seasons are told by. */
@Configuration(proxyBeanMethods = false)
class TrendConfiguration {

    @Bean
    WorkingCalendar shippedCalendar() {
        return ShippedNotices.calendar();
    }

    @Bean
    NavigationEntry trendsEntry() {
        return new NavigationEntry(
                "/trends", "page.trends", "graph-up-arrow", Set.of("officer", "supervisor", "auditor"));
    }
}
