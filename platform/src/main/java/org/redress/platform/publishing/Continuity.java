package org.redress.platform.publishing;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.observing.RedressMetric;
import org.redress.platform.publishing.OwnTopics.Told;
import org.redress.platform.time.RealTime;
import org.redress.platform.web.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database still holds everything this service ever published. Each event is in the database before it is
 * sent, so that one on a topic which the database does not know tells that an older state was restored. The topics are
 * looked at from where a mark in the database says they were looked at before, which a restore sets back as well.
 */
public final class Continuity implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Continuity.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Mark.Store marks;
    private final OwnTopics topics;
    private final Duration lookEvery;
    private final Map<Topic, PendingCollection> collections = new ConcurrentHashMap<>();
    private Instant looked = Instant.EPOCH;
    private long seen;
    private volatile int epoch;
    private volatile boolean whole;
    private volatile boolean restored;

    Continuity(Mark.Store marks, OwnTopics topics, Duration lookEvery, MeterRegistry meters) {
        this.marks = marks;
        this.topics = topics;
        this.lookEvery = lookEvery;
        Gauge.builder(RedressMetric.RESTORED.metricName(), this, it -> it.restored ? 1 : 0)
                .description("1 while nothing is published, since the database was restored from a backup")
                .register(meters);
    }

    synchronized void watch(Topic topic, PendingCollection collection) {
        collections.put(topic, collection);
        topics.add(topic);
    }

    /** True from the moment an older database was found until {@link #begin} is done. */
    public boolean isRestored() {
        return restored;
    }

    /** Whether events may be sent, as the last look told: it does not wait for another one. */
    boolean wasWhole() {
        return whole;
    }

    /** Epoch in which new aggregates begin. */
    int epoch() {
        if (epoch == 0) {
            epoch = marks.read().epoch();
        }
        return epoch;
    }

    /** Whether events may be sent; looks again every few seconds. A broker that is away takes none anyhow. */
    synchronized boolean allowsPublishing() {
        if (looked.plus(whole ? lookEvery : AGAIN).isBefore(RealTime.now())) {
            try {
                look();
            } catch (KafkaException | MongoException e) {
                log.warn("Whether the database is older than the topics cannot be seen yet: {}", e.toString());
            }
            looked = RealTime.now();
        }
        return whole;
    }

    private void look() {
        Mark mark = marks.read();
        boolean setBack = mark.number() < seen;
        boolean mendedElsewhere = restored && mark.number() > seen;
        if (setBack || mendedElsewhere) {
            whole = false;
            restored = false;
        }
        seen = mark.number();
        epoch = mark.epoch();
        if (restored) {
            return;
        }
        Map<TopicPartition, Long> ends = topics.ends();
        if (!whole) {
            Lost lost = lost(mark, ends);
            restored = !lost.events.isEmpty();
            whole = !restored;
        }
        if (restored) {
            log.error("Nothing is published: the database is older than what was published from it. Run restored.");
        } else if (!ends.equals(mark.offsets())) {
            seen = marks.move(mark, mark.at(ends)).number();
        }
    }

    /** What lies on the topics behind the mark and not in the database. */
    private Lost lost(Mark mark, Map<TopicPartition, Long> ends) {
        Lost lost = new Lost();
        topics.read(mark.offsets(), ends, batch -> {
            Map<Topic, List<Told>> byTopic = batch.stream().collect(Collectors.groupingBy(Told::topic));
            byTopic.forEach((topic, events) -> {
                PendingCollection collection = collections.get(topic);
                if (collection != null) {
                    Set<EventHeaders> held =
                            collection.held(events.stream().map(Told::headers).toList());
                    events.forEach(event -> lost.see(event, held.contains(event.headers())));
                }
            });
        });
        return lost;
    }

    /**
     * What became of the aggregates that had gone further before the restore.
     *
     * @param epoch epoch in which histories are told from now on
     * @param retold aggregates whose history is told again
     * @param gone ids of those that were made after the backup: nothing of them is left here
     * @param receipts receipts that were given for those of them that are petitions, by their ids
     * @param incomplete ids of those whose history is not whole, and which a person has to look at
     */
    public record Restoration(
            int epoch, int retold, List<String> gone, Map<String, String> receipts, List<String> incomplete) {}

    /**
     * Tells the history of each aggregate that had gone further before the restore again, in an epoch that none of its
     * consumers has seen, begins new aggregates in that epoch too, and publishes again. Run it on one instance alone.
     *
     * @throws KafkaException when the broker is away
     * @throws UnavailableException when another instance is at it too
     */
    public synchronized Restoration begin() {
        Mark mark = marks.read();
        Map<TopicPartition, Long> ends = topics.ends();
        Lost lost = lost(mark, ends);
        List<String> gone = new ArrayList<>();
        List<String> incomplete = new ArrayList<>();
        int retold = 0;
        Mark raised = mark;
        if (!lost.events.isEmpty()) {
            raised = marks.move(mark, mark.inEpoch(Math.max(mark.epoch(), lost.newestEpoch) + 1));
            if (raised.number() == mark.number()) {
                throw new UnavailableException(
                        "Another instance publishes too: stop all but one, then ask again.", AGAIN);
            }
            epoch = raised.epoch();
            for (Map.Entry<String, PendingCollection> aggregate :
                    collectionsOf(lost).entrySet()) {
                switch (aggregate.getValue().retell(aggregate.getKey(), raised.epoch())) {
                    case TOLD -> retold++;
                    case GONE -> gone.add(aggregate.getKey());
                    case INCOMPLETE -> incomplete.add(aggregate.getKey());
                }
            }
        }
        seen = marks.move(raised, raised.at(ends)).number();
        restored = false;
        whole = true;
        log.warn("Publishes again: {} told again, {} gone, {} incomplete", retold, gone.size(), incomplete.size());
        lost.receipts.keySet().retainAll(gone);
        return new Restoration(
                raised.epoch(), retold, List.copyOf(gone), Map.copyOf(lost.receipts), List.copyOf(incomplete));
    }

    private Map<String, PendingCollection> collectionsOf(Lost lost) {
        Map<String, PendingCollection> found = new LinkedHashMap<>();
        lost.events.forEach((id, topic) -> {
            PendingCollection collection = collections.get(topic);
            if (collection != null) {
                found.put(id, collection);
            }
        });
        return found;
    }

    @Override
    public synchronized void close() {
        topics.close();
    }

    /** Aggregates with events that only the topic knows, and the newest epoch met there. */
    private static final class Lost {

        private final Map<String, Topic> events = new HashMap<>();
        private final Map<String, String> receipts = new HashMap<>();
        private int newestEpoch;

        private void see(Told event, boolean held) {
            newestEpoch = Math.max(newestEpoch, event.headers().epoch());
            if (!held) {
                String id = event.headers().aggregateId();
                events.put(id, event.topic());
                String receipt = event.receipt();
                if (receipt != null) {
                    receipts.put(id, receipt);
                }
            }
        }
    }
}
