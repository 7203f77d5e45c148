package org.redress.analytics.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.redress.platform.consuming.EventConsumers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The functions that consume the topics. */
@Configuration(proxyBeanMethods = false)
class Consumers {

    @Bean
    Consumer<Message<List<byte[]>>> cases(EventConsumers consumers, CaseEventHandler handler) {
        return consumers.consumer(handler);
    }

    @Bean
    Consumer<Message<List<byte[]>>> organisation(EventConsumers consumers, OrganisationEventHandler handler) {
        return consumers.consumer(handler);
    }
}
