package org.redress.bench.faults.judging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Topic;
import org.redress.tools.verifying.Alerts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads whole topics from their beginning, without a group and without the platform's code. */
public final class TopicReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;
    private final String prefix;

    /**
     * A reader of a broker.
     *
     * @param prefix what the names of the topics begin with
     */
    public TopicReader(String bootstrapServers, String prefix) {
        this.bootstrapServers = bootstrapServers;
        this.prefix = prefix;
    }

    /** Every record of every topic, in the order of its partition. */
    public List<TopicRecord> read() {
        List<TopicRecord> records = new ArrayList<>();
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (Topic topic : Topic.values()) {
                read(consumer, topic, records);
            }
        }
        return records;
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer, Topic topic, List<TopicRecord> records) {
        List<TopicPartition> partitions = consumer.partitionsFor(prefix + topic.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            consumer.poll(POLL).forEach(read -> records.add(record(topic, read)));
        }
    }

    private static TopicRecord record(Topic topic, ConsumerRecord<byte[], byte[]> read) {
        Place place = new Place(
                header(read, "aggregateId"),
                Integer.parseInt(header(read, "epoch")),
                Long.parseLong(header(read, "sequence")));
        String type = header(read, "type");
        JsonNode value = JSON.readTree(read.value());
        return new TopicRecord(
                topic,
                place,
                header(read, "eventId"),
                type,
                sha256(read.value()),
                value.path("requestId").asString(""),
                value.path("externalId").asString(""),
                rung(value),
                Alerts.demandedBy(EventCodec.decode(type, read.value())));
    }

    private static String header(ConsumerRecord<byte[], byte[]> read, String name) {
        Header header = read.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalStateException("A record at %s-%d@%d has no header %s"
                    .formatted(read.topic(), read.partition(), read.offset(), name));
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    /** A rung of a clock: named by the clock's kind and begin, for a case may have one kind twice. */
    private static String rung(JsonNode event) {
        JsonNode clock = event.path("clock");
        return event.path("rung").isObject()
                ? clock.path("kind").asString() + " of "
                        + clock.path("startedOn").asString() + " "
                        + event.path("rung").path("name").asString()
                : "";
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
