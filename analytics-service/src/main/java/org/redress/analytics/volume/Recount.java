package org.redress.analytics.volume;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.WriteModel;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.redress.platform.database.PatientMongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Brings volumes that do not add up to the facts into line, while the consumers keep working.
 *
 * <p>One day of one lane is one small transaction: it reads the facts and the buckets as they are at its snapshot and
 * sets the buckets that differ. A consumer writes facts and buckets in one transaction too, so that of any snapshot
 * either both or neither are seen. Where a consumer changes a bucket that is being set, the two are in conflict
 * whichever comes first; the database lets one of them through, and the other begins anew on what that one left. So no
 * increment is lost and none is counted twice, and no transaction grows with the number of facts.
 */
@Component
public class Recount {

    private static final String DAY = "day";
    private static final String LANE = "lane";
    private static final String COUNT = "count";
    // The rest is left to the next transaction, so that none becomes large.
    private static final int BUCKETS_AT_ONCE = 200;

    private static final Logger log = LoggerFactory.getLogger(Recount.class);

    private final MongoClient client;
    private final MongoTemplate patient;
    private final MongoCollection<Document> facts;
    private final MongoCollection<Document> buckets;
    private final MeterRegistry meters;

    Recount(MongoClient client, MongoTemplate mongo, PatientMongo patient, MeterRegistry meters) {
        this.client = client;
        this.patient = patient.template();
        this.facts = mongo.getCollection(Volumes.FACTS);
        this.buckets = mongo.getCollection(Volumes.VOLUMES);
        this.meters = meters;
    }

    /** Recounts everything and returns how many buckets were set right. */
    public int run() {
        // Nothing but a recount asks for a day's facts.
        patient.getCollection(Volumes.FACTS).createIndex(Indexes.ascending(DAY, LANE));
        Set<Document> days = new HashSet<>(daysOf(patient.getCollection(Volumes.FACTS)));
        days.addAll(daysOf(patient.getCollection(Volumes.VOLUMES)));
        int corrected = days.stream().mapToInt(this::recountUnlessIll).sum();
        meters.counter(VolumeMetric.CORRECTED.metricName()).increment(corrected);
        return corrected;
    }

    /** Each day of each lane that the collection knows; stubs without a day count nowhere. */
    private static List<Document> daysOf(MongoCollection<Document> collection) {
        return collection
                .aggregate(List.of(
                        Aggregates.match(Filters.exists(DAY)),
                        Aggregates.group(new Document(DAY, "$" + DAY).append(LANE, "$" + LANE))))
                .map(group -> group.get("_id", Document.class))
                .into(new ArrayList<>());
    }

    /** A day with facts that cannot be read, since a newer version wrote them, is left as it is and holds up no other. */
    private int recountUnlessIll(Document day) {
        try {
            return recount(day);
        } catch (IllegalArgumentException e) {
            log.error("The volumes of {} cannot be counted again: {}", day, e.toString());
            return 0;
        }
    }

    private int recount(Document day) {
        int corrected = 0;
        int set;
        do {
            try (ClientSession session = client.startSession()) {
                set = session.withTransaction(() -> correct(session, day), Volumes.DURABLE);
            }
            corrected += set;
        } while (set == BUCKETS_AT_ONCE);
        return corrected;
    }

    private int correct(ClientSession session, Document day) {
        Bson ofThatDay = Filters.and(Filters.eq(DAY, day.get(DAY)), Filters.eq(LANE, day.get(LANE)));
        List<WriteModel<Document>> wrong =
                VolumeWrites.corrections(counted(session, ofThatDay), kept(session, ofThatDay)).stream()
                        .limit(BUCKETS_AT_ONCE)
                        .toList();
        if (!wrong.isEmpty()) {
            buckets.bulkWrite(session, wrong);
        }
        return wrong.size();
    }

    private Map<Bucket, Long> counted(ClientSession session, Bson ofThatDay) {
        Map<Bucket, Long> counted = new HashMap<>();
        for (Document document : facts.find(session, ofThatDay)) {
            Facts each = FactsDocument.read(document);
            if (each != null) {
                Fold.difference(null, each).forEach((bucket, count) -> counted.merge(bucket, count, Long::sum));
            }
        }
        return counted;
    }

    private Map<String, Long> kept(ClientSession session, Bson ofThatDay) {
        Map<String, Long> kept = new HashMap<>();
        for (Document bucket : buckets.find(
                        session, Filters.and(Filters.in("dimension", Dimension.labels()), ofThatDay))
                .projection(Projections.include(COUNT))) {
            kept.put(bucket.getString("_id"), bucket.get(COUNT, Number.class).longValue());
        }
        return kept;
    }
}
