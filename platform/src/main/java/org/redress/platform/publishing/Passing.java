package org.redress.platform.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.TopicNames;

/** Whether a consumer is past what was published before a moment, by the offsets it committed. */
class Passing {

    private static final long PATIENCE_SECONDS = 10;
    /** By how much the broker's clock may differ from this machine's. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Map<String, Object> client;
    private final TopicNames names;

    Passing(Map<String, Object> client, TopicNames names) {
        this.client = Map.copyOf(client);
        this.names = names;
    }

    /**
     * Whether nothing published before the moment is still on its way to a consumer.
     *
     * @throws KafkaException when the broker does not tell
     */
    boolean isPast(String consumer, Topic topic, Instant moment) {
        try (Admin admin = Admin.create(client)) {
            Map<TopicPartition, ListOffsetsResultInfo> begins = offsets(admin, topic, OffsetSpec.earliest());
            Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(admin, topic, OffsetSpec.latest());
            Map<TopicPartition, ListOffsetsResultInfo> wanted = offsets(
                    admin, topic, OffsetSpec.forTimestamp(moment.plus(SKEW).toEpochMilli()));
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(names.prefix() + consumer)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return ends.keySet().stream().allMatch(partition -> {
                long first = offset(begins, partition);
                long after = offset(wanted, partition);
                long until = after < 0 ? offset(ends, partition) : after;
                OffsetAndMetadata at = committed.get(partition);
                return (at == null ? first : at.offset()) >= until;
            });
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        ListOffsetsResultInfo found = offsets.get(partition);
        return found == null ? -1 : found.offset();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Admin admin, Topic topic, OffsetSpec spec)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            asked.put(new TopicPartition(names.name(topic), partition), spec);
        }
        return admin.listOffsets(asked).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
