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
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;
import org.redress.platform.consuming.Missing;
import org.redress.platform.consuming.Source;
import org.redress.platform.messaging.EventHeaders;
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
    private static final String PUBLISHED_AT = "publishedAt";
    private static final Bson PLACE = Projections.include("aggregateId", "key", "epoch", "sequence", PUBLISHED_AT);
    private static final Bson KEPT = Projections.include("epoch", "sequence", AggregateDocuments.PENDING_SINCE);

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
        patient(archive).createIndex(Indexes.ascending(PUBLISHED_AT, "_id"));
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
                        .append(PUBLISHED_AT, Date.from(RealTime.now())))
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
        List<Document> places = archived.stream()
                .flatMap(List::stream)
                .map(event -> new Document("e", event.epoch()).append("i", event.eventId()))
                .toList();
        // With its epoch: an event told again in a newer one has the same id and is still to be sent.
        Document place = new Document("e", "$$event.epoch").append("i", "$$event.eventId");
        Document stays = new Document("$not", new Document("$in", List.of(place, places)));
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

    /**
     * Which of these events it holds, as pending or in the archive. They move that way: who is in neither is looked for
     * once more.
     */
    Set<EventHeaders> held(Collection<EventHeaders> events) {
        Set<EventHeaders> held = new HashSet<>(archived(events));
        List<String> others = events.stream()
                .filter(event -> !held.contains(event))
                .map(EventHeaders::aggregateId)
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            Set<PlaceAndId> waiting = new HashSet<>();
            pending(others).events().values().forEach(list -> list.forEach(event -> waiting.add(PlaceAndId.of(event))));
            events.stream()
                    .filter(event -> waiting.contains(PlaceAndId.of(event)))
                    .forEach(held::add);
            held.addAll(archived(events));
        }
        return held;
    }

    private Set<EventHeaders> archived(Collection<EventHeaders> events) {
        Map<String, String> ids = new HashMap<>();
        archive.find(Filters.in(
                        "_id", events.stream().map(PendingCollection::archiveId).toList()))
                .projection(Projections.include("eventId"))
                .forEach(found -> ids.put(found.getString("_id"), found.getString("eventId")));
        return events.stream()
                .filter(event -> event.eventId().equals(ids.get(archiveId(event))))
                .collect(Collectors.toSet());
    }

    private static String archiveId(EventHeaders event) {
        return event.aggregateId() + ":" + event.epoch() + ":" + event.sequence();
    }

    private record PlaceAndId(int epoch, long sequence, String eventId) {

        static PlaceAndId of(PendingEvent event) {
            return new PlaceAndId(event.epoch(), event.sequence(), event.eventId());
        }

        static PlaceAndId of(EventHeaders event) {
            return new PlaceAndId(event.epoch(), event.sequence(), event.eventId());
        }
    }

    /** What became of an aggregate whose history was to be told again. */
    enum Retelling {
        /** Its whole history is pending in the newer epoch. */
        TOLD,
        /** It is not there: it was made after the backup. */
        GONE,
        /** Not all of its history is there. */
        INCOMPLETE
    }

    /** Makes the whole history of an aggregate pending again in a newer epoch, whose first event replaces what was built. */
    Retelling retell(String aggregateId, int inEpoch) {
        while (true) {
            Document found = aggregates
                    .find(Filters.eq("_id", aggregateId))
                    .projection(Projections.include("epoch", "sequence", "version", AggregateDocuments.PENDING))
                    .first();
            if (found == null || found.get("sequence", 0L) == 0) {
                return Retelling.GONE;
            }
            List<PendingEvent> history = history(found);
            if (history.size() != found.getLong("sequence")) {
                return Retelling.INCOMPLETE;
            }
            if (told(found, history, inEpoch)) {
                return Retelling.TOLD;
            }
        }
    }

    private List<PendingEvent> history(Document aggregate) {
        int epoch = aggregate.getInteger("epoch");
        SortedMap<Long, PendingEvent> history = new TreeMap<>();
        archive.find(Filters.and(Filters.eq("aggregateId", aggregate.getString("_id")), Filters.eq("epoch", epoch)))
                .map(PendingEvent::of)
                .forEach(event -> history.put(event.sequence(), event));
        aggregate.getList(AggregateDocuments.PENDING, Document.class, List.of()).stream()
                .map(PendingEvent::of)
                .filter(event -> event.epoch() == epoch)
                .forEach(event -> history.put(event.sequence(), event));
        history.tailMap(aggregate.getLong("sequence") + 1).clear();
        return List.copyOf(history.values());
    }

    /** Guarded like any other change; false where somebody changed it meanwhile. */
    private boolean told(Document aggregate, List<PendingEvent> history, int inEpoch) {
        PendingEvent newest = history.getLast();
        List<Document> told = history.stream()
                .map(event -> event.retold(newest, inEpoch).toDocument())
                .toList();
        return aggregates
                        .updateOne(
                                Filters.and(
                                        Filters.eq("_id", aggregate.getString("_id")),
                                        Filters.eq("version", aggregate.getLong("version"))),
                                Updates.combine(
                                        Updates.set("epoch", inEpoch),
                                        Updates.set(AggregateDocuments.PENDING, told),
                                        Updates.set(AggregateDocuments.PENDING_SINCE, Date.from(RealTime.now())),
                                        Updates.unset(CLAIM),
                                        Updates.inc("version", 1L)))
                        .getMatchedCount()
                == 1;
    }

    /** What was published after a moment, or at it after that id, and before another moment, in that order. */
    List<Place> publishedAfter(Instant moment, String archiveId, Instant before, int limit) {
        return archive.find(Filters.and(
                        Filters.lt(PUBLISHED_AT, Date.from(before)),
                        Filters.gte(PUBLISHED_AT, Date.from(moment)),
                        Filters.or(
                                Filters.gt(PUBLISHED_AT, Date.from(moment)),
                                Filters.and(
                                        Filters.eq(PUBLISHED_AT, Date.from(moment)), Filters.gt("_id", archiveId)))))
                .sort(Sorts.ascending(PUBLISHED_AT, "_id"))
                .limit(limit)
                .projection(PLACE)
                .map(PendingCollection::place)
                .into(new ArrayList<>());
    }

    private static Place place(Document event) {
        return new Place(
                new Source(event.getString("aggregateId"), event.getString("key")),
                event.getInteger("epoch"),
                event.getLong("sequence"),
                event.getDate(PUBLISHED_AT).toInstant(),
                event.getString("_id"));
    }

    /**
     * How far an aggregate's history goes.
     *
     * @param isWaiting whether events wait for the broker
     */
    record Kept(String id, int epoch, long sequence, boolean isWaiting) {

        String archiveId() {
            return id + ":" + epoch + ":" + sequence;
        }

        private static Kept of(Document aggregate) {
            return new Kept(
                    aggregate.getString("_id"),
                    aggregate.get("epoch", 1),
                    aggregate.get("sequence", 0L),
                    aggregate.containsKey(AggregateDocuments.PENDING_SINCE));
        }
    }

    /** Aggregates that published something, in the order of their ids, from behind one on. */
    List<Kept> keptAfter(@Nullable String id, int limit) {
        return aggregates
                .find(Filters.and(Filters.gt("_id", id == null ? "" : id), Filters.gt("sequence", 0L)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .projection(KEPT)
                .map(Kept::of)
                .into(new ArrayList<>());
    }

    /** Whether somebody changed it since. */
    boolean changed(Kept kept) {
        Document now =
                aggregates.find(Filters.eq("_id", kept.id())).projection(KEPT).first();
        return now == null || !Kept.of(now).equals(kept);
    }

    /** Where the archive has their last events, by the ids there. */
    Map<String, Place> places(Collection<Kept> kept) {
        Map<String, Place> places = new HashMap<>();
        archive.find(Filters.in("_id", kept.stream().map(Kept::archiveId).toList()))
                .projection(PLACE)
                .map(PendingCollection::place)
                .forEach(place -> places.put(place.archiveId(), place));
        return places;
    }

    private int newestArchived(String aggregateId) {
        Document newest = archive.find(Filters.eq("aggregateId", aggregateId))
                .sort(Sorts.descending("epoch"))
                .projection(Projections.include("epoch"))
                .first();
        return newest == null ? 0 : newest.getInteger("epoch");
    }
}
