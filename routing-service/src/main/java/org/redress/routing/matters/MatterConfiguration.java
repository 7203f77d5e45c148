package org.redress.routing.matters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.redress.platform.looping.Loop;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.RoutingMetric;
import org.redress.routing.cases.SealedTexts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The matters and what takes their opinions round. */
@Configuration(proxyBeanMethods = false)
class MatterConfiguration {

    @Bean
    Matters matters(MongoTemplate mongo, Cases cases, CaseCommands commands, SealedTexts texts, InstantSource clock) {
        return new Matters(mongo, cases, commands, texts, clock);
    }

    @Bean
    FanOut fanOut(
            MongoTemplate mongo,
            CaseCommands commands,
            SealedTexts texts,
            MeterRegistry meters,
            @Value("${redress.matters.lease:30s}") Duration lease) {
        FanOut fanOut = new FanOut(mongo, commands, texts, meters, lease);
        Gauge.builder(RoutingMetric.MATTER_PENDING.metricName(), fanOut, FanOut::pending)
                .description("Members of matters that are still to be given the opinion")
                .register(meters);
        return fanOut;
    }

    @Bean
    MatterKeeper matterKeeper(Matters matters) {
        return new MatterKeeper(matters);
    }

    @Bean
    Loop keepingMatters(MatterKeeper keeper, @Value("${redress.matters.part-every:5m}") Duration every) {
        return Loop.every("keeping-matters", every, keeper::lookAtAll);
    }

    @Bean
    Loop takingRound(FanOut fanOut, @Value("${redress.matters.look-every:1s}") Duration every) {
        return Loop.of("taking-opinions-round", every, fanOut::takeSomeRound);
    }
}
