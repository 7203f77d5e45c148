package org.redress.bench.clocks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.RungReached;

/**
 * What the broker was told of rungs, read from outside.
 *
 * @param rungs each firing in the order the broker has them
 */
record Told(List<Firing> rungs) {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final String REACHED = EventCodec.typeOf(RungReached.class);

    /**
     * One firing.
     *
     * @param petitionId whose
     * @param dueAt when the rung was due, in business time
     * @param at when the broker had it, in real time
     */
    record Firing(String petitionId, Instant dueAt, Instant at) {}

    /** All firings on the topic of cases. */
    static Told read(String bootstrapServers) {
        List<Firing> rungs = new ArrayList<>();
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.CASES.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL).forEach(read -> add(read, rungs));
            }
        }
        rungs.sort(Comparator.comparing(Firing::at));
        return new Told(rungs);
    }

    private static void add(ConsumerRecord<byte[], byte[]> read, List<Firing> rungs) {
        Header type = read.headers().lastHeader("type");
        if (type != null && new String(type.value(), StandardCharsets.UTF_8).equals(REACHED)) {
            RungReached reached = (RungReached) EventCodec.decode(REACHED, read.value());
            rungs.add(new Firing(
                    reached.head().aggregateId(), reached.rung().dueAt(), Instant.ofEpochMilli(read.timestamp())));
        }
    }

    /** How late each was told, in milliseconds; business time runs ahead of real time by that much. */
    Histogram lateness(Duration ahead) {
        Histogram millis = new Histogram(3_600_000_000L, 3);
        rungs.forEach(rung -> millis.recordValue(Math.max(
                0, Duration.between(rung.dueAt().minus(ahead), rung.at()).toMillis())));
        return millis;
    }

    /** By how much a rung was told after one that was due later, at most, in milliseconds. */
    long overtaken() {
        long most = 0;
        Instant latest = Instant.MIN;
        for (Firing rung : rungs) {
            if (rung.dueAt().isAfter(latest)) {
                latest = rung.dueAt();
            }
            most = Math.max(most, Duration.between(rung.dueAt(), latest).toMillis());
        }
        return most;
    }

    /** How many cases were told of more than once. */
    long twice() {
        Map<String, Integer> times = new HashMap<>();
        rungs.forEach(rung -> times.merge(rung.petitionId(), 1, Integer::sum));
        Collection<Integer> counts = times.values();
        return counts.stream().filter(count -> count > 1).count();
    }
}
