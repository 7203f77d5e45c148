package org.redress.platform.organisation;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Topic;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Source;
import org.redress.platform.consuming.StalePositionException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The version of the organisation that was published last, kept as it was published, in one document with the position of its
 * stream and with who holds which post since when.
 */
public final class Directories {

    private static final String STREAM = Topic.ORGANISATION.name();
    private static final String TYPE = EventCodec.typeOf(OrganisationActivated.class);
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(2);
    private static final Seen NOTHING = new Seen("", Directory.NONE, 0);

    private final MongoCollection<Document> documents;
    private volatile Seen seen = NOTHING;

    Directories(MongoTemplate mongo) {
        this.documents = mongo.getCollection("directory");
    }

    /** The newest version, at most two seconds old; {@link Directory#NONE} while none was published. */
    public Directory newest() {
        Seen last = seen;
        return last.directory().isKnown() && System.nanoTime() - last.at() < LOOK_AGAIN ? last.directory() : latest();
    }

    /** The newest version as it is kept now. */
    public Directory latest() {
        Document newest = documents
                .find(Filters.exists("event"))
                .sort(Sorts.descending("epoch", "organisationVersion"))
                .projection(Projections.include("epoch", "organisationVersion"))
                .first();
        if (newest == null) {
            seen = NOTHING;
            return Directory.NONE;
        }
        Seen last = seen;
        // A large one takes a moment to be read: only what changed is.
        Directory directory =
                last.identity().equals(newest.toJson()) ? last.directory() : read(newest.getString("_id"));
        seen = new Seen(newest.toJson(), directory, System.nanoTime());
        return directory;
    }

    private Directory read(String organisation) {
        return directory(documents.find(Filters.eq("_id", organisation)).first());
    }

    private static Directory directory(@Nullable Document kept) {
        if (kept == null || !kept.containsKey("event")) {
            return Directory.NONE;
        }
        byte[] event = kept.get("event", Binary.class).getData();
        Map<String, Instant> since = kept.getList("since", Document.class, List.of()).stream()
                .collect(Collectors.toMap(
                        post -> post.getString("post"),
                        post -> post.getDate("at").toInstant()));
        return Directory.of((OrganisationActivated) EventCodec.decode(TYPE, event), since);
    }

    /** Where the stream of each of these organisations stands. */
    Map<Source, Position> positions(Collection<Source> sources) {
        Map<String, Document> found = new HashMap<>();
        documents
                .find(Filters.in(
                        "_id", sources.stream().map(Source::aggregateId).toList()))
                .projection(Projections.include(Inbox.FIELD))
                .forEach(document -> found.put(document.getString("_id"), document));
        return sources.stream()
                .filter(source -> found.containsKey(source.aggregateId()))
                .collect(Collectors.toMap(
                        source -> source, source -> Inbox.of(found.get(source.aggregateId()), STREAM)));
    }

    /**
     * Keeps a version instead of the one before.
     *
     * @throws StalePositionException when the stream had moved on
     */
    void keep(OrganisationActivated event, Position before, Position after) {
        String organisation = event.head().aggregateId();
        Map<String, Instant> since = since(event, read(organisation));
        // What cannot be read later must not be kept: it is refused here, as a bad event.
        Directory.of(event, since);
        Update update = Inbox.moveTo(new Update(), STREAM, after)
                .set("epoch", event.head().epoch())
                .set("organisationVersion", event.version())
                .set("event", new Binary(EventCodec.encode(event)))
                .set(
                        "since",
                        since.entrySet().stream()
                                .map(post ->
                                        new Document("post", post.getKey()).append("at", Date.from(post.getValue())))
                                .toList());
        write(organisation, update, before);
        seen = NOTHING;
    }

    private void write(String organisation, Update update, Position before) {
        Document filter = new Document("_id", organisation)
                .append("$and", List.of(Inbox.guard(STREAM, before).getCriteriaObject()));
        try {
            UpdateResult result = documents.updateOne(
                    filter, update.getUpdateObject(), new UpdateOptions().upsert(before.equals(Position.START)));
            if (result.getMatchedCount() == 0 && result.getUpsertedId() == null) {
                throw new StalePositionException(STREAM);
            }
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new StalePositionException(STREAM);
            }
            throw e;
        }
    }

    /** For the posts that ever changed hands; the first version known changes nothing, its holders were always there. */
    private static Map<String, Instant> since(OrganisationActivated event, Directory before) {
        Map<String, Instant> since = new HashMap<>();
        if (!before.isKnown()) {
            return since;
        }
        for (OrganisationActivated.Post post : event.posts()) {
            Instant at = before.post(post.id())
                    .filter(held -> held.officer().equals(post.officer()))
                    .map(held -> before.heldSince(post.id()))
                    .orElse(event.head().occurredAt());
            if (at.isAfter(Instant.EPOCH)) {
                since.put(post.id(), at);
            }
        }
        return since;
    }

    /**
     * Moves a position without an effect.
     *
     * @throws StalePositionException when the stream stands no longer where it was read
     */
    void park(Source source, Position before, Position after) {
        Inbox.place(documents, source.aggregateId(), STREAM, before, after, new Update());
    }

    private record Seen(String identity, Directory directory, long at) {}
}
