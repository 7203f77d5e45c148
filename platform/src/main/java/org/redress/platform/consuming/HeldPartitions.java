package org.redress.platform.consuming;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.observing.RedressMetric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * The partitions this instance has stopped at an event that a newer version wrote. An instance of the newer version that
 * takes over the partition goes on there; this one looks again from time to time.
 */
final class HeldPartitions {

    private static final Logger log = LoggerFactory.getLogger(HeldPartitions.class);

    private final TopicNames names;
    private final Map<TopicPartition, Hold> held = new ConcurrentHashMap<>();

    HeldPartitions(TopicNames names, MeterRegistry meters) {
        this.names = names;
        Gauge.builder(RedressMetric.HELD.metricName(), this, it -> it.list().size())
                .description("Partitions that wait for a newer version of this service")
                .register(meters);
    }

    private record Hold(MessageListenerContainer container, PartitionsHeldException.From from) {}

    void hold(MessageListenerContainer container, TopicPartition partition, PartitionsHeldException.From from) {
        container.pausePartition(partition);
        if (held.put(partition, new Hold(container, from)) == null) {
            log.error(
                    "{} is held at offset {}: this version does not know {}. Start a version that does.",
                    partition,
                    from.offset(),
                    from.why());
        }
    }

    /** Notes that records of these partitions were dealt with. */
    void passed(Topic topic, Collection<Integer> partitions) {
        if (held.isEmpty()) {
            return;
        }
        partitions.forEach(number -> {
            TopicPartition partition = new TopicPartition(names.name(topic), number);
            if (held.remove(partition) != null) {
                log.info("{} is held no longer", partition);
            }
        });
    }

    void lookAgain() {
        held.forEach((partition, hold) -> hold.container().resumePartition(partition));
    }

    /** What is held of the partitions this instance has now, and why. */
    List<String> list() {
        return held.entrySet().stream()
                .filter(hold -> assigned(hold.getValue().container()).contains(hold.getKey()))
                .map(hold -> hold.getKey() + " at " + hold.getValue().from().offset() + ": "
                        + hold.getValue().from().why())
                .sorted()
                .toList();
    }

    private static Collection<TopicPartition> assigned(MessageListenerContainer container) {
        Collection<TopicPartition> assigned = container.getAssignedPartitions();
        return assigned == null ? List.of() : assigned;
    }
}
