package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.EventHeaders;

/** What other services would publish and read. */
public final class Streams {

    private final String servers;
    private final String prefix;

    Streams(String servers, String prefix) {
        this.servers = servers;
        this.prefix = prefix;
    }

    /** Publishes an event as its producer would. */
    public void publish(Event event) {
        Head head = event.head();
        Properties settings = new Properties();
        settings.put("bootstrap.servers", servers);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                prefix + Topic.of(event.getClass()).topicName(),
                null,
                head.key(),
                EventCodec.encode(event),
                EventHeaders.write(
                        head.eventId(),
                        head.aggregateId(),
                        EventCodec.typeOf(event.getClass()),
                        head.sequence(),
                        head.epoch()));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The record with this key, if it comes within half a minute. */
    public Optional<ConsumerRecord<String, byte[]>> find(String topic, String key) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", servers);
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(prefix + topic));
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> found : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(found.key())) {
                        return Optional.of(found);
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** A record's headers as text. */
    public static Map<String, String> headers(ConsumerRecord<?, ?> found) {
        Map<String, String> headers = new HashMap<>();
        StreamSupport.stream(found.headers().spliterator(), false)
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
