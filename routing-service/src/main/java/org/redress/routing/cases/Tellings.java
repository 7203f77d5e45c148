package org.redress.routing.cases;

import com.mongodb.bulk.BulkWriteResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.redress.contracts.Topic;
import org.redress.contracts.deliveries.ContactOpened;
import org.redress.contracts.deliveries.DeliveryEvent;
import org.redress.contracts.deliveries.NotificationFailed;
import org.redress.contracts.deliveries.NotificationSent;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.redress.platform.consuming.StalePositionException;
import org.redress.routing.cases.Unsealing.Opening;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * What petitioners were told, one document a notification with how far its stream was received. Officers' messages only
 * move that position, so that the many reminders of a case never contend with its commands.
 */
public final class Tellings {

    private static final String COLLECTION = "tellings";
    private static final String STREAM = Topic.DELIVERIES.name();
    private static final int DUPLICATE = 11_000;
    private static final String MISSED = "missed";
    private static final String PETITIONER = "petitioner";
    private static final Actor NOTIFICATION = new Actor("notification", "notification");

    private final MongoTemplate mongo;
    private final Ledger ledger;

    Tellings(MongoTemplate mongo, Ledger ledger) {
        this.mongo = mongo;
        this.ledger = ledger;
        mongo.indexOps(COLLECTION).createIndex(new Index("petitionId", Sort.Direction.ASC));
        mongo.indexOps(COLLECTION).createIndex(new Index(MISSED, Sort.Direction.ASC).sparse());
    }

    /**
     * A message that did not reach its petitioner.
     *
     * @param notification id of its notification
     * @param petitionId whose petitioner
     */
    record Missed(String notification, String petitionId) {}

    /** Messages that did not reach their petitioners and of which their cases need not know yet. */
    List<Missed> missed() {
        Query query = Query.query(Criteria.where(MISSED).is(true));
        query.fields().include("petitionId");
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(found -> new Missed(found.getString("_id"), found.getString("petitionId")))
                .toList();
    }

    /** Notes that its case knows of one. */
    void handled(Missed missed) {
        Query query = Query.query(Criteria.where("_id").is(missed.notification()));
        mongo.updateFirst(query, new Update().unset(MISSED), COLLECTION);
    }

    /** What the petitioner of a case was told, oldest first. */
    public List<Telling> of(String petitionId) {
        Query query = Query.query(
                Criteria.where("petitionId").is(petitionId).and("told").exists(true));
        return mongo.find(query, Document.class, COLLECTION).stream()
                .flatMap(found -> found.getList("told", Document.class).stream())
                .map(told -> mongo.getConverter().read(Telling.class, told))
                .sorted(Comparator.comparing(Telling::at))
                .toList();
    }

    /** How far these notifications were received. */
    public Map<Source, Position> positions(Collection<Source> sources) {
        Map<String, Source> byId = new HashMap<>();
        sources.forEach(source -> byId.put(source.aggregateId(), source));
        Query query = Query.query(Criteria.where("_id").in(byId.keySet()));
        Map<Source, Position> positions = new HashMap<>();
        mongo.find(query, Document.class, COLLECTION)
                .forEach(found -> Optional.ofNullable(byId.get(found.getString("_id")))
                        .ifPresent(source -> positions.put(source, Inbox.of(found, STREAM))));
        return positions;
    }

    /**
     * Moves a position without keeping anything.
     *
     * @throws StalePositionException when the stream stands no longer where it was read
     */
    public void place(Source source, Position before, Position after) {
        Update petition = new Update().setOnInsert("petitionId", source.key());
        Inbox.place(mongo.getCollection(COLLECTION), source.aggregateId(), STREAM, before, after, petition);
    }

    /**
     * Keeps what a batch tells, one guarded write a notification. What was opened comes into the ledger first, where a
     * repetition finds it.
     *
     * @throws StalePositionException when a stream had come further than its records say; some may be written
     */
    public void keep(List<Received<DeliveryEvent>> batch) {
        ledger.appendOnce(batch.stream()
                .flatMap(received -> opening(received.event()).stream())
                .toList());
        Map<Source, List<Received<DeliveryEvent>>> streams = new LinkedHashMap<>();
        batch.forEach(received -> streams.computeIfAbsent(received.source(), source -> new ArrayList<>())
                .add(received));
        BulkOperations writes = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, COLLECTION);
        streams.forEach((source, stream) -> writes.upsert(
                Query.query(new Criteria()
                        .andOperator(
                                Criteria.where("_id").is(source.aggregateId()),
                                Inbox.guard(STREAM, stream.getFirst().before()))),
                update(source, stream)));
        try {
            BulkWriteResult result = writes.execute();
            if (result.getMatchedCount() + result.getUpserts().size() != streams.size()) {
                throw new StalePositionException("a notification was received meanwhile");
            }
        } catch (BulkOperationException e) {
            if (e.getErrors().isEmpty() || e.getErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE)) {
                throw e;
            }
            // The guard did not match, so that the write tried to insert what exists.
            throw new StalePositionException("a notification was received meanwhile");
        }
    }

    private Update update(Source source, List<Received<DeliveryEvent>> stream) {
        Update update = new Update().setOnInsert("petitionId", source.key());
        List<Received<DeliveryEvent>> since = sinceSnapshot(stream);
        List<Telling> told = since.stream()
                .flatMap(received -> telling(received.event()).stream())
                .toList();
        if (since.getFirst().snapshot()) {
            update.set("told", told);
        } else if (!told.isEmpty()) {
            update.push("told").each(told.toArray());
        }
        if (!told.isEmpty()) {
            miss(update, told.getLast());
        }
        return Inbox.moveTo(update, STREAM, stream.getLast().after());
    }

    /** The last word counts: what was given up may be sent again and arrive. */
    private static void miss(Update update, Telling last) {
        if (last.sent()) {
            update.unset(MISSED);
        } else {
            update.set(MISSED, true);
        }
    }

    /** A notification restored from a backup begins anew: what was told before counts no more. */
    private static List<Received<DeliveryEvent>> sinceSnapshot(List<Received<DeliveryEvent>> stream) {
        int begin = 0;
        for (int index = 0; index < stream.size(); index++) {
            begin = stream.get(index).snapshot() ? index : begin;
        }
        return stream.subList(begin, stream.size());
    }

    /** What the service that told of it opened, in its own name. */
    private static Optional<Opening> opening(DeliveryEvent event) {
        return event instanceof ContactOpened opened
                ? Optional.of(new Opening(
                        opened.head().key(),
                        PetitionContact.FIELD,
                        NOTIFICATION,
                        Unsealing.Why.TELLING,
                        opened.template(),
                        opened.head().occurredAt(),
                        opened.head().eventId()))
                : Optional.empty();
    }

    private static Optional<Telling> telling(DeliveryEvent event) {
        return switch (event) {
            case ContactOpened opened -> Optional.empty();
            case NotificationSent sent ->
                sent.recipient().equals(PETITIONER)
                        ? Optional.of(new Telling(sent.template(), sent.channel(), sent.sentAt(), true))
                        : Optional.empty();
            case NotificationFailed failed ->
                failed.recipient().equals(PETITIONER)
                        ? Optional.of(new Telling(
                                failed.template(),
                                failed.channel(),
                                failed.head().occurredAt(),
                                false))
                        : Optional.empty();
        };
    }
}
