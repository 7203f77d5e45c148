package org.redress.platform.operating;

import java.time.Duration;
import java.time.Instant;
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
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.messaging.TopicsChecked;
import org.redress.platform.time.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Creates the topics that are missing, with the partitions and retention of {@link Topic}, and refuses ones that would
 * lose events: another number of partitions, fewer than three copies unless a single broker was asked for, or settings
 * ({@link TopicRules}) that drop what is not to be dropped. Nothing is published or consumed before a look found all well.
 */
class TopicProvisioner implements InitializingBean, TopicsChecked {

    private static final Logger log = LoggerFactory.getLogger(TopicProvisioner.class);
    private static final int COPIES = 3;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final Duration LOOK_EVERY = Duration.ofMinutes(5);
    private static final int LOOKS = 30;
    private static final int UNTIL_SEEN_MILLIS = 100;
    private static final String AWAY = "broker away";

    private final Map<String, Object> client;
    private final TopicNames names;
    private final boolean singleBroker;
    private volatile String state = AWAY;
    private volatile boolean done;
    private volatile Instant looked = Instant.EPOCH;

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

    @Override
    public boolean passed() {
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

    /** What somebody changes later is seen too: then everything stops, and what is written waits in the database. */
    void lookAgain() {
        if (!done || RealTime.now().isAfter(looked.plus(LOOK_EVERY))) {
            provision();
        }
    }

    final void provision() {
        try (Admin admin = Admin.create(client)) {
            create(admin);
            List<String> faults = faultsOnceSeen(admin);
            done = faults.isEmpty();
            looked = RealTime.now();
            state = done ? "ok" : String.join("; ", faults);
            if (!done) {
                log.error("Topics that would lose events: {}", state);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            if (!done) {
                state = AWAY;
            }
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
        return new NewTopic(name, topic.partitions(), (short) (singleBroker ? 1 : COPIES))
                .configs(TopicRules.of(topic, retentionMillis, singleBroker).wanted());
    }

    /** A topic that was just created is not known to every broker at once. */
    private List<String> faultsOnceSeen(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        for (int look = 1; ; look++) {
            try {
                return faults(admin);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || look == LOOKS) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(UNTIL_SEEN_MILLIS);
            }
        }
    }

    private List<String> faults(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        List<String> faults = new ArrayList<>();
        List<String> all = wanted().stream().map(NewTopic::name).toList();
        Map<String, TopicDescription> found =
                admin.describeTopics(all).allTopicNames().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        Map<String, Config> settings = settings(admin, all);
        for (NewTopic wanted : wanted()) {
            TopicDescription topic = Objects.requireNonNull(found.get(wanted.name()), wanted.name());
            faults.addAll(shapeFaults(wanted, topic));
            Config set = Objects.requireNonNull(settings.get(wanted.name()), wanted.name());
            new TopicRules(
                            Long.parseLong(setting(wanted, TopicConfig.RETENTION_MS_CONFIG)),
                            Integer.parseInt(setting(wanted, TopicConfig.MAX_MESSAGE_BYTES_CONFIG)),
                            singleBroker)
                    .faults(name -> value(set, name))
                    .forEach(fault -> faults.add(wanted.name() + " has " + fault));
        }
        return faults;
    }

    private static String setting(NewTopic wanted, String name) {
        return Objects.requireNonNull(wanted.configs().get(name), name);
    }

    private List<String> shapeFaults(NewTopic wanted, TopicDescription topic) {
        List<String> faults = new ArrayList<>();
        if (topic.partitions().size() != wanted.numPartitions()) {
            faults.add(
                    wanted.name() + " has " + topic.partitions().size() + " partitions, not " + wanted.numPartitions());
        }
        int copies = topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (!singleBroker && copies < COPIES) {
            faults.add(wanted.name() + " has " + copies + " copies, fewer than " + COPIES
                    + " (REDRESS_SINGLE_BROKER=true allows it for development)");
        }
        return faults;
    }

    private static Map<String, Config> settings(Admin admin, List<String> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<ConfigResource> resources = topics.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Config> settings = new HashMap<>();
        admin.describeConfigs(resources)
                .all()
                .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .forEach((resource, config) -> settings.put(resource.name(), config));
        return settings;
    }

    private static @Nullable String value(Config config, String name) {
        ConfigEntry entry = config.get(name);
        return entry == null ? null : entry.value();
    }
}
