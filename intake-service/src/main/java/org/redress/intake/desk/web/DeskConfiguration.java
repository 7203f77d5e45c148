package org.redress.intake.desk.web;

import java.util.Set;
import org.redress.intake.desk.Desk;
import org.redress.platform.pages.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the desk, for those whose it is. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    NavigationEntry wayToTheDesk(Desk desk) {
        return new NavigationEntry(
                "/desk", "page.desk", "pencil-square", Set.of("officer"), reader -> desk.isOpenTo(reader.id()));
    }
}
