package org.redress.platform.consuming;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.observing.RedressMetric;
import org.redress.platform.time.RealTime;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Which aggregates are parked and why, for people and tools: the mark itself lies in the position. */
final class ParkedList {

    private static final String UP_TO = "upTo";

    private final MongoCollection<Document> collection;
    private final Gaps gaps;
    private final Map<Topic, EventHandler<?>> handlers = new ConcurrentHashMap<>();

    ParkedList(MongoTemplate mongo, Gaps gaps, MeterRegistry meters) {
        this.gaps = gaps;
        this.collection = mongo.getDb().getCollection("parked");
        Gauge.builder(RedressMetric.PARKED.metricName(), collection, MongoCollection::estimatedDocumentCount)
                .description("Aggregates whose events wait for somebody to mend the cause")
                .register(meters);
    }

    void watch(EventHandler<?> handler) {
        handlers.put(handler.topic(), handler);
    }

    void note(Topic topic, Source source, EventHeaders headers, String cause) {
        collection.updateOne(
                Filters.eq("_id", id(topic, source)),
                Updates.combine(
                        Updates.set("topic", topic.name()),
                        Updates.set("aggregateId", source.aggregateId()),
                        Updates.set("key", source.key()),
                        Updates.set("epoch", headers.epoch()),
                        Updates.set("sequence", headers.sequence()),
                        Updates.set("type", headers.type()),
                        Updates.set("cause", cause),
                        Updates.set("at", Date.from(RealTime.now())),
                        Updates.max(UP_TO, place(headers))),
                new UpdateOptions().upsert(true));
    }

    /** Notes how far its events were set aside. */
    void follow(Topic topic, Source source, EventHeaders headers) {
        collection.updateOne(Filters.eq("_id", id(topic, source)), Updates.max(UP_TO, place(headers)));
    }

    /** Compared by epoch first: fields of embedded documents count in their order. */
    private static Document place(EventHeaders headers) {
        return new Document("epoch", headers.epoch()).append("sequence", headers.sequence());
    }

    /**
     * Takes out those of which all that was set aside is applied, or replaced by a newer epoch. What is parked no longer
     * and still lacks some of it is a gap: a snapshot may have replaced the aggregate in front of its set-aside followers.
     */
    @Scheduled(fixedDelayString = "${redress.parked.look-every:5s}")
    void forgetApplied() {
        for (Document note : collection.find()) {
            Topic topic = Topic.valueOf(note.getString("topic"));
            EventHandler<?> handler = handlers.get(topic);
            if (handler != null) {
                look(note, topic, handler);
            }
        }
    }

    private void look(Document note, Topic topic, EventHandler<?> handler) {
        Document upTo = note.get(UP_TO, Document.class);
        Source source = new Source(note.getString("aggregateId"), note.getString("key"));
        Position at = at(handler, source);
        int epoch = upTo.getInteger("epoch");
        long sequence = upTo.getLong("sequence");
        if (at.covers(epoch, sequence)) {
            collection.deleteOne(Filters.and(Filters.eq("_id", note.get("_id")), Filters.eq(UP_TO, upTo)));
        } else if (!at.parked()) {
            gaps.open(topic, source, epoch, sequence);
        }
    }

    private static Position at(EventHandler<?> handler, Source source) {
        return handler.positions(List.of(source)).getOrDefault(source, Position.START);
    }

    private static String id(Topic topic, Source source) {
        return topic.name() + ":" + source.aggregateId();
    }
}
