package org.redress.routing.reorganisation;

import java.time.InstantSource;
import org.redress.routing.cases.OpenCases;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Versions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the changes of the organisation together. */
@Configuration(proxyBeanMethods = false)
class ReorganisationConfiguration {

    @Bean
    Reorganisation reorganisation(Versions versions, Editions editions, OpenCases open, InstantSource clock) {
        return new Reorganisation(versions, editions, open, clock);
    }
}
