package org.redress.platform.consuming;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.redress.platform.looping.Loop;
import org.redress.platform.observing.RedressMetric;
import org.redress.platform.time.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Remembers streams whose records overtook missing ones, on disk before the offset is committed. What is still missing
 * after a minute is asked for again.
 */
final class Gaps {

    private static final Logger log = LoggerFactory.getLogger(Gaps.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ASKING = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    static final String UP_TO = "upTo";
    private static final int ROUND = 200;

    private final MongoCollection<Document> collection;
    private final ResendRequests requests;
    private final Map<Consumption, EventHandler<?>> handlers = new ConcurrentHashMap<>();

    Gaps(MongoTemplate mongo, ResendRequests requests, MeterRegistry meters) {
        this.collection = mongo.getDb().getCollection("gaps");
        this.requests = requests;
        Gauge.builder(RedressMetric.GAPS.metricName(), collection, MongoCollection::estimatedDocumentCount)
                .description("Streams with a gap that is not filled yet")
                .register(meters);
    }

    void watch(EventHandler<?> handler) {
        handlers.put(handler.consumption(), handler);
    }

    /** Remembers that something is lacking before an event. */
    void open(Consumption consumption, Source source, int epoch, long sequence) {
        collection.updateOne(
                Filters.eq("_id", consumption.id(source)),
                Updates.combine(
                        Updates.setOnInsert(consumption.written()),
                        Updates.setOnInsert("aggregateId", source.aggregateId()),
                        Updates.setOnInsert("key", source.key()),
                        Updates.setOnInsert("since", Date.from(RealTime.now())),
                        Updates.setOnInsert("asked", 0),
                        Updates.setOnInsert("askAt", Date.from(RealTime.now().plus(PATIENCE))),
                        Updates.max(UP_TO, place(epoch, sequence))),
                new UpdateOptions().upsert(true));
    }

    /** Two of these are compared by epoch first: fields of embedded documents count in their order. */
    static Document place(int epoch, long sequence) {
        return new Document("epoch", epoch).append("sequence", sequence);
    }

    /** Asks for so long at most, however many there are: what is left has its turn first next time. */
    void askForMissing() {
        long until = System.nanoTime() + ASKING.toNanos();
        List<Document> old = collection
                .find(Filters.lt("since", Date.from(RealTime.now().minus(PATIENCE))))
                .sort(Sorts.ascending("askAt"))
                .limit(ROUND)
                .into(new ArrayList<>());
        for (Document gap : old) {
            if (System.nanoTime() - until > 0) {
                return;
            }
            Loop.comesForward();
            closeOrAskPatiently(gap);
        }
    }

    /** A producer that is away, or an event it never had, must not keep the others from being asked for. */
    private void closeOrAskPatiently(Document gap) {
        try {
            closeOrAsk(gap);
        } catch (RuntimeException e) {
            if (Outage.is(e)) {
                throw e;
            }
            log.warn("Gap {} cannot be asked for: {}", gap.getString("_id"), e.toString());
        }
    }

    private void closeOrAsk(Document gap) {
        Consumption consumption = Consumption.read(gap);
        EventHandler<?> handler = handlers.get(consumption);
        if (handler == null) {
            return;
        }
        Source source = new Source(gap.getString("aggregateId"), gap.getString("key"));
        Position at = handler.positions(List.of(source)).getOrDefault(source, Position.START);
        Document upTo = gap.get(UP_TO, Document.class);
        if (at.covers(upTo.getInteger("epoch"), upTo.getLong("sequence"))) {
            collection.deleteOne(Filters.and(Filters.eq("_id", gap.getString("_id")), Filters.eq(UP_TO, upTo)));
        } else if (gap.get("askAt", Date.from(Instant.EPOCH)).toInstant().isBefore(RealTime.now())) {
            postpone(gap);
            if (at.parked()) {
                return; // somebody has to mend the cause first
            }
            int sent = requests.resend(consumption.topic(), source.aggregateId(), Missing.after(at));
            log.info("Gap in {} of {}: asked after {}, {} sent again", consumption, source.aggregateId(), at, sent);
        }
    }

    /** Doubles the pause before a gap is asked for again, up to an hour. */
    private void postpone(Document gap) {
        int asked = gap.get("asked", 0);
        Duration pause = PATIENCE.multipliedBy(1L << Math.min(asked, 6));
        Instant next = RealTime.now().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        collection.updateOne(
                Filters.eq("_id", gap.getString("_id")),
                Updates.combine(Updates.set("asked", asked + 1), Updates.set("askAt", Date.from(next))));
    }
}
