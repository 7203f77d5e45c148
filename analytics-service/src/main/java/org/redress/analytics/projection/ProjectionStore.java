package org.redress.analytics.projection;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.redress.contracts.Topic;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.StalePositionException;
import org.springframework.data.mongodb.core.query.Update;

/** Writes what batches come to: facts with the positions of their streams, and cells, in the caller's transaction. */
final class ProjectionStore<F> {

    static final String STREAM = Topic.CASES.name();
    static final TransactionOptions DURABLE = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .build();

    /** What facts have and a stub that only holds a position has not. */
    private static final String FACTS = "facts";

    private static final int DUPLICATE_KEY = 11_000;

    private final Folding<F> folding;

    ProjectionStore(Folding<F> folding) {
        this.folding = folding;
    }

    /** Facts of these cases; those never seen, or known by a stub alone, are absent. */
    Map<String, F> known(ClientSession session, MongoCollection<Document> facts, Set<String> ids) {
        Map<String, F> known = new HashMap<>();
        for (Document document : facts.find(session, Filters.in("_id", ids))) {
            Document kept = document.get(FACTS, Document.class);
            if (kept != null) {
                known.put(document.getString("_id"), folding.read(kept));
            }
        }
        return known;
    }

    /**
     * Writes the change of each case.
     *
     * @throws StalePositionException when a case had moved on
     */
    void move(ClientSession session, MongoCollection<Document> facts, Batch<F> batch) {
        List<WriteModel<Document>> moves = new ArrayList<>();
        batch.changes().forEach((id, change) -> moves.add(move(id, change)));
        try {
            BulkWriteResult result = facts.bulkWrite(session, moves);
            if (result.getMatchedCount() + result.getUpserts().size() < moves.size()) {
                throw new StalePositionException("a case moved on");
            }
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                throw new StalePositionException("a case moved on");
            }
            throw e;
        }
    }

    /** A case of which nothing was kept is inserted; where something was, and it moved on, the insert meets that. */
    private WriteModel<Document> move(String id, Batch.Change<F> change) {
        boolean atStart = change.before().equals(Position.START);
        Document filter = new Document("_id", id)
                .append("$and", List.of(Inbox.guard(STREAM, change.before()).getCriteriaObject()));
        Update update = Inbox.moveTo(new Update().inc("version", 1), STREAM, change.after())
                .set(FACTS, folding.write(change.facts()));
        return new UpdateOneModel<>(filter, update.getUpdateObject(), new UpdateOptions().upsert(atStart));
    }

    /** Adds to the cells in the order of their ids, so that two transactions never wait for each other in a circle. */
    void count(ClientSession session, MongoCollection<Document> cells, Map<Cell, Long> deltas) {
        List<WriteModel<Document>> increments = deltas.entrySet().stream()
                .sorted(Comparator.comparing(delta -> delta.getKey().id()))
                .<WriteModel<Document>>map(delta -> increment(delta.getKey(), delta.getValue()))
                .toList();
        if (!increments.isEmpty()) {
            cells.bulkWrite(session, increments);
        }
    }

    private static UpdateOneModel<Document> increment(Cell cell, long by) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.inc("count", by));
        cell.fields().forEach((field, value) -> updates.add(Updates.setOnInsert(field, value)));
        return new UpdateOneModel<>(
                Filters.eq("_id", cell.id()), Updates.combine(updates), new UpdateOptions().upsert(true));
    }
}
