package org.redress.notification.sending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.redress.notification.notifications.Backoff;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.Saved;
import org.redress.platform.time.RealTime;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Notifications with messages that are due, lane by lane. A claim moves the moment at which they are due in its lane behind
 * its lease, by the database's clock: no other instance takes it before, and what a crash left behind comes back by itself.
 */
@Component
class DueNotifications {

    private static final int TRIES = 10;

    private final MongoCollection<Document> collection;
    private final AggregateStore<Notification> store;
    private final InstantSource clock;
    private final EndedCounter counter;

    DueNotifications(
            MongoTemplate mongo, AggregateStore<Notification> store, InstantSource clock, EndedCounter counter) {
        this.collection = mongo.getCollection(Notification.COLLECTION);
        this.store = store;
        this.clock = clock;
        this.counter = counter;
    }

    /**
     * Takes what has been due in a lane for longest; nobody else has it until it is settled or the lease lapses. What cannot
     * be read is left alone until then, so that it makes room for others.
     *
     * @param most how many at most, at least 1
     */
    List<Notification> claim(Lane<?> lane, int most) {
        String dueAt = "due." + lane.name();
        List<String> due = collection
                .find(Filters.lte(dueAt, Date.from(RealTime.now())))
                .sort(Sorts.ascending(dueAt))
                .limit(most)
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
        if (due.isEmpty()) {
            return List.of();
        }
        String claim = UUID.randomUUID().toString();
        Document now = new Document("$lte", List.of("$" + dueAt, "$$NOW"));
        Document lease =
                new Document("$add", List.of("$$NOW", lane.settings().lease().toMillis()));
        collection.updateMany(
                Filters.and(Filters.in("_id", due), Filters.exists(dueAt), Filters.expr(now)),
                List.of(new Document(
                        "$set",
                        new Document("claims." + lane.name(), claim)
                                .append(dueAt, lease)
                                .append("version", new Document("$add", List.of("$version", 1L))))));
        return store.findAll(due).read().stream()
                .filter(notification -> claim.equals(notification.claim(lane.name())))
                .toList();
    }

    /**
     * Notes what became of the claimed messages, by their ids, and has the lane let go of the notifications.
     *
     * @throws org.springframework.dao.DataAccessException when the database is away; it may be asked again
     */
    void settle(Collection<Notification> claimed, Map<String, Outcome> outcomes, Lane<?> lane) {
        Collection<Notification> current = claimed;
        for (int attempt = 0; attempt < TRIES && !current.isEmpty(); attempt++) {
            current.forEach(notification -> apply(notification, outcomes, lane));
            Saved<Notification> saved = store.saveAll(current);
            List<Notification> stale = saved.stale();
            current.stream()
                    .filter(notification -> !stale.contains(notification))
                    .filter(notification -> !saved.failed().containsKey(notification))
                    .forEach(notification -> counter.count(notification, outcomes.keySet()));
            // Meanwhile another lane moved on, a digest gathered a line or the case was restricted: what was sent stays
            // sent.
            current = stale.isEmpty()
                    ? List.of()
                    : store.findAll(stale.stream().map(Notification::id).toList())
                            .read();
        }
    }

    /** The same notifications as they are stored now. */
    List<Notification> again(Collection<Notification> claimed) {
        return store.findAll(claimed.stream().map(Notification::id).toList()).read();
    }

    private void apply(Notification notification, Map<String, Outcome> outcomes, Lane<?> lane) {
        Instant now = clock.instant();
        Instant realNow = RealTime.now();
        Backoff backoff = lane.settings().backoff();
        notification.entries().forEach(entry -> {
            Outcome outcome = outcomes.get(notification.entryId(entry.number()));
            if (outcome != null) {
                notification.settle(entry.number(), outcome, now, realNow, backoff);
            }
        });
        notification.release(lane.name());
    }
}
