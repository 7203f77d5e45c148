package org.redress.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.redress.platform.observing.RedressMetric;

/** Keeps a copy of what a consumer could not apply; evidence that is never read back. */
public final class DeadLetters {

    private static final List<String> REASONS = List.of("bad", "parked", "damage", "no-headers");

    private final Producer<String, byte[]> producer;
    private final TopicNames topics;
    private final MeterRegistry meters;
    private final String consumer;

    /** For one service, whose name goes with each letter. */
    public DeadLetters(Producer<String, byte[]> producer, TopicNames topics, MeterRegistry meters, String consumer) {
        this.producer = producer;
        this.topics = topics;
        this.meters = meters;
        this.consumer = consumer;
        for (Topic topic : Topic.values()) {
            // A count that is there from the start shows its first letter as a rise.
            REASONS.forEach(reason -> counter(topic, reason));
        }
    }

    /**
     * Copies a record with its headers and the reason, and returns when the broker has it. Of a record that is too
     * large with the reason added, its length and digest are kept instead of its value.
     *
     * @param binding name of the consumer in the service
     * @param cause what went wrong, in words that quote nothing of the record
     * @throws KafkaException when the broker does not acknowledge: then the record was not dealt with
     */
    public void keep(Topic topic, String binding, ConsumedRecord record, String reason, @Nullable String cause) {
        List<Header> headers = headers(record, reason);
        headers.add(header("dead-letter-binding", binding));
        if (cause != null) {
            headers.add(header("dead-letter-cause", cause));
        }
        try {
            send(topic, record.key(), record.value(), headers);
        } catch (RecordTooLargeException e) {
            headers.add(header("dead-letter-bytes", Integer.toString(record.value().length)));
            headers.add(header("dead-letter-sha256", sha256(record.value())));
            send(topic, record.key(), new byte[0], headers);
        }
        counter(topic, reason).increment();
    }

    private void send(Topic topic, @Nullable String key, byte[] value, List<Header> headers) {
        Future<RecordMetadata> answer =
                producer.send(new ProducerRecord<>(topics.deadLetters(topic), null, key, value, headers));
        try {
            answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Counter counter(Topic topic, String reason) {
        return Counter.builder(RedressMetric.DEAD_LETTERS.metricName())
                .description("Records that could not be applied and were copied to a dead-letter topic")
                .tag("topic", topic.topicName())
                .tag("reason", reason)
                .register(meters);
    }

    private List<Header> headers(ConsumedRecord record, String reason) {
        List<Header> headers = new ArrayList<>();
        for (Map.Entry<String, ?> header : record.headers().entrySet()) {
            if (header.getValue() instanceof byte[] bytes) {
                headers.add(new RecordHeader(header.getKey(), bytes));
            } else if (header.getValue() instanceof String text) {
                headers.add(header(header.getKey(), text));
            }
        }
        headers.add(header("dead-letter-reason", reason));
        headers.add(header("dead-letter-consumer", consumer));
        headers.add(header("dead-letter-from", record.partition() + "@" + record.offset()));
        return headers;
    }
}
