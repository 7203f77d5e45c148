package org.redress.platform.publishing;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.redress.platform.consuming.Missing;
import org.redress.platform.time.RealTime;

/** The pending events of one collection, and its archive {@code …_events}. */
final class PendingCollection {

    private static final int DUPLICATE_KEY = 11000;

    /** Aggregates cleared by one update: one update for many costs the database less than many single ones. */
    private static final int TOGETHER = 50;

    private final MongoCollection<Document> aggregates;
    private final MongoCollection<Document> archive;

    PendingCollection(MongoCollection<Document> aggregates, MongoCollection<Document> archive) {
        this.aggregates = aggregates;
        this.archive = archive;
    }

    String name() {
        return aggregates.getNamespace().getCollectionName();
    }

    void createIndexes() {
        aggregates.createIndex(
                Indexes.ascending(AggregateDocuments.PENDING_SINCE),
                new IndexOptions()
                        .partialFilterExpression(Filters.exists(AggregateDocuments.PENDING_SINCE))
                        .name("pendingSince"));
        archive.createIndex(Indexes.ascending("aggregateId", "epoch", "sequence"));
    }

    /** Ids of those that wait since before a moment, longest first. */
    List<String> waitingSince(Instant before, int limit) {
        return aggregates
                .find(Filters.lt(AggregateDocuments.PENDING_SINCE, Date.from(before)))
                .sort(Sorts.ascending(AggregateDocuments.PENDING_SINCE))
                .limit(limit)
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    /** Since when the longest one waits. */
    Optional<Instant> oldest() {
        return Optional.ofNullable(aggregates
                        .find(Filters.exists(AggregateDocuments.PENDING_SINCE))
                        .sort(Sorts.ascending(AggregateDocuments.PENDING_SINCE))
                        .projection(Projections.include(AggregateDocuments.PENDING_SINCE))
                        .first())
                .map(document ->
                        document.getDate(AggregateDocuments.PENDING_SINCE).toInstant());
    }

    /** The pending events of these aggregates, oldest first each. */
    Map<String, List<PendingEvent>> pending(Collection<String> ids) {
        Map<String, List<PendingEvent>> pending = new LinkedHashMap<>();
        aggregates
                .find(Filters.and(Filters.in("_id", ids), Filters.exists(AggregateDocuments.PENDING_SINCE)))
                .projection(Projections.include(AggregateDocuments.PENDING))
                .forEach(document -> pending.put(
                        document.getString("_id"),
                        document.getList(AggregateDocuments.PENDING, Document.class, List.of()).stream()
                                .map(PendingEvent::of)
                                .sorted(Comparator.comparingInt(PendingEvent::epoch)
                                        .thenComparingLong(PendingEvent::sequence))
                                .toList()));
        return pending;
    }

    /** Archives what the broker has, then clears it; the order matters, since the archive serves resends. */
    void clear(Collection<List<PendingEvent>> acknowledged) {
        List<Document> archived = acknowledged.stream()
                .flatMap(List::stream)
                .map(event -> event.toDocument()
                        .append("_id", event.archiveId())
                        .append("publishedAt", Date.from(RealTime.now())))
                .toList();
        if (archived.isEmpty()) {
            return;
        }
        archive(archived);
        List<List<PendingEvent>> whole =
                acknowledged.stream().filter(events -> !events.isEmpty()).toList();
        List<WriteModel<Document>> pulls = new ArrayList<>();
        for (int from = 0; from < whole.size(); from += TOGETHER) {
            pulls.add(pull(whole.subList(from, Math.min(whole.size(), from + TOGETHER))));
        }
        aggregates.bulkWrite(pulls, new BulkWriteOptions().ordered(false));
    }

    private void archive(List<Document> archived) {
        try {
            archive.insertMany(archived, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean onlyKnown = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!onlyKnown) {
                throw e;
            }
        }
    }

    /** Takes out exactly what was archived, in one update for many aggregates, which leaves their versions alone. */
    private static WriteModel<Document> pull(List<List<PendingEvent>> archived) {
        List<String> ids = archived.stream()
                .flatMap(List::stream)
                .map(PendingEvent::eventId)
                .toList();
        Document stays = new Document("$not", new Document("$in", List.of("$$event.eventId", ids)));
        Document remaining = new Document(
                "$filter",
                new Document("input", "$pending").append("as", "event").append("cond", stays));
        Document since = new Document(
                "$cond", List.of(new Document("$eq", List.of("$pending", List.of())), "$$REMOVE", "$pendingSince"));
        return new UpdateManyModel<>(
                Filters.in(
                        "_id",
                        archived.stream()
                                .map(events -> events.getFirst().aggregateId())
                                .toList()),
                List.of(
                        new Document("$set", new Document(AggregateDocuments.PENDING, remaining)),
                        new Document("$set", new Document(AggregateDocuments.PENDING_SINCE, since))));
    }

    /**
     * What a consumer lacks, oldest first. Pending ones belong to it: what the broker has already may have been passed
     * by a parked consumer. They are read before the archive, since events move that way and must not slip through.
     */
    List<PendingEvent> missing(String aggregateId, Missing missing) {
        List<PendingEvent> waiting = pending(List.of(aggregateId)).getOrDefault(aggregateId, List.of());
        int newest = Math.max(
                newestArchived(aggregateId),
                waiting.isEmpty() ? 0 : waiting.getLast().epoch());
        long from = missing.fromIn(newest);
        SortedMap<Long, PendingEvent> found = new TreeMap<>();
        waiting.stream()
                .filter(event -> event.epoch() == newest && event.sequence() >= from)
                .forEach(event -> found.put(event.sequence(), event));
        archive.find(Filters.and(
                        Filters.eq("aggregateId", aggregateId),
                        Filters.eq("epoch", newest),
                        Filters.gte("sequence", from)))
                .map(PendingEvent::of)
                .forEach(event -> found.put(event.sequence(), event));
        return List.copyOf(found.values());
    }

    private int newestArchived(String aggregateId) {
        Document newest = archive.find(Filters.eq("aggregateId", aggregateId))
                .sort(Sorts.descending("epoch"))
                .projection(Projections.include("epoch"))
                .first();
        return newest == null ? 0 : newest.getInteger("epoch");
    }
}
