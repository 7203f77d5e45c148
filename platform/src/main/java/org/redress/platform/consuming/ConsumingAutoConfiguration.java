package org.redress.platform.consuming;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.redress.platform.messaging.DeadLetters;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.messaging.TopicsChecked;
import org.redress.platform.web.ServiceClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

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
            DeadLetters deadLetters,
            Gaps gaps,
            ParkedList parked,
            MeterRegistry meters,
            ResendRequests requests,
            HeldPartitions held,
            TopicsChecked topics) {
        return new EventConsumers(
                new SetAside(deadLetters, parked, gaps, held), new ConsumedCounter(meters), requests, topics);
    }

    @Bean
    HeldPartitions heldPartitions(TopicNames names, MeterRegistry meters) {
        return new HeldPartitions(names, meters);
    }

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> patientContainers(HeldPartitions held) {
        return (container, destination, group) -> container.setCommonErrorHandler(new PatientErrorHandler(held));
    }
}
