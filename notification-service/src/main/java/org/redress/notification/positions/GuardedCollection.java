package org.redress.notification.positions;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.redress.contracts.Topic;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Source;
import org.redress.platform.consuming.StalePositionException;
import org.springframework.data.mongodb.core.query.Update;

/** Documents, one for each record key, that carry the positions of the streams applied to them. */
public final class GuardedCollection {

    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollection<Document> collection;

    /** The documents of this collection. */
    public GuardedCollection(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /**
     * A change of one document, made when the stream still stands where it was read.
     *
     * @param id the document
     * @param fresh true where no document was found when it was read, so that one is inserted
     * @param before where the stream stood
     * @param after where it stands then
     * @param fields what to set; the document is made where there is none
     */
    public record Change(String id, boolean fresh, Position before, Position after, Document fields) {}

    /** Where a stream stands with each source; sources never seen are absent. */
    public Map<Source, Position> positions(Topic stream, Collection<Source> sources) {
        Map<String, Document> found =
                find(sources.stream().map(Source::key).collect(Collectors.toSet()), Projections.include("inbox"));
        Map<Source, Position> positions = new HashMap<>();
        for (Source source : sources) {
            Document document = found.get(source.key());
            if (document != null) {
                positions.put(source, Inbox.of(document, stream.name()));
            }
        }
        return positions;
    }

    /** The documents that exist, by id. */
    public Map<String, Document> find(Collection<String> ids, Bson projection) {
        return collection.find(Filters.in("_id", ids)).projection(projection).into(new ArrayList<>()).stream()
                .collect(Collectors.toMap(document -> document.getString("_id"), document -> document));
    }

    /**
     * Makes each change, at most one for a document.
     *
     * @throws StalePositionException when a stream had moved on; the other changes may have been made
     */
    public void move(Topic stream, List<Change> changes) {
        List<WriteModel<Document>> models =
                changes.stream().map(change -> model(stream, change)).toList();
        try {
            BulkWriteResult result = collection.bulkWrite(models, new BulkWriteOptions().ordered(false));
            int made = result.getInsertedCount() + result.getUpserts().size();
            if (result.getMatchedCount() + made < changes.size()) {
                throw new StalePositionException("a stream of " + stream + " moved on");
            }
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                throw new StalePositionException("a stream of " + stream + " moved on");
            }
            throw e;
        }
    }

    /**
     * Moves a position without an effect, into a stub where there is no document.
     *
     * @throws StalePositionException when the stream stands no longer where it was read
     */
    public void park(Topic stream, Source source, Position before, Position after) {
        Inbox.place(collection, source.key(), stream.name(), before, after, new Update().inc("version", 1));
    }

    /** Sets fields of these documents, whatever stands there; stubs are made where there are none. */
    public void set(Collection<String> ids, Document fields) {
        Document update = new Document("$set", fields).append("$inc", new Document("version", 1));
        collection.bulkWrite(ids.stream()
                .map(id ->
                        new UpdateOneModel<Document>(Filters.eq("_id", id), update, new UpdateOptions().upsert(true)))
                .toList());
    }

    private static WriteModel<Document> model(Topic stream, Change change) {
        return change.fresh() ? insertion(stream, change) : update(stream, change);
    }

    /** An insert costs the database a fraction of an upsert; where somebody was faster, it meets the other's document. */
    private static WriteModel<Document> insertion(Topic stream, Change change) {
        Document document = new Document("_id", change.id()).append("version", 1);
        document.putAll(change.fields());
        return new InsertOneModel<>(Inbox.begin(document, stream.name(), change.after()));
    }

    private static WriteModel<Document> update(Topic stream, Change change) {
        Document filter = new Document("_id", change.id())
                .append(
                        "$and",
                        List.of(Inbox.guard(stream.name(), change.before()).getCriteriaObject()));
        Update update = Inbox.moveTo(new Update().inc("version", 1), stream.name(), change.after());
        change.fields().forEach(update::set);
        // Only a document that never received this stream may be made: otherwise the insert meets the guarded one.
        return new UpdateOneModel<>(
                filter,
                update.getUpdateObject(),
                new UpdateOptions().upsert(change.before().equals(Position.START)));
    }
}
