package org.redress.platform.consuming;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.redress.platform.messaging.ConsumedRecord;

/**
 * Reads a topic once more from its beginning, beside the consumers that follow it and without anybody's offsets, by the
 * same rules: what a handler keeps of it depends on the events alone.
 */
public final class Replay implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Consumer<String, byte[]> log;
    private final EventConsumer<?> consumer;
    private final List<TopicPartition> partitions;

    Replay(Consumer<String, byte[]> log, EventConsumer<?> consumer, List<TopicPartition> partitions) {
        this.log = log;
        this.consumer = consumer;
        this.partitions = partitions;
        log.assign(partitions);
        log.seekToBeginning(partitions);
    }

    /** How far the topic goes now: of each partition the offset behind its last record. */
    public Map<Integer, Long> ends() {
        Map<Integer, Long> ends = new HashMap<>();
        log.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    private boolean isBehind(Map<Integer, Long> ends) {
        return partitions.stream()
                .anyMatch(partition -> log.position(partition) < ends.getOrDefault(partition.partition(), 0L));
    }

    /**
     * Goes on until everything before these offsets is dealt with, as far as the topic goes.
     *
     * @param step called before each batch; what it throws breaks off
     * @return how many records it read
     * @throws TimeoutException when the broker gives nothing for half a minute
     */
    public long readTo(Map<Integer, Long> ends, Runnable step) {
        Map<Integer, Long> there = ends();
        there.replaceAll((partition, end) -> Math.min(end, ends.getOrDefault(partition, 0L)));
        long read = 0;
        long last = System.nanoTime();
        while (isBehind(there)) {
            step.run();
            ConsumerRecords<String, byte[]> records = log.poll(POLL);
            if (!records.isEmpty()) {
                consumer.accept(StreamSupport.stream(records.spliterator(), false)
                        .map(ConsumedRecord::of)
                        .toList());
                read += records.count();
                last = System.nanoTime();
            } else if (System.nanoTime() - last > PATIENCE.toNanos()) {
                throw new TimeoutException("nothing came of " + partitions);
            }
        }
        return read;
    }

    @Override
    public void close() {
        log.close();
    }
}
