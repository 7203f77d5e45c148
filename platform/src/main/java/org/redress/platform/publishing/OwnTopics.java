package org.redress.platform.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.EventCodec;
import org.redress.contracts.NewerEventException;
import org.redress.contracts.Topic;
import org.redress.contracts.UndecodableEventException;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.platform.looping.Loop;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.messaging.TopicNames;

/** The topics a service publishes on, read without a group, by one thread at a time. */
final class OwnTopics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String TAKEN = EventCodec.typeOf(PetitionSubmitted.class);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final TopicNames names;
    private final Map<TopicPartition, Topic> partitions = new LinkedHashMap<>();
    private @Nullable Consumer<String, byte[]> consumer;

    OwnTopics(Supplier<Consumer<String, byte[]>> consumers, TopicNames names) {
        this.consumers = consumers;
        this.names = names;
    }

    /**
     * An event as it lies on its topic.
     *
     * @param receipt the receipt that was given with it; absent for all but a petition that was taken
     */
    record Told(Topic topic, EventHeaders headers, @Nullable String receipt) {}

    void add(Topic topic) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            partitions.put(new TopicPartition(names.name(topic), partition), topic);
        }
    }

    /** The offset each partition's next record will have. */
    Map<TopicPartition, Long> ends() {
        return partitions.isEmpty() ? Map.of() : new HashMap<>(consumer().endOffsets(partitions.keySet()));
    }

    private Map<TopicPartition, Long> begins() {
        return partitions.isEmpty() ? Map.of() : consumer().beginningOffsets(partitions.keySet());
    }

    /** Reads from these offsets, or from the beginning, to those, and gives the events away in batches. */
    void read(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            java.util.function.Consumer<List<Told>> batches) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        begins().forEach((partition, begin) -> {
            long start = Math.max(begin, from.getOrDefault(partition, begin));
            if (start < to.getOrDefault(partition, start)) {
                starts.put(partition, start);
            }
        });
        if (starts.isEmpty()) {
            return;
        }
        Consumer<String, byte[]> reader = consumer();
        reader.assign(starts.keySet());
        starts.forEach(reader::seek);
        while (starts.keySet().stream().anyMatch(each -> reader.position(each) < to.getOrDefault(each, 0L))) {
            Loop.comesForward();
            List<Told> batch = new ArrayList<>();
            reader.poll(POLL).forEach(found -> told(found, batch));
            if (!batch.isEmpty()) {
                batches.accept(batch);
            }
        }
        reader.unsubscribe();
    }

    private void told(ConsumerRecord<String, byte[]> found, List<Told> batch) {
        Topic topic = partitions.get(new TopicPartition(found.topic(), found.partition()));
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : found.headers()) {
            headers.put(header.key(), header.value());
        }
        if (topic != null) {
            EventHeaders.read(headers)
                    .map(read -> new Told(topic, read, receipt(read.type(), found.value())))
                    .ifPresent(batch::add);
        }
    }

    private static @Nullable String receipt(String type, byte[] event) {
        if (!type.equals(TAKEN)) {
            return null;
        }
        try {
            return EventCodec.decode(type, event) instanceof PetitionSubmitted taken ? taken.receipt() : null;
        } catch (NewerEventException | UndecodableEventException e) {
            return null;
        }
    }

    private Consumer<String, byte[]> consumer() {
        Consumer<String, byte[]> made = consumer == null ? consumers.get() : consumer;
        consumer = made;
        return made;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
        }
    }
}
