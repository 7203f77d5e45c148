package org.redress.platform.sealing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.redress.platform.observing.RedressMetric;
import org.redress.platform.time.RealTime;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * How long each file's primary key has been in use. Keys carry no date, and a file's own is that of its last copy: the
 * database remembers when the service first used a key.
 */
final class KeyAges {

    private final KeyFiles keys;
    private final MongoCollection<Document> seen;
    private final MeterRegistry meters;
    private final Map<String, Primary> primaries = new ConcurrentHashMap<>();

    KeyAges(KeyFiles keys, MongoTemplate mongo, MeterRegistry meters) {
        this.keys = keys;
        this.seen = mongo.getDb().getCollection("primary_keys");
        this.meters = meters;
    }

    private record Primary(String key, Instant since) {}

    /** Looks whether another key has become the primary one of its file. */
    void look() {
        for (LoadedKeys file : keys.loaded()) {
            Primary known = primaries.get(file.file());
            if (known == null || !known.key().equals(file.primary())) {
                primaries.put(file.file(), new Primary(file.primary(), firstUsed(file)));
                Gauge.builder(RedressMetric.KEYS_AGE.metricName(), () -> seconds(file.file()))
                        .description("Time since the primary key of a file was first used")
                        .baseUnit("seconds")
                        .tag("file", file.file())
                        .register(meters);
            }
        }
    }

    private Instant firstUsed(LoadedKeys file) {
        Document found = seen.findOneAndUpdate(
                Filters.eq("_id", file.file() + ":" + file.primary()),
                Updates.setOnInsert("since", Date.from(RealTime.now())),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(found).getDate("since").toInstant();
    }

    private double seconds(String file) {
        Instant since = Objects.requireNonNull(primaries.get(file)).since();
        return Duration.between(since, RealTime.now()).toSeconds();
    }
}
