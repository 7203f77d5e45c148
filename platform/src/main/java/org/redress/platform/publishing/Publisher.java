package org.redress.platform.publishing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.redress.contracts.Topic;
import org.redress.platform.consuming.Missing;
import org.redress.platform.messaging.TopicsChecked;
import org.redress.platform.observing.RedressMetric;
import org.redress.platform.time.RealTime;
import org.redress.platform.web.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings pending events to the broker: right after a write without the writer waiting, and by a sweep for those that
 * wait over five seconds. Two publishers at once make duplicates, never a loss.
 */
public final class Publisher {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final int ROUND = 1_000;
    /** Bytes of events that wait in memory; what comes on top of them is read when its turn comes. */
    private static final long HELD_BYTES = 16L * 1024 * 1024;

    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
    private static final Duration UNTIL_CHECKED = Duration.ofMillis(200);

    private final EventSender sender;
    private final TopicsChecked topics;
    private final MongoDatabase database;
    private final Continuity continuity;
    private final MeterRegistry meters;
    private final Map<String, PendingCollection> collections = new ConcurrentHashMap<>();
    private final Map<Topic, PendingCollection> byTopic = new ConcurrentHashMap<>();
    private final AtomicLong heldBytes = new AtomicLong();
    private final BlockingQueue<Written> writes = new LinkedBlockingQueue<>(100_000);
    private final Set<String> indexed = ConcurrentHashMap.newKeySet();
    private Instant swept = Instant.EPOCH;
    private boolean moreToSweep;

    Publisher(
            EventSender sender,
            TopicsChecked topics,
            MongoDatabase database,
            Continuity continuity,
            MeterRegistry meters) {
        this.sender = sender;
        this.topics = topics;
        this.database = database;
        this.continuity = continuity;
        this.meters = meters;
    }

    /** What it publishes from, by the topic. */
    Map<Topic, PendingCollection> byTopic() {
        return Map.copyOf(byTopic);
    }

    /** Epoch in which new aggregates begin. */
    int epoch() {
        return continuity.epoch();
    }

    void publishFrom(MongoCollection<Document> collection, Topic topic) {
        String name = collection.getNamespace().getCollectionName();
        PendingCollection pending = new PendingCollection(
                collection, database.getCollection(name + "_events").withWriteConcern(collection.getWriteConcern()));
        collections.put(name, pending);
        byTopic.put(topic, pending);
        continuity.watch(topic, pending);
        Gauge.builder(RedressMetric.OLDEST_PENDING.metricName(), pending, Publisher::ageSeconds)
                .description("Age of the oldest event that waits for the broker")
                .baseUnit("seconds")
                .tag("collection", name)
                .register(meters);
        counter(RedressMetric.PUBLISHED, pending);
        counter(RedressMetric.UNPUBLISHABLE, pending);
    }

    /**
     * Tells that an aggregate was written with new events; cheap, and nothing is lost when the queue is full.
     *
     * @param all all its pending events where the writer knows them; empty when they have to be read
     */
    void wake(String collection, String id, List<PendingEvent> all) {
        Written written = held(new Written(collection, id, all));
        if (!writes.offer(written)) {
            heldBytes.addAndGet(-written.bytes());
            log.debug("The publisher is behind; the sweep will take {}", id);
        }
    }

    private Written held(Written written) {
        if (heldBytes.addAndGet(written.bytes()) <= HELD_BYTES) {
            return written;
        }
        heldBytes.addAndGet(-written.bytes());
        return new Written(written.collection(), written.id(), List.of());
    }

    /**
     * Sends an aggregate's events again, published or still pending.
     *
     * @return how many there are, or nothing where there is none to send
     * @throws UnavailableException when the broker did not acknowledge all of them, or nothing is published now
     */
    public Optional<Integer> resend(String aggregateId, Missing missing) {
        List<PendingEvent> events = collections.values().stream()
                .flatMap(collection -> collection.missing(aggregateId, missing).stream())
                .toList();
        if (events.isEmpty()) {
            return Optional.empty();
        }
        if (!topics.passed()) {
            throw new UnavailableException("The topics are not checked yet.", SWEEP_EVERY);
        }
        if (!continuity.wasWhole()) {
            throw new UnavailableException(
                    "Nothing is published before the database is known to be whole.", SWEEP_EVERY);
        }
        int sent = sender.send(events).acknowledged().size();
        if (sent < events.size()) {
            throw new UnavailableException(
                    "The broker took " + sent + " of " + events.size() + " events.", SWEEP_EVERY);
        }
        return Optional.of(sent);
    }

