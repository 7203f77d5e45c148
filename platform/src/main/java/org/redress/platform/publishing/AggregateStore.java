package org.redress.platform.publishing;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.BsonSerializationException;
import org.bson.Document;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.publishing.AggregateDocuments.Change;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Stores aggregates with their events in one guarded write each ({@code w: majority, j: true}), and tells the publisher.
 *
 * @param <A> the aggregate
 */
public final class AggregateStore<A extends Aggregate> {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final AggregateDocuments<A> documents;
    private final GroupedInserts inserts;
    private final Publisher publisher;
    private final Consumer<Collection<A>> beforehand;
    private final MongoErrors errors;
    private final IllDocuments ill;

    AggregateStore(
            MongoCollection<Document> collection,
            AggregateDocuments<A> documents,
            GroupedInserts inserts,
            Publisher publisher,
            Consumer<Collection<A>> beforehand,
            MongoErrors errors,
            IllDocuments ill) {
        this.collection = collection;
        this.documents = documents;
        this.inserts = inserts;
        this.publisher = publisher;
        this.beforehand = beforehand;
        this.errors = errors;
        this.ill = ill;
    }

    /**
     * Inserts one aggregate together with others that wait at the same moment; returns when it is on disk.
     *
     * @throws DuplicateKeyException when its id or another unique key exists
     * @throws org.springframework.dao.DataAccessResourceFailureException when the database is away: then it is unknown
     *     whether it was written
     */
    public A insert(A aggregate) {
        aggregate.beginIn(publisher.epoch());
        List<PendingEvent> recorded = documents.recorded(aggregate);
        errors.translate(() -> beforehand.accept(List.of(aggregate)));
        errors.translate(() -> inserts.insert(documents.insertion(aggregate, recorded)));
        inserted(aggregate, recorded);
        return aggregate;
    }

