package org.redress.platform.consuming;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.observing.RedressMetric;
import org.redress.platform.time.RealTime;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Which aggregates are parked and why, for people and tools: the mark itself lies in the position. */
final class ParkedList {

    private final MongoCollection<Document> collection;

    ParkedList(MongoTemplate mongo, MeterRegistry meters) {
        this.collection = mongo.getDb().getCollection("parked");
        Gauge.builder(RedressMetric.PARKED.metricName(), collection, MongoCollection::estimatedDocumentCount)
                .description("Aggregates whose events wait for somebody to mend the cause")
                .register(meters);
    }

    void note(Topic topic, Source source, EventHeaders headers, String cause) {
        Document note = new Document("topic", topic.name())
                .append("aggregateId", source.aggregateId())
                .append("key", source.key())
                .append("epoch", headers.epoch())
                .append("sequence", headers.sequence())
                .append("type", headers.type())
                .append("cause", cause)
                .append("at", Date.from(RealTime.now()));
        collection.replaceOne(Filters.eq("_id", id(topic, source)), note, new ReplaceOptions().upsert(true));
    }

    Optional<Document> find(Topic topic, Source source) {
        return Optional.ofNullable(
                collection.find(Filters.eq("_id", id(topic, source))).first());
    }

    /** Takes out what was read; an aggregate that was parked again meanwhile stays in the list. */
    void forget(Document note) {
        collection.deleteOne(Filters.and(Filters.eq("_id", note.get("_id")), Filters.eq("at", note.get("at"))));
    }

    void forget(Topic topic, Source source) {
        collection.deleteOne(Filters.eq("_id", id(topic, source)));
    }

    private static String id(Topic topic, Source source) {
        return topic.name() + ":" + source.aggregateId();
    }
}
