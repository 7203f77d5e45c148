package org.redress.platform.consuming;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
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
    private final Map<Place, Hold> held = new ConcurrentHashMap<>();

    HeldPartitions(TopicNames names, MeterRegistry meters) {
        this.names = names;
        Gauge.builder(RedressMetric.HELD.metricName(), this, it -> it.list().size())
                .description("Partitions that wait for a newer version of this service")
                .register(meters);
    }

    /** A partition as one consumer has it: another one may be further in it. */
    record Place(Consumption consumption, TopicPartition partition) {}

    private record Hold(MessageListenerContainer container, PartitionsHeldException.From from) {}

    void hold(MessageListenerContainer container, Place place, PartitionsHeldException.From from) {
        container.pausePartition(place.partition());
        if (held.put(place, new Hold(container, from)) == null) {
            log.error(
                    "{} is held at offset {}: this version does not know {}. Start a version that does.",
                    place.partition(),
                    from.offset(),
                    from.why());
        }
    }

    /** Notes that records of these partitions were dealt with. */
    void passed(Consumption consumption, Collection<Integer> partitions) {
        if (held.isEmpty()) {
            return;
        }
        partitions.forEach(number -> {
            TopicPartition partition = new TopicPartition(names.name(consumption.topic()), number);
            if (held.remove(new Place(consumption, partition)) != null) {
                log.info("{} is held no longer", partition);
            }
        });
    }

    void lookAgain() {
        held.forEach((place, hold) -> hold.container().resumePartition(place.partition()));
    }

    /** What is held of the partitions this instance has now, and why. */
    List<String> list() {
        return held.entrySet().stream()
                .filter(hold -> assigned(hold.getValue().container())
                        .contains(hold.getKey().partition()))
                .map(hold -> hold.getKey().partition() + " at "
                        + hold.getValue().from().offset() + ": "
                        + hold.getValue().from().why())
                .sorted()
                .toList();
    }

    private static Collection<TopicPartition> assigned(MessageListenerContainer container) {
        Collection<TopicPartition> assigned = container.getAssignedPartitions();
        return assigned == null ? List.of() : assigned;
    }
}
