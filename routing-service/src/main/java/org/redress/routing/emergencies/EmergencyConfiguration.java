package org.redress.routing.emergencies;

import org.redress.platform.time.RealTime;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.SealedTexts;
import org.redress.routing.organisation.Editions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What opens in an emergency. */
@Configuration(proxyBeanMethods = false)
class EmergencyConfiguration {

    @Bean
    Emergencies emergencies(
            MongoTemplate mongo, Cases cases, CaseCommands commands, SealedTexts texts, Editions editions) {
        return new Emergencies(mongo, cases, commands, texts, editions, RealTime.source());
    }
}
