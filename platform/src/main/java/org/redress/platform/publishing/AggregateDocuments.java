package org.redress.platform.publishing;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.redress.platform.time.RealTime;
import org.springframework.data.mapping.PropertyHandler;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;

/** Turns an aggregate and its recorded events into the one write that stores both. */
final class AggregateDocuments<A extends Aggregate> {

    static final String PENDING = "pending";
    static final String PENDING_SINCE = "pendingSince";
    static final String STAMP = "stamp";
    static final String SCHEMA = "schema";

    /** A quarter of what a document may hold, so that there is room for the document itself and one more event. */
    static final long MOST_PENDING_BYTES = 4 << 20;

    private final MongoConverter converter;
    private final MongoPersistentEntity<?> entity;
    private final StoredConstants constants;
    private final int reads;
    private final int writes;

    AggregateDocuments(MongoConverter converter, Class<A> type) {
        this.converter = converter;
        this.entity = converter.getMappingContext().getRequiredPersistentEntity(type);
        this.constants = new StoredConstants(converter);
        Schema schema = type.getAnnotation(Schema.class);
        this.reads = schema == null ? 1 : schema.reads();
        this.writes = schema == null ? 1 : schema.writes();
    }

    /**
     * A change of one aggregate.
     *
     * @param aggregate the aggregate
     * @param document the document as it is then
     * @param write the write
     */
    record Change<A extends Aggregate>(A aggregate, Document document, WriteModel<Document> write) {}

    /** The insert of a new aggregate with the events it recorded. */
    InsertOneModel<Document> insertion(A aggregate, List<PendingEvent> recorded) {
        Document document = fields(aggregate).append(SCHEMA, writes);
        if (!recorded.isEmpty()) {
            document.append(PENDING, documents(recorded)).append(PENDING_SINCE, Date.from(RealTime.now()));
        }
        return new InsertOneModel<>(document);
    }

    /**
     * The guarded change: it matches only the version that was read, and leaves the stamp of its write. It sets what
     * differs from what is stored, and leaves alone what this version does not know.
     *
     * @throws TooMuchPendingException when it records more events and too many wait for the broker already
     */
    Change<A> change(A aggregate, String stamp) {
        Document stored = aggregate.stored();
        Document changed = fields(aggregate);
        Document document = stored == null ? changed : StoredParts.kept(stored, fields(convert(stored)), changed);
        document.put("version", aggregate.version() + 1);
        document.put(SCHEMA, Math.max(writes, document.get(SCHEMA, writes)));
        Document set = new Document(STAMP, stamp);
        document.forEach((field, value) -> {
            if (!field.equals("_id") && (stored == null || !Objects.equals(value, stored.get(field)))) {
                set.put(field, value);
            }
        });
        Document update = new Document("$set", set);
        Document unset = gone(document, stored);
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        List<Document> pending = documents(recorded(aggregate));
        if (!pending.isEmpty()) {
            requireRoom(aggregate.id(), stored);
            update.append("$push", new Document(PENDING, new Document("$each", pending)));
            // $min keeps the older moment where events wait already.
            update.append("$min", new Document(PENDING_SINCE, Date.from(RealTime.now())));
        }
        Bson asRead = Filters.and(Filters.eq("_id", aggregate.id()), Filters.eq("version", aggregate.version()));
        return new Change<>(aggregate, document, new UpdateOneModel<>(asRead, update));
    }

    private static void requireRoom(String id, @Nullable Document stored) {
        long waiting = stored == null
                ? 0
                : stored.getList(PENDING, Document.class, List.of()).stream()
                        .mapToLong(event -> PendingEvent.of(event).bytes().length)
                        .sum();
        if (waiting > MOST_PENDING_BYTES) {
            throw new TooMuchPendingException(id, waiting, MOST_PENDING_BYTES);
        }
    }

    private Document gone(Document document, @Nullable Document stored) {
        Document unset = new Document();
        entity.doWithProperties((PropertyHandler<MongoPersistentProperty>) property -> {
            String field = property.getFieldName();
            boolean there = stored == null || stored.containsKey(field);
            if (!property.isIdProperty() && there && !document.containsKey(field)) {
                unset.append(field, "");
            }
        });
        return unset;
    }

    /**
     * Reads a stored document.
     *
     * @throws UnreadableDocumentException when a newer version wrote it, or it cannot be read
     */
    A read(Document document) {
        String id = String.valueOf(document.get("_id"));
        try {
            int schema = document.get(SCHEMA, 1);
            if (schema > reads) {
                throw new UnreadableDocumentException(
                        entity.getCollection(), id, "schema " + schema + " is newer than " + reads, null);
            }
            A aggregate = convert(document);
            aggregate.read(document);
            return aggregate;
        } catch (UnreadableDocumentException e) {
            throw e;
        } catch (RuntimeException e) {
            // Messages of the converter may quote the document.
            throw new UnreadableDocumentException(
                    entity.getCollection(), id, e.getClass().getSimpleName(), e);
        }
    }

    private A convert(Document document) {
        @SuppressWarnings("unchecked")
        A aggregate = (A) converter.read(entity.getType(), constants.known(document, entity));
        return aggregate;
    }

    private Document fields(A aggregate) {
        Document document = new Document();
        converter.write(aggregate, document);
        return document;
    }

    /** What an aggregate recorded since it was read, as it will go on the wire. */
    List<PendingEvent> recorded(A aggregate) {
        return aggregate.recorded().stream()
                .map(event -> PendingEvent.of(event, aggregate.isTraceable()))
                .toList();
    }

    private static List<Document> documents(List<PendingEvent> events) {
        return events.stream().map(PendingEvent::toDocument).toList();
    }
}
