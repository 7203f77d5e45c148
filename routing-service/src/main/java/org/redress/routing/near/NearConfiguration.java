package org.redress.routing.near;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The pairs of petitions that are proposed. */
@Configuration(proxyBeanMethods = false)
class NearConfiguration {

    @Bean
    NearPairs nearPairs(MongoTemplate mongo, InstantSource clock) {
        return new NearPairs(mongo, clock);
    }
}
