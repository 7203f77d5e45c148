package org.redress.routing.drafts;

import java.time.Duration;
import java.time.InstantSource;
import org.redress.routing.cases.SealedTexts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What keeps drafts. */
@Configuration(proxyBeanMethods = false)
class DraftConfiguration {

    @Bean
    Drafts drafts(
            MongoTemplate mongo,
            SealedTexts texts,
            @Value("${redress.drafts.keep:30d}") Duration kept,
            InstantSource clock) {
        return new Drafts(mongo, texts, kept, clock);
    }
}
