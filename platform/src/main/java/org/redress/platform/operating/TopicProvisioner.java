package org.redress.platform.operating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.TopicNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Creates the topics that are missing, with the partitions and retention of {@link Topic}, and refuses ones that would
 * lose events: another number of partitions, or fewer than three copies unless a single broker was asked for.
 */
class TopicProvisioner implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(TopicProvisioner.class);
    private static final int COPIES = 3;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final String AWAY = "broker away";

    private final Map<String, Object> client;
    private final TopicNames names;
    private final boolean singleBroker;
    private volatile String state = AWAY;
    private volatile boolean done;

    TopicProvisioner(Map<String, Object> client, TopicNames names, boolean singleBroker) {
        this.client = new HashMap<>(client);
        // Closing waits for calls under way: without these a minute, which would hold up every start and end.
        this.client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.names = names;
        this.singleBroker = singleBroker;
    }

    /** What the last look at the topics found: {@code ok}, or what is wrong. */
    String state() {
        return state;
    }

    boolean done() {
        return done;
    }

    /**
     * A first try before any consumer starts; a broker that is away is tried again in the background.
     *
     * @throws IllegalStateException when a topic would lose events
     */
    @Override
    public void afterPropertiesSet() {
        provision();
        if (!done && !state.equals(AWAY)) {
            throw new IllegalStateException("Refused to start: " + state);
        }
    }

    @Scheduled(fixedDelay = 2, initialDelay = 2, timeUnit = TimeUnit.SECONDS)
    void provision() {
        if (done) {
            return;
        }
        try (Admin admin = Admin.create(client)) {
            create(admin);
            List<String> faults = faults(admin);
            done = faults.isEmpty();
            state = done ? "ok" : String.join("; ", faults);
            if (!done) {
                log.error("Topics that would lose events: {}", state);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            state = AWAY;
            log.warn("The topics cannot be checked yet: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void create(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        for (var created : admin.createTopics(wanted()).values().values()) {
            try {
                created.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private List<NewTopic> wanted() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(topic(names.name(topic), topic, topic.retentionMillis()));
            topics.add(topic(names.deadLetters(topic), topic, topic.deadLetterRetentionMillis()));
        }
        return topics;
    }

    private NewTopic topic(String name, Topic topic, long retentionMillis) {
        Map<String, String> config = new HashMap<>(Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retentionMillis),
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime"));
        if (!singleBroker) {
            config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return new NewTopic(name, topic.partitions(), (short) (singleBroker ? 1 : COPIES)).configs(config);
    }

    private List<String> faults(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        List<String> faults = new ArrayList<>();
        List<String> all = wanted().stream().map(NewTopic::name).toList();
        Map<String, TopicDescription> found =
                admin.describeTopics(all).allTopicNames().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        for (NewTopic wanted : wanted()) {
            TopicDescription topic = Objects.requireNonNull(found.get(wanted.name()), wanted.name());
            if (topic.partitions().size() != wanted.numPartitions()) {
                faults.add(wanted.name() + " has " + topic.partitions().size() + " partitions, not "
                        + wanted.numPartitions());
            }
            int copies = topic.partitions().stream()
                    .mapToInt(p -> p.replicas().size())
                    .min()
                    .orElse(0);
            if (!singleBroker && copies < COPIES) {
                faults.add(wanted.name() + " has " + copies + " copies, fewer than " + COPIES
                        + " (REDRESS_SINGLE_BROKER=true allows it for development)");
            }
        }
        return faults;
    }
}
