package org.redress.routing.lists;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What keeps views of lists. */
@Configuration(proxyBeanMethods = false)
class ListConfiguration {

    @Bean
    SavedViews savedViews(MongoTemplate mongo) {
        return new SavedViews(mongo);
    }
}
