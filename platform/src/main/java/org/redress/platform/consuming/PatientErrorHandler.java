package org.redress.platform.consuming;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What reaches the container is an outage: it pauses the partitions, keeps the offsets and tries without end. Or some
 * partitions are held: these go back to where they stopped and wait, the others go on.
 */
final class PatientErrorHandler extends DefaultErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(PatientErrorHandler.class);

    private final HeldPartitions held;

    PatientErrorHandler(HeldPartitions held) {
        super(backOff());
        this.held = held;
        setClassifications(Map.of(), true);
        // Offsets are committed here: the container would commit those of held partitions too.
        setAckAfterHandle(false);
    }

    private static ExponentialBackOff backOff() {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        backOff.setMaxAttempts(Long.MAX_VALUE);
        return backOff;
    }

    @Override
    public void handleBatch(
            Exception thrown,
            ConsumerRecords<?, ?> batch,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        AtomicReference<@Nullable PartitionsHeldException> stopped =
                new AtomicReference<>(PartitionsHeldException.in(thrown).orElse(null));
        if (stopped.get() == null) {
            super.handleBatch(thrown, batch, consumer, container, () -> stopped.set(heldAfter(invokeListener)));
        }
        dealtWith(batch, stopped.get(), consumer, container);
    }

    private static @Nullable PartitionsHeldException heldAfter(Runnable invokeListener) {
        try {
            invokeListener.run();
            return null;
        } catch (RuntimeException e) {
            return PartitionsHeldException.in(e).orElseThrow(() -> e);
        }
    }

    private void dealtWith(
            ConsumerRecords<?, ?> batch,
            @Nullable PartitionsHeldException stopped,
            Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : batch.partitions()) {
            PartitionsHeldException.From from =
                    stopped == null ? null : stopped.partitions().get(partition.partition());
            if (stopped == null || from == null) {
                long last = batch.records(partition).getLast().offset();
                offsets.put(partition, new OffsetAndMetadata(last + 1));
            } else {
                offsets.put(partition, new OffsetAndMetadata(from.offset()));
                consumer.seek(partition, from.offset());
                held.hold(container, new HeldPartitions.Place(stopped.consumption(), partition), from);
            }
        }
        commit(consumer, offsets);
    }

    private static void commit(Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            consumer.commitSync(offsets);
        } catch (KafkaException e) {
            // Whoever has the partitions next reads them from where the last commit left them: duplicates.
            log.warn("Offsets are not committed now: {}", e.toString());
        }
    }
}
