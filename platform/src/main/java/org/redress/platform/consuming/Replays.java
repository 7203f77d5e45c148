package org.redress.platform.consuming;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.redress.contracts.Event;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.TopicNames;

/** Begins to read topics once more. */
public final class Replays {

    private final Map<String, Object> settings;
    private final TopicNames names;
    private final EventConsumers consumers;

    Replays(Map<String, Object> settings, TopicNames names, EventConsumers consumers) {
        this.settings = settings;
        this.names = names;
        this.consumers = consumers;
    }

    /** For a handler that stands at the start, or somewhere on the way. */
    public <E extends Event> Replay of(EventHandler<E> handler) {
        Topic topic = handler.consumption().topic();
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(number -> new TopicPartition(names.name(topic), number))
                .toList();
        return new Replay(
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                consumers.unwatched(handler),
                partitions);
    }
}
