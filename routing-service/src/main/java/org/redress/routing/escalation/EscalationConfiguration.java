package org.redress.routing.escalation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.redress.platform.looping.Loop;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.time.Unfired;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.RoutingMetric;
import org.redress.routing.organisation.Editions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The firing loop and what can be seen of it. */
@Configuration(proxyBeanMethods = false)
class EscalationConfiguration {

    @Bean
    DueCases dueCases(MongoTemplate mongo) {
        return new DueCases(mongo);
    }

    @Bean
    Escalation escalation(
            DueCases due,
            AggregateStore<PetitionCase> cases,
            Editions editions,
            InstantSource clock,
            MeterRegistry meters) {
        Gauge.builder(
                        RoutingMetric.LATENESS.metricName(),
                        due,
                        waiting -> waiting.lateness(clock.instant()).toSeconds())
                .description("Business time the oldest rung that is due waits")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder(RoutingMetric.UNFIRED.metricName(), due, waiting -> waiting.count(clock.instant()))
                .description("Cases with a rung that is due")
                .register(meters);
        return new Escalation(due, cases, editions, clock, meters);
    }

    @Bean
    Loop firing(Escalation escalation, @Value("${redress.escalation.look-every:500ms}") Duration every) {
        return Loop.of("firing", every, () -> escalation.fireSome() > 0);
    }

    @Bean
    Unfired unfired(DueCases due, InstantSource clock) {
        return () -> due.count(clock.instant());
    }
}
