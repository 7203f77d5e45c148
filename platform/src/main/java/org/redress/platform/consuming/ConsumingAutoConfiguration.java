package org.redress.platform.consuming;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.redress.platform.messaging.DeadLetters;
import org.redress.platform.web.ServiceClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Consumers that wait out an outage for as long as it lasts. */
@AutoConfiguration
public class ConsumingAutoConfiguration {

    @Bean
    ResendRequests resendRequests(ServiceClient client, Environment environment) {
        Map<String, String> producers = Binder.get(environment)
                .bind("redress.producers", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        return new ResendRequests(client.builder().build(), producers);
    }

    @Bean
    Gaps gaps(MongoTemplate mongo, ResendRequests requests, MeterRegistry meters) {
        return new Gaps(mongo, requests, meters);
    }

    @Bean
    ParkedList parkedList(MongoTemplate mongo, Gaps gaps, MeterRegistry meters) {
        return new ParkedList(mongo, gaps, meters);
    }

    @Bean
    EventConsumers eventConsumers(
            DeadLetters deadLetters, Gaps gaps, ParkedList parked, MeterRegistry meters, ResendRequests requests) {
        return new EventConsumers(new SetAside(deadLetters, parked, gaps), new ConsumedCounter(meters), requests);
    }

    /** What reaches the container is an outage: it pauses the partitions, keeps the offset and tries without end. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> patientContainers() {
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
            backOff.setMaxInterval(5_000);
            backOff.setMaxElapsedTime(Long.MAX_VALUE);
            backOff.setMaxAttempts(Long.MAX_VALUE);
            DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
            handler.setClassifications(Map.of(), true);
            container.setCommonErrorHandler(handler);
        };
    }
}
