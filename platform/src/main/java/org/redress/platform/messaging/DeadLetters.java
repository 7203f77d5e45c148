package org.redress.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.redress.contracts.Topic;
import org.redress.platform.observing.RedressMetric;

/** Keeps a copy of what a consumer could not apply; evidence that is never read back. */
public final class DeadLetters {

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
            counter(topic, "bad");
        }
    }

    /**
     * Copies a record with its headers and the reason, and returns when the broker has it.
     *
     * @throws KafkaException when the broker does not acknowledge: then the record was not dealt with
     */
    public void keep(Topic topic, ConsumedRecord record, String reason) {
        Future<RecordMetadata> answer = producer.send(new ProducerRecord<>(
                topics.deadLetters(topic), null, record.key(), record.value(), headers(record, reason)));
        try {
            answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
        counter(topic, reason).increment();
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
                headers.add(new RecordHeader(header.getKey(), text.getBytes(StandardCharsets.UTF_8)));
            }
        }
        headers.add(new RecordHeader("dead-letter-reason", reason.getBytes(StandardCharsets.UTF_8)));
        headers.add(new RecordHeader("dead-letter-consumer", consumer.getBytes(StandardCharsets.UTF_8)));
        headers.add(new RecordHeader(
                "dead-letter-from", (record.partition() + "@" + record.offset()).getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
