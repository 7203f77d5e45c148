package org.redress.intake.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.redress.platform.consuming.EventConsumers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The streams intake listens to. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    @Bean
    Consumer<Message<List<byte[]>>> cases(EventConsumers consumers, CaseStages stages) {
        return consumers.consumer(stages);
    }

    @Bean
    Consumer<Message<List<byte[]>>> organisation(EventConsumers consumers, OrganisationVersions versions) {
        return consumers.consumer(versions);
    }
}
