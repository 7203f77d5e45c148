package org.redress.platform.consuming;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/** Positions inside a projection document's {@code inbox} field, for consumers that write with updates. */
public final class Inbox {

    /** The field it lies in. */
    public static final String FIELD = "inbox";

    private Inbox() {}

    /** The position of a stream in a document as stored. */
    public static Position of(@Nullable Document document, String stream) {
        Document inbox = document == null ? null : document.get(FIELD, Document.class);
        Document position = inbox == null ? null : inbox.get(stream, Document.class);
        return position == null
                ? Position.START
                : new Position(
                        position.get("epoch", Number.class).intValue(),
                        position.get("last", Number.class).longValue(),
                        position.getBoolean("parked", false),
                        position.getString("eventId"));
    }

    /** Matches a document that still stands there; never having received anything counts as the start. */
    public static Criteria guard(String stream, Position before) {
        String field = FIELD + "." + stream;
        Criteria same = Criteria.where(field + ".epoch")
                .is(before.epoch())
                .and(field + ".last")
                .is(before.last())
                .and(field + ".parked")
                .is(before.parked());
        return before.equals(Position.START)
                ? new Criteria().orOperator(Criteria.where(field).exists(false), same)
                : same;
    }

    /** Adds the new position to the update that applies the event. */
    public static Update moveTo(Update update, String stream, Position after) {
        return update.set(FIELD + "." + stream, stored(after));
    }

    /** Adds the position to a document that is to be inserted. */
    public static Document begin(Document document, String stream, Position after) {
        return document.append(FIELD, new Document(stream, stored(after)));
    }

    private static Document stored(Position position) {
        Document stored = new Document("epoch", position.epoch())
                .append("last", position.last())
                .append("parked", position.parked());
        return position.eventId() == null ? stored : stored.append("eventId", position.eventId());
    }

    /**
     * Moves a position without an effect, into a stub where there is no document.
     *
     * @param with what else to change, such as the version
     * @throws StalePositionException when the stream stands no longer where it was read
     */
    public static void place(
            MongoCollection<Document> collection,
            String id,
            String stream,
            Position before,
            Position after,
            Update with) {
        Document filter = new Document("_id", id)
                .append("$and", List.of(guard(stream, before).getCriteriaObject()));
        boolean fresh = before.equals(Position.START);
        try {
            UpdateResult result = collection.updateOne(
                    filter, moveTo(with, stream, after).getUpdateObject(), new UpdateOptions().upsert(fresh));
            if (result.getMatchedCount() == 0 && result.getUpsertedId() == null) {
                throw new StalePositionException(stream);
            }
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                // The guard did not match, so that the write tried to insert what exists.
                throw new StalePositionException(stream);
            }
            throw e;
        }
    }
}
