package org.redress.platform.consuming;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
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
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.redress.platform.looping.Loop;
import org.redress.platform.messaging.ConsumedRecord;
import org.redress.platform.observing.RedressMetric;
import org.redress.platform.time.RealTime;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Records that could not be applied and may yet be: each is kept on disk before the offset moves and tried again, more and
 * more seldom, until it applies or patience with it is spent. Others of its partition go on meanwhile; its own followers
 * wait as behind a gap.
 */
final class Doubts {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int MAX_DOUBLINGS = 4;
    private static final int ROUND = 100;

    private final MongoCollection<Document> collection;
    private final Patience patience;
    private final Map<Consumption, EventConsumer<?>> consumers = new ConcurrentHashMap<>();

    Doubts(MongoTemplate mongo, Patience patience, MeterRegistry meters) {
        this.collection = mongo.getDb().getCollection("doubts");
        this.patience = patience;
        Gauge.builder(RedressMetric.DOUBTED.metricName(), collection, MongoCollection::estimatedDocumentCount)
                .description("Records that could not be applied and are tried again before they are judged bad")
                .register(meters);
    }

    void watch(Consumption consumption, EventConsumer<?> consumer) {
        consumers.put(consumption, consumer);
    }

    /** Keeps a record that failed for another try; false when it failed for long enough, and is bad. */
    boolean keep(Consumption consumption, Incoming incoming, RuntimeException failure) {
        Instant now = RealTime.now();
        Document before = collection.find(which(consumption, incoming)).first();
        Instant since = before == null ? now : before.getDate("since").toInstant();
        if (!since.plus(patience.with(failure)).isAfter(now)) {
            return false;
        }
        int tries = before == null ? 0 : before.getInteger("tries");
        collection.replaceOne(
                Filters.eq("_id", consumption.id(incoming.source())),
                toDocument(consumption, incoming)
                        .append("since", Date.from(since))
                        .append("tries", tries + 1)
                        .append("tryAt", Date.from(now.plus(pause(tries)))),
                new ReplaceOptions().upsert(true));
        return true;
    }

    /** It was applied, or is bad. */
    void forget(Consumption consumption, Incoming incoming) {
        collection.deleteOne(which(consumption, incoming));
    }

    /** Tries again what is due, some at a time; true when there may be more. */
    boolean tryAgain() {
        List<Document> due = collection
                .find(Filters.lte("tryAt", Date.from(RealTime.now())))
                .sort(Sorts.ascending("tryAt"))
                .limit(ROUND)
                .into(new ArrayList<>());
        for (Document doubt : due) {
            Loop.comesForward();
            EventConsumer<?> consumer = consumers.get(Consumption.read(doubt));
            if (consumer != null && isMine(doubt)) {
                Incoming.of(toRecord(doubt)).ifPresent(consumer::tryAgain);
            }
        }
        return due.size() == ROUND;
    }

    /** Of several instances one tries it; where an outage breaks it off, it has its turn again later. */
    private boolean isMine(Document doubt) {
        Date later = Date.from(RealTime.now().plus(LONGEST_PAUSE));
        return collection
                        .updateOne(
                                Filters.and(
                                        Filters.eq("_id", doubt.get("_id")), Filters.eq("tryAt", doubt.get("tryAt"))),
                                Updates.set("tryAt", later))
                        .getModifiedCount()
                == 1;
    }

    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MAX_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Bson which(Consumption consumption, Incoming incoming) {
        return Filters.and(
                Filters.eq("_id", consumption.id(incoming.source())),
                Filters.eq("epoch", incoming.epoch()),
                Filters.eq("sequence", incoming.sequence()));
    }

    private static Document toDocument(Consumption consumption, Incoming incoming) {
        ConsumedRecord record = incoming.record();
        Document headers = new Document();
        record.headers().forEach((name, value) -> {
            if (value instanceof byte[] || value instanceof String) {
                headers.append(name, value);
            }
        });
        Document doubt = new Document("_id", consumption.id(incoming.source()));
        doubt.putAll(consumption.written());
        return doubt.append("epoch", incoming.epoch())
                .append("sequence", incoming.sequence())
                .append("key", record.key())
                .append("value", record.value())
                .append("headers", headers)
                .append("partition", record.partition())
                .append("offset", record.offset());
    }

    private static ConsumedRecord toRecord(Document doubt) {
        Map<String, Object> headers = new ConcurrentHashMap<>();
        doubt.get("headers", Document.class)
                .forEach((name, value) -> headers.put(name, value instanceof Binary bytes ? bytes.getData() : value));
        return new ConsumedRecord(
                doubt.getString("key"),
                doubt.get("value", Binary.class).getData(),
                headers,
                doubt.getInteger("partition"),
                doubt.getLong("offset"));
    }
}
