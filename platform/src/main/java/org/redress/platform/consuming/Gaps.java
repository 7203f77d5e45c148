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
import org.redress.contracts.Topic;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.observing.RedressMetric;
import org.redress.platform.time.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Remembers streams whose records overtook missing ones, on disk before the offset is committed. What is still missing
 * after a minute is asked for again.
 */
final class Gaps {

    private static final Logger log = LoggerFactory.getLogger(Gaps.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROUND = 200;

    private final MongoCollection<Document> collection;
    private final ResendRequests requests;
    private final Map<Topic, EventHandler<?>> handlers = new ConcurrentHashMap<>();

    Gaps(MongoTemplate mongo, ResendRequests requests, MeterRegistry meters) {
        this.collection = mongo.getDb().getCollection("gaps");
        this.requests = requests;
        Gauge.builder(RedressMetric.GAPS.metricName(), collection, MongoCollection::estimatedDocumentCount)
                .description("Streams with a gap that is not filled yet")
                .register(meters);
    }

    void watch(EventHandler<?> handler) {
        handlers.put(handler.topic(), handler);
    }

    void open(Topic topic, Source source, EventHeaders headers) {
        collection.updateOne(
                Filters.eq("_id", topic.name() + ":" + source.aggregateId()),
                Updates.combine(
                        Updates.setOnInsert("topic", topic.name()),
                        Updates.setOnInsert("aggregateId", source.aggregateId()),
                        Updates.setOnInsert("key", source.key()),
                        Updates.setOnInsert("since", Date.from(RealTime.now())),
                        Updates.set("epoch", headers.epoch()),
                        Updates.max("sequence", headers.sequence())),
                new UpdateOptions().upsert(true));
    }

    @Scheduled(fixedDelayString = "${redress.gaps.look-every:15s}")
    void askForMissing() {
        List<Document> old = collection
                .find(Filters.lt("since", Date.from(RealTime.now().minus(PATIENCE))))
                .limit(ROUND)
                .into(new ArrayList<>());
        old.forEach(this::closeOrAsk);
    }

    private void closeOrAsk(Document gap) {
        Topic topic = Topic.valueOf(gap.getString("topic"));
        EventHandler<?> handler = handlers.get(topic);
        if (handler == null) {
            return;
        }
        Source source = new Source(gap.getString("aggregateId"), gap.getString("key"));
        Position at = handler.positions(List.of(source)).getOrDefault(source, Position.START);
        boolean filled = at.epoch() > gap.getInteger("epoch")
                || (at.epoch() == gap.getInteger("epoch") && at.last() >= gap.getLong("sequence"));
        if (filled || at.parked()) {
            collection.deleteOne(Filters.and(
                    Filters.eq("_id", gap.getString("_id")), Filters.eq("sequence", gap.getLong("sequence"))));
        } else {
            long from = at.epoch() < gap.getInteger("epoch") ? 1 : at.last() + 1;
            int sent = requests.resend(topic, source.aggregateId(), from);
            log.info("Gap in {} of {}: asked from {}, {} sent again", topic, source.aggregateId(), from, sent);
        }
    }
}
