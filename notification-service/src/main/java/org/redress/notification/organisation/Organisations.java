package org.redress.notification.organisation;

import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.notification.positions.GuardedCollection;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Source;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Every version of the organisation; the newest one tells who holds a post. */
@Component
public class Organisations {

    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(2);

    private final MongoTemplate mongo;
    private final GuardedCollection documents;
    private volatile Seen seen = new Seen(Organisation.NONE, System.nanoTime() - LOOK_AGAIN);

    Organisations(MongoTemplate mongo) {
        this.mongo = mongo;
        MongoCollection<Document> collection = mongo.getCollection("organisations");
        this.documents = new GuardedCollection(collection);
    }

    /** The newest version, at most two seconds old; {@link Organisation#NONE} while none was seen. */
    public Organisation newest() {
        Seen last = seen;
        if (last.organisation().known() && System.nanoTime() - last.at() < LOOK_AGAIN) {
            return last.organisation();
        }
        StoredVersion stored = mongo.findOne(
                new Query()
                        .with(Sort.by(Sort.Direction.DESC, "epoch", "version"))
                        .limit(1),
                StoredVersion.class);
        Seen now = new Seen(stored == null ? Organisation.NONE : stored.toOrganisation(), System.nanoTime());
        seen = now;
        return now.organisation();
    }

    /** Where each organisation's stream stands. */
    public Map<Source, Position> positions(Collection<Source> sources) {
        return documents.positions(Topic.ORGANISATION, sources);
    }

    /** Keeps a version, then moves the stream's position. */
    public void keep(OrganisationActivated event, Position before, Position after) {
        StoredVersion stored = StoredVersion.of(event, before(event));
        // What cannot be read later must not be kept: it is refused here, as a bad event.
        stored.toOrganisation();
        mongo.save(stored);
        documents.move(
                Topic.ORGANISATION,
                List.of(new GuardedCollection.Change(
                        event.head().key(), false, before, after, new Document("newest", event.version()))));
        seen = new Seen(Organisation.NONE, System.nanoTime());
    }

    private @Nullable StoredVersion before(OrganisationActivated event) {
        int epoch = event.head().epoch();
        Criteria earlier = new Criteria()
                .orOperator(
                        Criteria.where("epoch").lt(epoch),
                        Criteria.where("epoch").is(epoch).and("version").lt(event.version()));
        return mongo.findOne(
                Query.query(earlier)
                        .with(Sort.by(Sort.Direction.DESC, "epoch", "version"))
                        .limit(1),
                StoredVersion.class);
    }

    /** Writes a position as it is. */
    public void park(Source source, Position before, Position after) {
        documents.park(Topic.ORGANISATION, source, before, after);
    }

    private record Seen(Organisation organisation, long at) {}
}
