package org.redress.analytics.volume;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Brings volumes into line with the facts they are folded from, while counting goes on.
 *
 * <p>Only buckets that disagree are touched, those of a day and lane in one transaction: the facts are read as they are
 * at its moment, and writing a bucket that a consumer has changed since is a write conflict, after which one of the two
 * begins anew. So neither overwrites what it did not see.
 */
@Component
public class Recount {

    private static final TransactionOptions AT_ONE_MOMENT = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .build();

    private final MongoClient client;
    private final MongoCollection<Document> facts;
    private final MongoCollection<Document> buckets;

    Recount(MongoClient client, MongoTemplate mongo) {
        this.client = client;
        this.facts = mongo.getCollection(Volumes.FACTS);
        this.buckets = mongo.getCollection(Volumes.VOLUMES);
    }

    /** Corrects what disagrees and returns how many buckets that were. */
    public int correct() {
        int corrected = 0;
        for (Cell cell : disagreeing()) {
            try (ClientSession session = client.startSession()) {
                corrected += session.withTransaction(() -> correct(session, cell), AT_ONE_MOMENT);
            }
        }
        return corrected;
    }

    /** Days and lanes in which a bucket looked wrong; what changes meanwhile is judged again in the transaction. */
    private Set<Cell> disagreeing() {
        Map<String, Kept> kept = kept(null, Filters.empty());
        Map<Bucket, Long> counted = counted(null, Filters.exists("day"));
        Set<Cell> cells = new HashSet<>();
        counted.forEach((bucket, count) -> {
            Kept known = kept.remove(bucket.id());
            if (known == null || known.count() != count) {
                cells.add(new Cell(bucket.day().toString(), bucket.lane()));
            }
        });
        kept.values().stream().filter(left -> left.count() != 0).map(Kept::cell).forEach(cells::add);
        return cells;
    }

    private int correct(ClientSession session, Cell cell) {
        Bson there = Filters.and(Filters.eq("day", cell.day()), Filters.eq("lane", cell.lane()));
        Map<Bucket, Long> counted = counted(session, there);
        Map<Bucket, Long> deltas = new HashMap<>();
        Map<String, Kept> kept = kept(session, there);
        counted.forEach((bucket, count) -> {
            Kept known = kept.remove(bucket.id());
            deltas.put(bucket, count - (known == null ? 0 : known.count()));
        });
        kept.values().forEach(left -> deltas.put(left.bucket(), -left.count()));
        deltas.values().removeIf(delta -> delta == 0);
        if (!deltas.isEmpty()) {
            buckets.bulkWrite(session, VolumeWrites.increments(deltas));
        }
        return deltas.size();
    }

    private Map<Bucket, Long> counted(@Nullable ClientSession session, Bson filter) {
        Map<Bucket, Long> counted = new HashMap<>();
        (session == null ? facts.find(filter) : facts.find(session, filter)).forEach(document -> {
            Facts read = FactsDocument.read(document);
            if (read != null) {
                Fold.difference(null, read).forEach((bucket, delta) -> counted.merge(bucket, delta, Long::sum));
            }
        });
        return counted;
    }

    private Map<String, Kept> kept(@Nullable ClientSession session, Bson filter) {
        Map<String, Kept> kept = new HashMap<>();
        (session == null ? buckets.find(filter) : buckets.find(session, filter))
                .projection(Projections.exclude("key"))
                .forEach(document -> kept.put(document.getString("_id"), Kept.of(document)));
        return kept;
    }

    /** The part of the volumes that one lane writes for one day. */
    private record Cell(String day, int lane) {}

    /** A bucket with the count it has. */
    private record Kept(Bucket bucket, long count) {

        static Kept of(Document document) {
            Bucket bucket = new Bucket(
                    Dimension.labelled(document.getString("dimension")),
                    document.getString("scope"),
                    document.getString("owner"),
                    document.getString("unit"),
                    document.getString("topic"),
                    LocalDate.parse(document.getString("day")),
                    document.getInteger("lane"));
            return new Kept(bucket, document.get("count", Number.class).longValue());
        }

        Cell cell() {
            return new Cell(bucket.day().toString(), bucket.lane());
        }
    }
}
