package org.redress.notification.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.redress.platform.consuming.EventConsumers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The three topics it listens to. */
@Configuration(proxyBeanMethods = false)
class Functions {

    @Bean
    Consumer<Message<List<byte[]>>> submissions(EventConsumers consumers, SubmissionEventHandler handler) {
        return consumers.consumer(handler);
    }

    @Bean
    Consumer<Message<List<byte[]>>> cases(EventConsumers consumers, CaseEventHandler handler) {
        return consumers.consumer(handler);
    }

    @Bean
    Consumer<Message<List<byte[]>>> organisation(EventConsumers consumers, OrganisationEventHandler handler) {
        return consumers.consumer(handler);
    }
}
