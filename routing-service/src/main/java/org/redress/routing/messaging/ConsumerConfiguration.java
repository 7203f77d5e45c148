package org.redress.routing.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.redress.platform.consuming.EventConsumers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The streams this service consumes. */
@Configuration(proxyBeanMethods = false)
class ConsumerConfiguration {

    @Bean
    Consumer<Message<List<byte[]>>> submissions(EventConsumers consumers, SubmissionHandler handler) {
        return consumers.consumer(handler);
    }

    @Bean
    Consumer<Message<List<byte[]>>> deliveries(EventConsumers consumers, DeliveryHandler handler) {
        return consumers.consumer(handler);
    }
}
