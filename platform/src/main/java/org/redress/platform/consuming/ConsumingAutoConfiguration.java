package org.redress.platform.consuming;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.redress.platform.looping.Loop;
import org.redress.platform.looping.Loops;
import org.redress.platform.messaging.DeadLetters;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.messaging.TopicParties;
import org.redress.platform.messaging.TopicsChecked;
import org.redress.platform.tracing.Traces;
import org.redress.platform.web.ServiceClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/** Consumers that wait out an outage for as long as it lasts. */
@AutoConfiguration
public class ConsumingAutoConfiguration {

    private static final Duration TRY_EVERY = Duration.ofMillis(500);

    @Bean
    static ConsumerBindings consumerBindings(ConfigurableEnvironment environment) {
        return new ConsumerBindings(environment);
    }

    @Bean
    ResendRequests resendRequests(ServiceClient client, TopicParties parties) {
        return new ResendRequests(client.builder().build(), parties);
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
    Loop askingForGaps(Gaps gaps, @Value("${redress.gaps.look-every:15s}") Duration every) {
        return Loop.every("asking-for-gaps", every, gaps::askForMissing);
    }

    @Bean
    Loop forgettingParked(ParkedList parked, @Value("${redress.parked.look-every:5s}") Duration every) {
        return Loop.every("forgetting-parked", every, parked::forgetApplied);
    }

    @Bean
    Doubts doubts(
            MongoTemplate mongo,
            MeterRegistry meters,
            @Value("${redress.consuming.patience:1m}") Duration bad,
            @Value("${redress.consuming.key-patience:10m}") Duration key) {
        return new Doubts(mongo, new Patience(bad, key), meters);
    }

    @Bean
    Loop tryingAgain(Doubts doubts) {
        return Loop.of("trying-again", TRY_EVERY, doubts::tryAgain);
    }

    @Bean
    EventConsumers eventConsumers(
            DeadLetters deadLetters,
            Gaps gaps,
            ParkedList parked,
            Doubts doubts,
            HeldPartitions held,
            MeterRegistry meters,
            ResendRequests requests,
            TopicsChecked topics,
            Traces traces) {
        SetAside aside = new SetAside(deadLetters, parked, gaps, doubts, held);
        return new EventConsumers(aside, new ConsumedCounter(meters), requests, topics, traces);
    }

    @Bean
    Replays replays(KafkaProperties kafka, TopicNames names, EventConsumers consumers) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new Replays(settings, names, consumers);
    }

    @Bean
    HeldPartitions heldPartitions(TopicNames names, MeterRegistry meters) {
        return new HeldPartitions(names, meters);
    }

    @Bean
    Loop lookingAtHeld(HeldPartitions held, @Value("${redress.held.look-every:1m}") Duration every) {
        return Loop.every("looking-at-held", every, held::lookAgain);
    }

    /** A container that an error ended stands still without a word: liveness tells. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> patientContainers(
            HeldPartitions held, Loops loops) {
        return (container, destination, group) -> {
            container.setCommonErrorHandler(new PatientErrorHandler(held));
            loops.watch("consuming-" + destination + " by " + group, container::isInExpectedState);
        };
    }
}
