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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

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

    AggregateStore(
            MongoCollection<Document> collection,
            AggregateDocuments<A> documents,
            GroupedInserts inserts,
            Publisher publisher,
            Consumer<Collection<A>> beforehand,
            MongoErrors errors) {
        this.collection = collection;
        this.documents = documents;
        this.inserts = inserts;
        this.publisher = publisher;
        this.beforehand = beforehand;
        this.errors = errors;
    }

    /**
     * Inserts one aggregate together with others that wait at the same moment; returns when it is on disk.
     *
     * @throws DuplicateKeyException when its id or another unique key exists
     * @throws org.springframework.dao.DataAccessResourceFailureException when the database is away: then it is unknown
     *     whether it was written
     */
    public A insert(A aggregate) {
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
        if (!saveAll(List.of(aggregate)).isEmpty()) {
            throw new StaleAggregateException(aggregate.id());
        }
    }

    /**
     * Writes many changed aggregates, each guarded by its version.
     *
     * @return those that were stale and not written
     */
    public List<A> saveAll(Collection<A> aggregates) {
        if (aggregates.isEmpty()) {
            return List.of();
        }
        List<A> list = List.copyOf(aggregates);
        String stamp = Ids.next();
        List<WriteModel<Document>> models = list.stream()
                .map(aggregate -> documents.change(aggregate, stamp))
                .toList();
        errors.translate(() -> beforehand.accept(list));
        int matched =
                errors.translate(() -> collection.bulkWrite(models, UNORDERED).getMatchedCount());
        Set<String> written = matched == list.size() ? ids(list) : stamped(list, stamp);
        List<A> refused = new ArrayList<>();
        for (A aggregate : list) {
            if (written.contains(aggregate.id())) {
                written(aggregate, aggregate.version() + 1);
            } else {
                refused.add(aggregate);
            }
        }
        return refused;
    }

    private static <A extends Aggregate> Set<String> ids(List<A> list) {
        return list.stream().map(Aggregate::id).collect(Collectors.toSet());
    }

    /** Those this very write changed; one that was changed again since counts as stale and is judged anew. */
    private Set<String> stamped(List<A> list, String stamp) {
        return errors.translate(() -> collection
                .find(Filters.and(Filters.in("_id", ids(list)), Filters.eq(AggregateDocuments.STAMP, stamp)))
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new HashSet<>()));
    }

    /** Finds one. */
    public Optional<A> find(String id) {
        return Optional.ofNullable(first(id));
    }

    private @Nullable A first(String id) {
        List<A> found = findAll(List.of(id));
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Finds those that exist, in no order. */
    public List<A> findAll(Collection<String> ids) {
        return errors.translate(() -> collection
                .find(Filters.in("_id", ids))
                .projection(Projections.exclude(AggregateDocuments.PENDING))
                .map(documents::read)
                .into(new ArrayList<>()));
    }

    /** All that is pending of a new aggregate is what it recorded: the publisher need not read it back. */
    private void inserted(A aggregate, List<PendingEvent> recorded) {
        aggregate.written(0);
        if (!recorded.isEmpty()) {
            publisher.wake(collection.getNamespace().getCollectionName(), aggregate.id(), recorded);
        }
    }

    private void written(A aggregate, long version) {
        boolean published = !aggregate.recorded().isEmpty();
        aggregate.written(version);
        if (published) {
            publisher.wake(collection.getNamespace().getCollectionName(), aggregate.id(), List.of());
        }
    }

    private static boolean idExists(BulkWriteError error) {
        return error.getCode() == 11000 && error.getMessage().contains("index: _id_");
    }
}
