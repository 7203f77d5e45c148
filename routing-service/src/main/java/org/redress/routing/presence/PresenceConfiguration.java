package org.redress.routing.presence;

import org.redress.platform.time.RealTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What knows who has which case before them. */
@Configuration(proxyBeanMethods = false)
class PresenceConfiguration {

    @Bean
    Presences presences(MongoTemplate mongo) {
        return new Presences(mongo, RealTime.source());
    }
}
