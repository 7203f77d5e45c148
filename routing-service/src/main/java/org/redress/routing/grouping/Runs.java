package org.redress.routing.grouping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.redress.platform.publishing.AggregateStore;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** All runs. Each is written only by who knows all before it: its number is unique and its version guards it. */
final class Runs {

    private final MongoTemplate mongo;
    private final AggregateStore<GroupingRun> store;

    Runs(MongoTemplate mongo, AggregateStore<GroupingRun> store) {
        this.mongo = mongo;
        this.store = store;
    }

    /** Ids of those that went through days from one on, and of the last one in any case; in their order. */
    List<String> ids(LocalDate from) {
        Query query = Query.query(Criteria.where("day").gte(from.toString())).with(Sort.by("_id"));
        query.fields().include("_id");
        List<String> found = mongo.find(query, Document.class, GroupingRun.COLLECTION).stream()
                .map(run -> run.getString("_id"))
                .toList();
        return found.isEmpty() ? last().stream().toList() : found;
    }

    private Optional<String> last() {
        Query query = new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(1);
        query.fields().include("_id");
        return mongo.find(query, Document.class, GroupingRun.COLLECTION).stream()
                .map(run -> run.getString("_id"))
                .findFirst();
    }

    GroupingRun find(String id) {
        return store.find(id).orElseThrow(() -> new IllegalStateException("a run is missing: " + id));
    }

    /** Writes a run; false when another instance was faster, and nothing was written. */
    boolean write(GroupingRun run) {
        if (run.version() > 0 || run.sequence() > run.recorded().size()) {
            return store.saveUnlessStale(run);
        }
        try {
            store.insert(run);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
