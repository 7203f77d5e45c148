package org.redress.platform.consuming;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.redress.platform.looping.Loop;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.observing.RedressMetric;
import org.redress.platform.time.RealTime;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Which aggregates are parked and why, for people and tools: the mark itself lies in the position. */
final class ParkedList {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MongoCollection<Document> collection;
    private final Gaps gaps;
    private final Map<Consumption, EventHandler<?>> handlers = new ConcurrentHashMap<>();

    ParkedList(MongoTemplate mongo, Gaps gaps, MeterRegistry meters) {
        this.gaps = gaps;
        this.collection = mongo.getDb().getCollection("parked");
        Gauge.builder(RedressMetric.PARKED.metricName(), collection, MongoCollection::estimatedDocumentCount)
                .description("Aggregates whose events wait for somebody to mend the cause")
                .register(meters);
    }

    void watch(EventHandler<?> handler) {
        handlers.put(handler.consumption(), handler);
    }

    void note(Consumption consumption, Source source, EventHeaders headers, String cause) {
        note(consumption, source, headers, cause, false);
    }

    /** Notes that two events claim one place. */
    void noteDamage(Consumption consumption, Source source, EventHeaders headers, String cause) {
        note(consumption, source, headers, cause, true);
    }

    private void note(Consumption consumption, Source source, EventHeaders headers, String cause, boolean damage) {
        collection.updateOne(
                Filters.eq("_id", consumption.id(source)),
                Updates.combine(
                        new Document("$set", consumption.written()),
                        Updates.set("aggregateId", source.aggregateId()),
                        Updates.set("key", source.key()),
                        Updates.set("epoch", headers.epoch()),
                        Updates.set("sequence", headers.sequence()),
                        Updates.set("type", headers.type()),
                        Updates.set("cause", cause),
                        Updates.set("damage", damage),
                        Updates.set("at", Date.from(RealTime.now())),
                        Updates.max(Gaps.UP_TO, Gaps.place(headers.epoch(), headers.sequence()))),
                new UpdateOptions().upsert(true));
    }

    /** Notes how far its events were set aside. */
    void follow(Consumption consumption, Source source, EventHeaders headers) {
        collection.updateOne(
                Filters.eq("_id", consumption.id(source)),
                Updates.max(Gaps.UP_TO, Gaps.place(headers.epoch(), headers.sequence())));
    }

    void forgetApplied() {
        for (Document note : collection.find().into(new ArrayList<>())) {
            Loop.comesForward();
            forgetIfApplied(note);
        }
    }

    /** What was released, or replaced by a newer epoch, and still lacks something a minute later, is a gap. */
    private void forgetIfApplied(Document note) {
        Consumption consumption = Consumption.read(note);
        EventHandler<?> handler = handlers.get(consumption);
        if (handler == null) {
            return;
        }
        Source source = new Source(note.getString("aggregateId"), note.getString("key"));
        Position at = handler.positions(List.of(source)).getOrDefault(source, Position.START);
        Document upTo = note.get(Gaps.UP_TO, Document.class);
        int epoch = upTo.getInteger("epoch");
        long sequence = upTo.getLong("sequence");
        boolean whole = at.covers(epoch, sequence);
        // Damage lies at a place that was applied: it is over when somebody released it, or a newer epoch replaced it.
        boolean waits = !whole || (note.getBoolean("damage", false) && at.epoch() == epoch);
        if (waits && (at.parked() || isFresh(note))) {
            return;
        }
        if (!whole) {
            gaps.open(consumption, source, epoch, sequence);
        }
        collection.deleteOne(Filters.and(Filters.eq("_id", note.get("_id")), Filters.eq(Gaps.UP_TO, upTo)));
    }

    /** Between the note and the mark, which follows at once, nothing looks parked. */
    private static boolean isFresh(Document note) {
        return note.getDate("at").toInstant().isAfter(RealTime.now().minus(PATIENCE));
    }
}
