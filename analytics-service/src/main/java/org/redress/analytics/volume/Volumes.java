package org.redress.analytics.volume;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.WriteModel;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.bson.Document;
import org.redress.contracts.Topic;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.StalePositionException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Facts and volumes: each batch of events changes both in one transaction, guarded by where the streams stood. */
@Component
public class Volumes {

    static final String FACTS = "facts";
    static final String VOLUMES = "volumes";
    static final String STREAM = Topic.CASES.name();
    static final TransactionOptions DURABLE = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .build();

    // A transaction stays small: facts and buckets of this many events are well under a megabyte.
    private static final int BATCH = 500;
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoClient client;
    private final MongoCollection<Document> facts;
    private final MongoCollection<Document> buckets;
    private final Fold fold;
    private final MeterRegistry meters;
    private final AtomicBoolean indexed = new AtomicBoolean();

    Volumes(MongoClient client, MongoTemplate mongo, ZoneId organisationZone, MeterRegistry meters) {
        this.client = client;
        this.facts = mongo.getCollection(FACTS);
        this.buckets = mongo.getCollection(VOLUMES);
        this.fold = new Fold(organisationZone);
        this.meters = meters;
    }

    /** Where the stream of cases stands with these petitions; those never seen are absent. */
    public Map<String, Position> positions(Collection<String> petitionIds) {
        Map<String, Position> positions = new HashMap<>();
        facts.find(Filters.in("_id", petitionIds))
                .projection(Projections.include("inbox"))
                .forEach(document -> positions.put(document.getString("_id"), Inbox.of(document, STREAM)));
        return positions;
    }

    /**
     * Moves a position without counting anything, into a stub where the case was never seen.
     *
     * @throws StalePositionException when the stream stands no longer where it was read
     */
    public void park(String petitionId, Position before, Position after) {
        Inbox.place(facts, petitionId, STREAM, before, after, new Update().inc("version", 1));
    }

    /**
     * Counts events, in their order.
     *
     * @throws StalePositionException when a stream had moved on; nothing of that transaction is written then
     */
    public void count(List<Step> steps) {
        createIndexes();
        for (int from = 0; from < steps.size(); from += BATCH) {
            countOnce(steps.subList(from, Math.min(steps.size(), from + BATCH)));
        }
    }

    private void countOnce(List<Step> batch) {
        Folded folded = Folded.of(fold, known(batch), batch);
        AtomicInteger attempts = new AtomicInteger();
        try (ClientSession session = client.startSession()) {
            session.withTransaction(
                    () -> {
                        attempts.incrementAndGet();
                        write(session, folded);
                        return folded;
                    },
                    DURABLE);
        }
        meters.counter(VolumeMetric.FOLDED.metricName()).increment(batch.size());
        meters.counter(VolumeMetric.CONFLICTS.metricName()).increment(attempts.get() - 1);
    }

    private Map<String, Optional<Facts>> known(List<Step> batch) {
        Map<String, Optional<Facts>> known = new HashMap<>();
        facts.find(Filters.in("_id", batch.stream().map(Step::petitionId).collect(Collectors.toSet())))
                .forEach(document ->
                        known.put(document.getString("_id"), Optional.ofNullable(FactsDocument.read(document))));
        return known;
    }

    private void write(ClientSession session, Folded folded) {
        List<WriteModel<Document>> moves = VolumeWrites.moves(folded.changes());
        try {
            BulkWriteResult result = facts.bulkWrite(session, moves);
            if (result.getMatchedCount() + result.getInsertedCount() < moves.size()) {
                throw new StalePositionException("a case moved on");
            }
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                throw new StalePositionException("a case moved on");
            }
            throw e;
        }
        if (!folded.deltas().isEmpty()) {
            buckets.bulkWrite(session, VolumeWrites.increments(folded.deltas()));
        }
    }

    private void createIndexes() {
        if (!indexed.get()) {
            buckets.createIndex(Indexes.ascending("dimension", "day"));
            // An officer counts over some scopes and owners of many.
            buckets.createIndex(Indexes.ascending("dimension", "scope", "day"));
            buckets.createIndex(Indexes.ascending("dimension", "owner", "day"));
            indexed.set(true);
        }
    }
}
