package org.redress.platform.publishing;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.redress.platform.consuming.Missing;
import org.redress.platform.time.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pending events of one collection, and its archive {@code …_events}. */
final class PendingCollection {

    private static final int DUPLICATE_KEY = 11000;
    private static final long INDEXING_MINUTES = 30;

    /** Aggregates cleared by one update: one update for many costs the database less than many single ones. */
    private static final int TOGETHER = 50;

    /** How long a claim lasts that is not given up: longer than a round takes, and the pause of what cannot be sent. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final String CLAIM = "sweep";

    /** A moment ahead of the database's clock was written by a machine whose clock is wrong. */
    private static final Document LEFT_BEHIND = Document.parse("""
            {$and: [{$lt: [5000, {$abs: {$subtract: ['$$NOW', '$pendingSince']}}]},
                    {$lt: [{$ifNull: ['$sweep.until', {$toDate: {$numberLong: '0'}}]}, '$$NOW']}]}""");

    private static final Logger log = LoggerFactory.getLogger(PendingCollection.class);

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
        patient(aggregates)
                .createIndex(
                        Indexes.ascending(AggregateDocuments.PENDING_SINCE),
                        new IndexOptions()
                                .partialFilterExpression(Filters.exists(AggregateDocuments.PENDING_SINCE))
                                .name("pendingSince"));
        patient(archive).createIndex(Indexes.ascending("aggregateId", "epoch", "sequence"));
    }

    /** Of a large collection that was kept before. */
    private static MongoCollection<Document> patient(MongoCollection<Document> collection) {
        return collection.withTimeout(INDEXING_MINUTES, TimeUnit.MINUTES);
    }

    /**
     * Claims those that have waited for a while, longest first, for as long as a lease; another publisher has the
     * others. All by the database's clock: machines need not agree on the time.
     *
     * @param claim names this claim alone
     * @return their ids
     */
    List<String> claim(String claim, int limit) {
        Bson leftBehind = Filters.and(Filters.exists(AggregateDocuments.PENDING_SINCE), Filters.expr(LEFT_BEHIND));
        List<String> found = ids(aggregates
                .find(leftBehind)
                .sort(Sorts.ascending(AggregateDocuments.PENDING_SINCE))
                .limit(limit));
        if (found.isEmpty()) {
            return found;
        }
        Document until = new Document("$add", List.of("$$NOW", LEASE.toMillis()));
        Document claimed = new Document("by", new Document("$literal", claim)).append("until", until);
        aggregates.updateMany(
                Filters.and(Filters.in("_id", found), leftBehind),
                List.of(new Document("$set", new Document(CLAIM, claimed))));
        return ids(aggregates.find(Filters.and(Filters.in("_id", found), Filters.eq(CLAIM + ".by", claim))));
    }

    /** Gives up a claim of these, so that they are tried again at once. */
    void release(String claim, Collection<String> ids) {
        if (!ids.isEmpty()) {
            aggregates.updateMany(
                    Filters.and(Filters.in("_id", ids), Filters.eq(CLAIM + ".by", claim)), Updates.unset(CLAIM));
        }
    }

    private static List<String> ids(FindIterable<Document> found) {
        return found.projection(Projections.include("_id"))
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

    /**
     * Pending events.
     *
     * @param events those of each aggregate, oldest first
     * @param unreadable aggregates whose events cannot be read: they hold up no other
     */
    record Pending(Map<String, List<PendingEvent>> events, Set<String> unreadable) {}

    /** The pending events of these aggregates. */
    Pending pending(Collection<String> ids) {
        Pending pending = new Pending(new LinkedHashMap<>(), new HashSet<>());
        aggregates
                .find(Filters.and(Filters.in("_id", ids), Filters.exists(AggregateDocuments.PENDING_SINCE)))
                .projection(Projections.include(AggregateDocuments.PENDING))
                .forEach(document -> {
                    String id = document.getString("_id");
                    try {
                        pending.events().put(id, read(document));
                    } catch (RuntimeException e) {
                        pending.unreadable().add(id);
                        log.error("The pending events of {} in {} cannot be read: {}", id, name(), e.toString());
                    }
                });
        return pending;
    }

    private static List<PendingEvent> read(Document aggregate) {
        return aggregate.getList(AggregateDocuments.PENDING, Document.class, List.of()).stream()
                .map(PendingEvent::of)
                .sorted(Comparator.comparingInt(PendingEvent::epoch).thenComparingLong(PendingEvent::sequence))
                .toList();
    }

    /** Archives what the broker has, then clears it; the order matters, since the archive serves resends. */
    void clear(Collection<List<PendingEvent>> acknowledged) {
        List<Document> documents = acknowledged.stream()
                .flatMap(List::stream)
                .map(event -> event.toDocument()
                        .append("_id", event.archiveId())
                        .append("publishedAt", Date.from(RealTime.now())))
                .toList();
        if (documents.isEmpty()) {
            return;
        }
        Set<String> refused = archive(documents);
        List<List<PendingEvent>> whole = acknowledged.stream()
                .filter(events ->
                        !events.isEmpty() && !refused.contains(events.getFirst().aggregateId()))
                .toList();
        List<WriteModel<Document>> pulls = new ArrayList<>();
        for (int from = 0; from < whole.size(); from += TOGETHER) {
            pulls.add(pull(whole.subList(from, Math.min(whole.size(), from + TOGETHER))));
        }
        if (!pulls.isEmpty()) {
            aggregates.bulkWrite(pulls, new BulkWriteOptions().ordered(false));
        }
    }

    /** Archives, and returns the aggregates of which something was refused: they stay pending. */
    private Set<String> archive(List<Document> documents) {
        try {
            archive.insertMany(documents, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            return e.getWriteErrors().stream()
                    .filter(error -> error.getCode() != DUPLICATE_KEY)
                    .map(error -> documents.get(error.getIndex()).getString("aggregateId"))
                    .collect(Collectors.toSet());
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
        List<PendingEvent> waiting = pending(List.of(aggregateId)).events().getOrDefault(aggregateId, List.of());
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
