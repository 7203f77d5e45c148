package org.redress.tools.backup;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;

/**
 * Where consumers go on after a restore. What lies on a topic from after the backup is of a history that its producer no
 * longer has: a consumer that was put back too would begin with it what nobody else knows. What it lacks of the histories
 * that are left is sent to it again by {@code restored} and {@code verify --heal}.
 */
final class Positions {

    /** A consumer that was killed stays a member of its group for fifteen seconds. */
    static final Duration UNTIL_FORGOTTEN = Duration.ofSeconds(25);

    private static final int PATIENCE_MILLIS = 30_000;
    private static final Set<GroupState> WITHOUT_MEMBERS = Set.of(GroupState.EMPTY, GroupState.DEAD);

    private final Properties settings;
    private final String prefix;
    private final Duration untilForgotten;

    private Positions(Properties settings, String prefix, Duration untilForgotten) {
        this.settings = settings;
        this.prefix = prefix;
        this.untilForgotten = untilForgotten;
    }

    /**
     * At the broker that the terminal's environment names.
     *
     * @param file further settings of a Kafka client, such as those of SASL and TLS
     * @param untilForgotten how long a consumer is waited for that may have been killed a moment ago
     * @throws UsageException when there is no address or the file cannot be read
     */
    static Positions of(Terminal terminal, @Nullable String file, Duration untilForgotten) {
        Properties settings = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                settings.load(reader);
            } catch (IOException e) {
                throw new UsageException(file + " cannot be read: " + e);
            }
        }
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, terminal.required("KAFKA_BOOTSTRAP_SERVERS"));
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return new Positions(settings, terminal.variable("REDRESS_TOPIC_PREFIX", ""), untilForgotten);
    }

    /**
     * Waits until the groups of all consumers in these services are empty.
     *
     * @throws UsageException when a service still runs or the broker does not answer
     */
    void requireStopped(Collection<String> services) throws InterruptedException {
        long end = System.nanoTime() + untilForgotten.toNanos();
        try (Admin admin = admin()) {
            while (groups(admin, services).stream().anyMatch(Positions::hasMembers)) {
                if (System.nanoTime() > end) {
                    throw stillRuns(services);
                }
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (ExecutionException e) {
            throw unanswered(e);
        }
    }

    /**
     * Moves each consumer in a service that is restored to the end of the topics that a lost one published on.
     *
     * @return partitions that were moved
     * @throws UsageException when a service still runs or the broker does not answer
     */
    int moveToEnds(Collection<String> restored, Collection<String> lost) throws InterruptedException {
        Set<String> topics = Arrays.stream(Topic.values())
                .filter(topic -> lost.contains(producer(topic)))
                .map(topic -> prefix + topic.topicName())
                .collect(Collectors.toSet());
        int moved = 0;
        try (Admin admin = admin()) {
            for (GroupListing group : groups(admin, restored)) {
                moved += move(admin, group.groupId(), topics);
            }
            return moved;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownMemberIdException ? stillRuns(lost) : unanswered(e);
        }
    }

    private static UsageException stillRuns(Collection<String> services) {
        return new UsageException("A service still runs: stop all instances of " + String.join(", ", services)
                + " and begin anew. Nothing was restored.");
    }

    /** A client; it resolves the broker's names at once. */
    private Admin admin() {
        try {
            return Admin.create(settings);
        } catch (KafkaException e) {
            throw unanswered(e);
        }
    }

    private static UsageException unanswered(Exception e) {
        return new UsageException("The broker does not answer, and nothing was restored: " + e.getCause());
    }

    private List<GroupListing> groups(Admin admin, Collection<String> services)
            throws InterruptedException, ExecutionException {
        return admin.listGroups().all().get().stream()
                .filter(group -> services.stream().anyMatch(service -> isOf(service, group.groupId())))
                .toList();
    }

    private static boolean hasMembers(GroupListing group) {
        return group.groupState().filter(WITHOUT_MEMBERS::contains).isEmpty();
    }

    private boolean isOf(String service, String group) {
        return group.equals(prefix + service) || group.startsWith(prefix + service + "-");
    }

    private static int move(Admin admin, String group, Set<String> topics)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> wanted =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().keySet().stream()
                        .filter(partition -> topics.contains(partition.topic()))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        if (wanted.isEmpty()) {
            return 0;
        }
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        admin.listOffsets(wanted)
                .all()
                .get()
                .forEach((partition, last) -> ends.put(partition, new OffsetAndMetadata(last.offset())));
        admin.alterConsumerGroupOffsets(group, ends).all().get();
        return ends.size();
    }

    private static String producer(Topic topic) {
        return switch (topic) {
            case SUBMISSIONS -> "intake";
            case CASES, GROUPS, ORGANISATION -> "routing";
            case ALERTS -> "analytics";
            case DELIVERIES -> "notification";
        };
    }
}
