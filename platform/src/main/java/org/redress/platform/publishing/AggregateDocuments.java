package org.redress.platform.publishing;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.Date;
import java.util.List;
import org.bson.Document;
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

    private final MongoConverter converter;
    private final MongoPersistentEntity<?> entity;

    AggregateDocuments(MongoConverter converter, Class<A> type) {
        this.converter = converter;
        this.entity = converter.getMappingContext().getRequiredPersistentEntity(type);
    }

    /** The insert of a new aggregate with the events it recorded. */
    InsertOneModel<Document> insertion(A aggregate, List<PendingEvent> recorded) {
        Document document = fields(aggregate);
        if (!recorded.isEmpty()) {
            document.append(PENDING, documents(recorded)).append(PENDING_SINCE, Date.from(RealTime.now()));
        }
        return new InsertOneModel<>(document);
    }

    /** The guarded change: it matches only the version that was read, and leaves the stamp of its write. */
    WriteModel<Document> change(A aggregate, String stamp) {
        Document set = fields(aggregate);
        set.remove("_id");
        set.put("version", aggregate.version() + 1);
        set.put(STAMP, stamp);
        Document unset = new Document();
        entity.doWithProperties((PropertyHandler<MongoPersistentProperty>) property -> {
            if (!property.isIdProperty() && !set.containsKey(property.getFieldName())) {
                unset.append(property.getFieldName(), "");
            }
        });
        Document update = new Document("$set", set);
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        List<Document> pending = documents(recorded(aggregate));
        if (!pending.isEmpty()) {
            update.append("$push", new Document(PENDING, new Document("$each", pending)));
            // $min keeps the older moment where events wait already.
            update.append("$min", new Document(PENDING_SINCE, Date.from(RealTime.now())));
        }
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", aggregate.id()), Filters.eq("version", aggregate.version())), update);
    }

    A read(Document document) {
        @SuppressWarnings("unchecked")
        A aggregate = (A) converter.read(entity.getType(), document);
        return aggregate;
    }

    private Document fields(A aggregate) {
        Document document = new Document();
        converter.write(aggregate, document);
        return document;
    }

    /** What an aggregate recorded since it was read, as it will go on the wire. */
    List<PendingEvent> recorded(A aggregate) {
        return aggregate.recorded().stream().map(PendingEvent::of).toList();
    }

    private static List<Document> documents(List<PendingEvent> events) {
        return events.stream().map(PendingEvent::toDocument).toList();
    }
}
