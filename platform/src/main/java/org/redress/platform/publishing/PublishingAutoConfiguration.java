package org.redress.platform.publishing;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.redress.platform.looping.Loop;
import org.redress.platform.looping.Loops;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.messaging.TopicParties;
import org.redress.platform.messaging.TopicsChecked;
import org.redress.platform.tracing.Traces;
import org.redress.platform.web.ServiceClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** The database's settings that nothing may be lost under, and the publisher. */
@AutoConfiguration(before = DataMongoAutoConfiguration.class)
public class PublishingAutoConfiguration {

    @Bean
    MongoClientSettingsBuilderCustomizer safeWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .retryWrites(true)
                .retryReads(true);
    }

    /** A day is stored as its text: a moment would depend on the machine's zone. */
    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return new MongoCustomConversions(List.of(DayToText.INSTANCE, TextToDay.INSTANCE));
    }

    @Bean(destroyMethod = "close")
    Continuity continuity(
            KafkaProperties kafka,
            TopicNames topics,
            MongoTemplate mongo,
            MeterRegistry meters,
            @Value("${redress.continuity.look-every:10s}") Duration lookEvery) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        OwnTopics own = new OwnTopics(
                () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), topics);
        return new Continuity(new Mark.Store(mongo.getDb()), own, lookEvery, meters);
    }

    @Bean
    Confirmations confirmations(
            KafkaProperties kafka,
            TopicNames topics,
            MongoTemplate mongo,
            Publisher publisher,
            ServiceClient client,
            TopicParties parties,
            @Value("${redress.confirmations.patience:10m}") Duration patience,
            MeterRegistry meters) {
        Consumers consumers = new Consumers(client.builder().build(), parties);
        Map<String, Object> admin = new HashMap<>(kafka.buildAdminProperties());
        admin.put(CommonClientConfigs.CLIENT_ID_CONFIG, "");
        return new Confirmations(
                mongo.getDb(),
                publisher::byTopic,
                consumers,
                new Passing(admin, topics),
                publisher::resend,
                patience,
                meters);
    }

    @Bean
    Loop confirming(Confirmations confirmations, @Value("${redress.confirmations.look-every:15s}") Duration every) {
        return Loop.every("confirming", every, confirmations::look);
    }

    @Bean
    Publisher publisher(
            Producer<String, byte[]> producer,
            TopicNames topics,
            TopicsChecked checked,
            MongoTemplate mongo,
            Continuity continuity,
            Traces traces,
            MeterRegistry meters) {
        return new Publisher(new EventSender(producer, topics, traces), checked, mongo.getDb(), continuity, meters);
    }

    @Bean
    Loop publishing(Publisher publisher) {
        return Loop.of("publishing", Duration.ZERO, () -> {
            publisher.round();
            return true;
        });
    }

    @Bean
    AggregateStores aggregateStores(MongoTemplate mongo, Publisher publisher, Loops loops, MeterRegistry meters) {
        return new AggregateStores(mongo, publisher, loops, meters);
    }

    @WritingConverter
    private enum DayToText implements Converter<LocalDate, String> {
        INSTANCE;

        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    @ReadingConverter
    private enum TextToDay implements Converter<String, LocalDate> {
        INSTANCE;

        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }
}
