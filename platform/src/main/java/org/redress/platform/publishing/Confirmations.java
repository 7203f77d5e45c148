package org.redress.platform.publishing;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.redress.platform.consuming.Missing;
import org.redress.platform.consuming.Position;
import org.redress.platform.looping.Loop;
import org.redress.platform.observing.RedressMetric;
import org.redress.platform.time.RealTime;
import org.redress.platform.web.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClientException;

/**
 * Asks the consumers of what this service publishes where they stand: of everything ten minutes after it was published,
 * and, a few at a time, of all there is, again and again. What one of them lacks is sent to it again, so that even a last
 * event, which no later one shows to be missing, comes without a person.
 */
final class Confirmations {

    private static final Logger log = LoggerFactory.getLogger(Confirmations.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Date LONG_AGO = Date.from(Instant.EPOCH);
    private static final int PUBLISHED = 500;
    private static final int WINDOWS = 20;
    private static final int COMPARED = 200;
    private static final String BEHIND = "behind";
    private static final String AHEAD = "ahead";
    private static final String LOST = "lost";
    private static final String AFTER = "after";

    private final MongoCollection<Document> progress;
    private final Supplier<Map<Topic, PendingCollection>> collections;
    private final Consumers consumers;
    private final Passing passing;
    private final BiConsumer<String, Missing> resend;
    private final Duration patience;
    private final MeterRegistry meters;

    Confirmations(
            MongoDatabase database,
            Supplier<Map<Topic, PendingCollection>> collections,
            Consumers consumers,
            Passing passing,
            BiConsumer<String, Missing> resend,
            Duration patience,
            MeterRegistry meters) {
        this.progress = database.getCollection("confirmations");
        this.collections = collections;
        this.consumers = consumers;
        this.passing = passing;
        this.resend = resend;
        this.patience = patience;
        this.meters = meters;
        List.of(BEHIND, AHEAD, LOST)
                .forEach(kind -> Gauge.builder(RedressMetric.DIFFERENCES.metricName(), () -> differences(kind))
                        .description("What the last round and the one under way found different at consumers")
                        .tag("kind", kind)
                        .register(meters));
        Gauge.builder(RedressMetric.ROUND_AGE.metricName(), this::roundAge)
                .description("Seconds since a round over all aggregates ended")
                .baseUnit("seconds")
                .register(meters);
    }

    private double differences(String kind) {
        double most = 0;
        for (Document state : progress.find()) {
            most += Math.max(state.get(kind, 0), state.get("last" + kind, 0));
        }
        return most;
    }

    private double roundAge() {
        double oldest = 0;
        for (Document state : progress.find()) {
            Duration age = Duration.between(state.getDate("roundEndedAt").toInstant(), RealTime.now());
            oldest = Math.max(oldest, (double) age.toSeconds());
        }
        return oldest;
    }

    /** One look at each topic: what was published is confirmed, and the next few aggregates are compared. */
    void look() {
        collections.get().forEach((topic, collection) -> {
            try {
                Document state = claim(collection.name());
                if (state != null) {
                    confirm(topic, collection, state);
                    compare(topic, collection, state);
                    set(collection, Updates.set("claimedUntil", LONG_AGO));
                }
            } catch (RestClientException | KafkaException | MongoException | UnavailableException e) {
                // Who is away is asked again: nothing is confirmed meanwhile.
                log.info("{} cannot be confirmed now: {}", topic, e.toString());
            }
        });
    }

    private @Nullable Document claim(String name) {
        Date now = Date.from(RealTime.now());
        progress.updateOne(
                Filters.eq("_id", name),
                Updates.combine(
                        Updates.setOnInsert("claimedUntil", LONG_AGO),
                        Updates.setOnInsert(
                                "confirmedAt", Date.from(now.toInstant().minus(patience))),
                        Updates.setOnInsert("confirmedId", ""),
                        Updates.setOnInsert("roundEndedAt", now)),
                new UpdateOptions().upsert(true));
        return progress.findOneAndUpdate(
                Filters.and(Filters.eq("_id", name), Filters.lt("claimedUntil", now)),
                Updates.set("claimedUntil", Date.from(now.toInstant().plus(LEASE))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    }

    private void set(PendingCollection collection, Bson update) {
        progress.updateOne(Filters.eq("_id", collection.name()), update);
    }

    /** Goes on in what was published, window by window, as long as consumers are past it. */
    private void confirm(Topic topic, PendingCollection collection, Document state) {
        Instant until = RealTime.now().minus(patience);
        Instant at = state.getDate("confirmedAt").toInstant();
        String id = state.getString("confirmedId");
        for (int window = 0; window < WINDOWS; window++) {
            Loop.comesForward();
            List<Place> published = collection.publishedAfter(at, id, until, PUBLISHED);
            if (published.isEmpty() || settle(topic, newest(published)) < 0) {
                return;
            }
            at = published.getLast().publishedAt();
            id = published.getLast().archiveId();
            set(collection, Updates.combine(Updates.set("confirmedAt", Date.from(at)), Updates.set("confirmedId", id)));
        }
    }

    private static Collection<Place> newest(List<Place> places) {
        Map<String, Place> newest = new LinkedHashMap<>();
        places.forEach(place -> newest.merge(place.source().aggregateId(), place, Place::laterOf));
        return newest.values();
    }

    /** Sends each consumer what it lacks; tells how many that were, or -1 when some is still on its way. */
    private int settle(Topic topic, Collection<Place> places) {
        int lacked = 0;
        for (String consumer : consumers.of(topic)) {
            List<Place> behind = behind(consumer, topic, places);
            if (behind.isEmpty()) {
                continue;
            }
            Instant last = behind.stream()
                    .map(Place::publishedAt)
                    .max(Instant::compareTo)
                    .orElseThrow();
            if (!passing.isPast(consumer, topic, last)) {
                return -1;
            }
            // It applies before it commits: what it lacks now, it passed.
            Map<String, Position> standings = standings(consumer, topic, behind);
            for (Place place : behind) {
                lacked += sendAgain(consumer, topic, place, at(standings, place));
            }
        }
        return lacked;
    }

    private int sendAgain(String consumer, Topic topic, Place place, Position at) {
        if (!place.isLackedAt(at)) {
            return 0;
        }
        resend.accept(place.source().aggregateId(), Missing.after(at));
        log.warn("{} lacked {} of {}: sent again", consumer, place.source().aggregateId(), topic);
        Counter.builder(RedressMetric.RESENT.metricName())
                .description("Aggregates sent again to a consumer that lacked their events")
                .tag("topic", topic.topicName())
                .tag("consumer", consumer)
                .register(meters)
                .increment();
        return 1;
    }

    private List<Place> behind(String consumer, Topic topic, Collection<Place> places) {
        Map<String, Position> standings = standings(consumer, topic, places);
        return places.stream()
                .filter(place -> place.isLackedAt(at(standings, place)))
                .toList();
    }

    private Map<String, Position> standings(String consumer, Topic topic, Collection<Place> places) {
        return places.isEmpty()
                ? Map.of()
                : consumers.standings(
                        consumer, topic, places.stream().map(Place::source).toList());
    }

    private static Position at(Map<String, Position> standings, Place place) {
        return Objects.requireNonNullElse(standings.get(place.source().aggregateId()), Position.START);
    }

    /** The next few of all aggregates: published to the last event, and no consumer further than that. */
    private void compare(Topic topic, PendingCollection collection, Document state) {
        List<PendingCollection.Kept> window = collection.keptAfter(state.getString(AFTER), COMPARED);
        if (window.isEmpty()) {
            endRound(collection, state);
            return;
        }
        Instant until = RealTime.now().minus(patience);
        List<Place> places = new ArrayList<>();
        int lost = 0;
        Map<String, Place> archived = collection.places(window);
        for (PendingCollection.Kept kept : window) {
            Place place = archived.get(kept.archiveId());
            if (place == null) {
                lost += kept.isWaiting() || collection.changed(kept) ? 0 : 1;
            } else if (place.publishedAt().isBefore(until)) {
                places.add(place);
            }
        }
        int behind = settle(topic, places);
        if (behind >= 0) {
            set(
                    collection,
                    Updates.combine(
                            Updates.set(AFTER, window.getLast().id()),
                            Updates.inc(BEHIND, behind),
                            Updates.inc(AHEAD, ahead(topic, collection, window, places)),
                            Updates.inc(LOST, lost)));
        }
    }

    private int ahead(
            Topic topic, PendingCollection collection, List<PendingCollection.Kept> window, List<Place> places) {
        Map<String, PendingCollection.Kept> kept = new LinkedHashMap<>();
        window.forEach(each -> kept.put(each.id(), each));
        int ahead = 0;
        for (String consumer : consumers.of(topic)) {
            Map<String, Position> standings = standings(consumer, topic, places);
            for (Place place : places) {
                PendingCollection.Kept mine = kept.get(place.source().aggregateId());
                if (place.isPassedBy(at(standings, place)) && mine != null && !collection.changed(mine)) {
                    log.error(
                            "{} is ahead of {} of {}: was the database set back?",
                            consumer,
                            place.source().aggregateId(),
                            topic);
                    ahead++;
                }
            }
        }
        return ahead;
    }

    private void endRound(PendingCollection collection, Document state) {
        set(
                collection,
                Updates.combine(
                        Updates.unset(AFTER),
                        Updates.set("roundEndedAt", Date.from(RealTime.now())),
                        Updates.set("last" + BEHIND, state.get(BEHIND, 0)),
                        Updates.set("last" + AHEAD, state.get(AHEAD, 0)),
                        Updates.set("last" + LOST, state.get(LOST, 0)),
                        Updates.set(BEHIND, 0),
                        Updates.set(AHEAD, 0),
                        Updates.set(LOST, 0)));
    }
}
