package org.redress.platform.operating;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.redress.platform.consuming.EventConsumers;
import org.redress.platform.looping.Loop;
import org.redress.platform.messaging.DeadLetters;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.messaging.TopicParties;
import org.redress.platform.publishing.Continuity;
import org.redress.platform.publishing.Publisher;
import org.redress.platform.web.InternalPaths;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** The platform's share of the broker: producer, topic names, topics, dead letters, health. */
@AutoConfiguration
@EnableConfigurationProperties(TopicParties.class)
public class PlatformAutoConfiguration {

    private static final int LARGEST_REQUEST = 8 * 1024 * 1024;

    private static final Duration CHECK_EVERY = Duration.ofSeconds(2);

    @Bean
    TopicNames topicNames(@Value("${redress.topic-prefix:}") String prefix) {
        return new TopicNames(prefix);
    }

    @Bean(destroyMethod = "close")
    Producer<String, byte[]> eventProducer(KafkaProperties kafka) {
        Map<String, Object> settings = clientSettings(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        // What is larger was refused before it was written.
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        // A failed send stays pending and is tried for as long as it takes: a round need not wait long.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()) {
            // What is not acknowledged by then is still pending in the database: no end waits for a broker that is
            // away.
            @Override
            public void close() {
                close(Duration.ofSeconds(2));
            }
        };
    }

    private static Map<String, Object> clientSettings(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.remove("security.protocol.default");
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "");
        return settings;
    }

    @Bean
    TopicProvisioner topicProvisioner(
            KafkaProperties kafka, TopicNames names, @Value("${redress.single-broker:false}") boolean singleBroker) {
        return new TopicProvisioner(clientSettings(kafka), names, singleBroker);
    }

    @Bean
    Loop checkingTopics(TopicProvisioner topics) {
        return Loop.every("checking-topics", CHECK_EVERY, topics::lookAgain);
    }

    @Bean
    DeadLetters deadLetters(
            Producer<String, byte[]> producer,
            TopicNames names,
            MeterRegistry meters,
            @Value("${spring.application.name}") String service) {
        return new DeadLetters(producer, names, meters, service);
    }

    @Bean
    BrokerHealth brokerHealthIndicator(TopicProvisioner topics, Publisher publisher, Continuity continuity) {
        return new BrokerHealth(topics, publisher, continuity);
    }

    /**
     * Who consumes what this service publishes may ask for it again, and who publishes what it consumes where it stands;
     * an operator lets this service ask.
     */
    @Bean
    InternalPaths wayBackPaths(TopicParties parties, @Value("${spring.application.name}") String service) {
        return new InternalPaths(Map.of(
                "/internal/resend",
                InternalPaths.services(parties.consumersOf(service)),
                "/internal/standings",
                InternalPaths.services(parties.producersFor(service)),
                "/internal/redrive",
                InternalPaths.OPERATORS,
                "/internal/restored",
                InternalPaths.OPERATORS));
    }

    @Bean
    ConsumersHealth consumersHealthIndicator(EventConsumers consumers) {
        return new ConsumersHealth(consumers);
    }

    @Bean
    WayBackController wayBackController(Publisher publisher, EventConsumers consumers, Continuity continuity) {
        return new WayBackController(publisher, consumers, continuity);
    }
}
