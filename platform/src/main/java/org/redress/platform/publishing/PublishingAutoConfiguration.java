package org.redress.platform.publishing;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.redress.platform.looping.Loop;
import org.redress.platform.looping.Loops;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.messaging.TopicsChecked;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
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

    @Bean
    Publisher publisher(
            Producer<String, byte[]> producer,
            TopicNames topics,
            TopicsChecked checked,
            MongoTemplate mongo,
            MeterRegistry meters) {
        return new Publisher(new EventSender(producer, topics), checked, mongo.getDb(), meters);
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