    /** Age in seconds of the oldest pending event over all collections, 0 when nothing waits. */
    public double oldestPendingSeconds() {
        return collections.values().stream()
                .mapToDouble(Publisher::ageSeconds)
                .max()
                .orElse(0);
    }

    private static double ageSeconds(PendingCollection collection) {
        return collection
                .oldest()
                .map(since -> Duration.between(since, RealTime.now()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    /** One round, which waits for something to publish; where it fails the events stay pending, and the sweep comes back. */
    void round() throws InterruptedException {
        if (!topics.passed() || !continuity.allowsPublishing()) {
            TimeUnit.MILLISECONDS.sleep(UNTIL_CHECKED.toMillis());
            return;
        }
        Written first = writes.poll(moreToSweep ? 0 : SWEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            List<Written> round = new ArrayList<>(List.of(first));
            writes.drainTo(round, ROUND - 1);
            round.forEach(written -> heldBytes.addAndGet(-written.bytes()));
            for (PendingCollection collection : collections.values()) {
                publish(
                        collection,
                        round.stream()
                                .filter(written -> written.collection().equals(collection.name()))
                                .toList());
            }
        }
        if (moreToSweep || Duration.between(swept, RealTime.now()).compareTo(SWEEP_EVERY) >= 0) {
            swept = RealTime.now();
            sweep();
        }
    }

    private void sweep() {
        moreToSweep = false;
        for (PendingCollection collection : collections.values()) {
            if (indexed.add(collection.name())) {
                collection.createIndexes();
            }
            moreToSweep |= sweep(collection);
        }
    }

    /** What cannot be sent keeps its claim, so that it makes room for others; true when there is more to be had. */
    private boolean sweep(PendingCollection collection) {
        String claim = Ids.next();
        List<String> claimed = collection.claim(claim, ROUND);
        if (claimed.isEmpty()) {
            return false;
        }
        PendingCollection.Pending pending = collection.pending(claimed);
        Sent sent = send(collection, pending);
        Set<String> released = new HashSet<>(pending.events().keySet());
        released.removeAll(sent.held());
        collection.release(claim, released);
        return claimed.size() == ROUND && !sent.acknowledged().isEmpty();
    }

    /**
     * What an aggregate wrote later than its insert has to be read, so that it goes out in its order; what was written
     * before a newer epoch began, too, since it may be told again by now.
     */
    private void publish(PendingCollection collection, List<Written> round) {
        Map<String, List<PendingEvent>> held = new LinkedHashMap<>();
        Set<String> toRead = new LinkedHashSet<>();
        for (Written written : round) {
            if (written.all().isEmpty() || written.all().getFirst().epoch() != continuity.epoch()) {
                held.remove(written.id());
                toRead.add(written.id());
            } else {
                held.put(written.id(), written.all());
            }
        }
        send(collection, new PendingCollection.Pending(held, Set.of()));
        if (!toRead.isEmpty()) {
            send(collection, collection.pending(toRead));
        }
    }

    private Sent send(PendingCollection collection, PendingCollection.Pending pending) {
        Collection<List<PendingEvent>> events = pending.events().values();
        Sent sent = sender.send(events.stream().flatMap(List::stream).toList());
        collection.clear(events.stream()
                .map(each -> AcknowledgedPrefix.of(each, sent.acknowledged()::contains))
                .toList());
        counter(RedressMetric.PUBLISHED, collection)
                .increment(sent.acknowledged().size());
        counter(RedressMetric.UNPUBLISHABLE, collection)
                .increment(sent.held().size() + pending.unreadable().size());
        return sent;
    }

    private Counter counter(RedressMetric metric, PendingCollection collection) {
        return Counter.builder(metric.metricName())
                .tag("collection", collection.name())
                .register(meters);
    }

    private record Written(String collection, String id, List<PendingEvent> all) {

        long bytes() {
            return all.stream().mapToLong(event -> event.bytes().length).sum();
        }
    }
}