    /**
     * Inserts many in one go.
     *
     * @return those not inserted because their id exists
     * @throws DuplicateKeyException when another unique key exists
     */
    public List<A> insertAll(Collection<A> aggregates) {
        if (aggregates.isEmpty()) {
            return List.of();
        }
        List<A> list = List.copyOf(aggregates);
        int epoch = publisher.epoch();
        list.forEach(aggregate -> aggregate.beginIn(epoch));
        List<List<PendingEvent>> recorded =
                list.stream().map(documents::recorded).toList();
        errors.translate(() -> beforehand.accept(list));
        Set<Integer> existing = bulkInsert(list, recorded);
        List<A> refused = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (existing.contains(i)) {
                refused.add(list.get(i));
            } else {
                inserted(list.get(i), recorded.get(i));
            }
        }
        return refused;
    }

    private Set<Integer> bulkInsert(List<A> list, List<List<PendingEvent>> recorded) {
        List<WriteModel<Document>> models = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            models.add(documents.insertion(list.get(i), recorded.get(i)));
        }
        return errors.translate(() -> {
            try {
                collection.bulkWrite(models, UNORDERED);
                return Set.<Integer>of();
            } catch (MongoBulkWriteException e) {
                if (e.getWriteConcernError() != null
                        || !e.getWriteErrors().stream().allMatch(AggregateStore::idExists)) {
                    throw e;
                }
                return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
            }
        });
    }

    /**
     * Writes a changed aggregate, guarded by the version it was read with.
     *
     * @throws StaleAggregateException when someone else changed it; nothing was written
     */
    public void save(A aggregate) {
        if (!saveUnlessStale(aggregate)) {
            throw new StaleAggregateException(aggregate.id());
        }
    }

    /** The same; false when someone else changed it, and nothing was written. */
    public boolean saveUnlessStale(A aggregate) {
        return saveAll(List.of(aggregate)).staleUnlessFailed().isEmpty();
    }

    /** Writes many changed aggregates, each guarded by its version; one that cannot be written holds up no other. */
    public Saved<A> saveAll(Collection<A> aggregates) {
        Map<A, RuntimeException> failed = new HashMap<>();
        String stamp = Ids.next();
        List<Change<A>> changes = new ArrayList<>();
        for (A aggregate : aggregates) {
            try {
                changes.add(documents.change(aggregate, stamp));
            } catch (RuntimeException e) {
                failed.put(aggregate, e);
            }
        }
        Set<String> written = changes.isEmpty() ? Set.of() : write(changes, stamp, failed);
        List<A> stale = new ArrayList<>();
        for (Change<A> change : changes) {
            A aggregate = change.aggregate();
            if (written.contains(aggregate.id())) {
                written(aggregate, aggregate.version() + 1, change.document());
            } else if (!failed.containsKey(aggregate)) {
                stale.add(aggregate);
            }
        }
        failed.forEach((aggregate, failure) -> ill.unwritten(aggregate.id(), failure));
        return new Saved<>(stale, failed);
    }

    /** Returns the ids of those that were written. */
    private Set<String> write(List<Change<A>> changes, String stamp, Map<A, RuntimeException> failed) {
        List<WriteModel<Document>> models = changes.stream().map(Change::write).toList();
        try {
            errors.translate(() ->
                    beforehand.accept(changes.stream().map(Change::aggregate).toList()));
            int matched = errors.translate(
                    () -> collection.bulkWrite(models, UNORDERED).getMatchedCount());
            return matched == changes.size() ? ids(changes) : stamped(changes, stamp);
        } catch (DataAccessException | MongoBulkWriteException e) {
            tellFailed(changes, e, failed);
            return stamped(changes, stamp);
        } catch (BsonSerializationException e) {
            // The driver sends nothing of a bulk in which one is too large.
            return changes.size() == 1 ? failed(changes.getFirst(), e, failed) : writeEach(changes, stamp, failed);
        }
    }

    private Set<String> writeEach(List<Change<A>> changes, String stamp, Map<A, RuntimeException> failed) {
        return changes.stream()
                .flatMap(change -> write(List.of(change), stamp, failed).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> failed(Change<A> change, RuntimeException e, Map<A, RuntimeException> failed) {
        failed.put(change.aggregate(), e);
        return Set.of();
    }

    /** An outage concerns all and is thrown on. */
    private void tellFailed(List<Change<A>> changes, RuntimeException e, Map<A, RuntimeException> failed) {
        Throwable cause = e instanceof MongoBulkWriteException ? e : e.getCause();
        if (!(cause instanceof MongoBulkWriteException bulk)
                || bulk.getWriteConcernError() != null
                || bulk.getWriteErrors().isEmpty()) {
            throw e;
        }
        bulk.getWriteErrors().forEach(error -> failed(changes.get(error.getIndex()), e, failed));
    }

    private static <A extends Aggregate> Set<String> ids(List<Change<A>> changes) {
        return changes.stream().map(change -> change.aggregate().id()).collect(Collectors.toSet());
    }

    /** Those this very write changed; one that was changed again since counts as stale and is judged anew. */
    private Set<String> stamped(List<Change<A>> changes, String stamp) {
        return errors.translate(() -> collection
                .find(Filters.and(Filters.in("_id", ids(changes)), Filters.eq(AggregateDocuments.STAMP, stamp)))
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new HashSet<>()));
    }

    /**
     * Finds one.
     *
     * @throws UnreadableDocumentException when it is there and cannot be read
     */
    public Optional<A> find(String id) {
        return findAll(List.of(id)).all().stream().findFirst();
    }

    /** Where a consumed stream stands with those that exist, whether they can be read or not. */
    public Map<String, Position> positions(String stream, Collection<String> ids) {
        Map<String, Position> positions = new HashMap<>();
        errors.translate(() -> collection
                .find(Filters.in("_id", ids))
                .projection(Projections.include(Inbox.FIELD))
                .forEach(found -> positions.put(found.getString("_id"), Inbox.of(found, stream))));
        return positions;
    }

    /**
     * Moves the position of a stream without an effect, in a document that need not be readable.
     *
     * @throws org.redress.platform.consuming.StalePositionException when it stands no longer where it was read
     */
    public void place(String id, String stream, Position before, Position after) {
        Inbox.place(collection, id, stream, before, after, new Update().inc("version", 1L));
    }

    /** Finds those that exist, in no order. */
    public Found<A> findAll(Collection<String> ids) {
        return read(errors.translate(() -> collection
                .find(Filters.in("_id", ids))
                .projection(Projections.exclude(AggregateDocuments.PENDING))
                .into(new ArrayList<>())));
    }

    /** Reads stored documents, without their pending events, in their order; one that cannot be read holds up no other. */
    public Found<A> read(List<Document> stored) {
        List<A> read = new ArrayList<>();
        List<UnreadableDocumentException> unreadable = new ArrayList<>();
        for (Document document : stored) {
            try {
                read.add(documents.read(document));
            } catch (UnreadableDocumentException e) {
                ill.unreadable(e);
                unreadable.add(e);
            }
        }
        return new Found<>(read, unreadable);
    }

    /** All that is pending of a new aggregate is what it recorded: the publisher need not read it back. */
    private void inserted(A aggregate, List<PendingEvent> recorded) {
        aggregate.written(0, null);
        if (!recorded.isEmpty()) {
            publisher.wake(collection.getNamespace().getCollectionName(), aggregate.id(), recorded);
        }
    }

    private void written(A aggregate, long version, Document as) {
        boolean published = !aggregate.recorded().isEmpty();
        aggregate.written(version, as);
        if (published) {
            publisher.wake(collection.getNamespace().getCollectionName(), aggregate.id(), List.of());
        }
    }

    private static boolean idExists(BulkWriteError error) {
        return error.getCode() == 11000 && error.getMessage().contains("index: _id_");
    }
}
