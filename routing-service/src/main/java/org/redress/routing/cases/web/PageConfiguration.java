package org.redress.routing.cases.web;

import java.util.Set;
import org.redress.platform.pages.NavigationEntry;
import org.redress.routing.organisation.Editions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the navigation of the pages leads to. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    @org.springframework.core.annotation.Order(1)
    NavigationEntry overview() {
        return new NavigationEntry("/home", "page.overview", "bar-chart", Set.of("officer", "supervisor", "auditor"));
    }

    /** The desk is a page of intake, which takes what is recorded there. */
    @Bean
    @org.springframework.core.annotation.Order(3)
    NavigationEntry desk(@Value("${redress.urls.intake}") String intake, Editions editions) {
        return new NavigationEntry(
                intake + "/desk",
                "page.desk",
                "pencil-square",
                Set.of("officer"),
                reader -> editions.active().organisation().keepsPetitions(reader.id()));
    }

    @Bean
    @org.springframework.core.annotation.Order(4)
    NavigationEntry posts() {
        return new NavigationEntry("/posts", "page.posts", "people", Set.of("officer", "supervisor", "auditor"));
    }

    @Bean
    @org.springframework.core.annotation.Order(6)
    NavigationEntry openings() {
        return new NavigationEntry("/openings", "page.openings", "eye", Set.of("auditor"));
    }

    @Bean
    @org.springframework.core.annotation.Order(5)
    NavigationEntry calendar() {
        return new NavigationEntry(
                "/calendar", "page.calendar", "calendar-event", Set.of("officer", "supervisor", "auditor"));
    }

    @Bean
    @org.springframework.core.annotation.Order(2)
    NavigationEntry caseList() {
        return new NavigationEntry("/cases", "page.cases", "folder2-open", Set.of("officer", "supervisor", "auditor"));
    }
}
