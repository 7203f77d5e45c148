package org.redress.bench.throughput;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.redress.contracts.Topic;

/** What the services have not yet read, as the broker knows it: a consumer commits what it has applied. */
final class Backlog implements AutoCloseable {

    private static final Map<String, List<Topic>> READS = Map.of(
            "intake", List.of(Topic.CASES),
            "routing", List.of(Topic.SUBMISSIONS),
            "notification", List.of(Topic.SUBMISSIONS, Topic.CASES),
            "analytics", List.of(Topic.CASES));

    private final Admin admin;

    Backlog(String bootstrapServers) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Records that a service has still to apply. */
    long of(String service) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (Topic topic : READS.getOrDefault(service, List.of())) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                latest.put(new TopicPartition(topic.topicName(), partition), OffsetSpec.latest());
            }
        }
        try {
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(latest).all().get();
            Map<TopicPartition, OffsetAndMetadata> applied = admin.listConsumerGroupOffsets(service)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - offset(applied.get(end.getKey())))
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not tell offsets", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Records that all services have still to apply. */
    long ofAll() {
        return READS.keySet().stream().mapToLong(this::of).sum();
    }

    Admin admin() {
        return admin;
    }

    private static long offset(@org.jspecify.annotations.Nullable OffsetAndMetadata applied) {
        return applied == null ? 0 : applied.offset();
    }

    @Override
    public void close() {
        admin.close();
    }
}
