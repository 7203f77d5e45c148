package org.redress.bench.faults.outages;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What the broker remembers of how far consumers came. */
final class Offsets implements AutoCloseable {

    private final Admin admin;

    Offsets(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** How many partitions it remembers for the groups of a service. */
    int of(String service) {
        try {
            Collection<GroupListing> groups = admin.listGroups().all().get();
            int known = 0;
            for (GroupListing group : groups) {
                if (group.groupId().contains(service)) {
                    known += known(group.groupId());
                }
            }
            return known;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not tell its groups", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int known(String group) throws ExecutionException, InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
