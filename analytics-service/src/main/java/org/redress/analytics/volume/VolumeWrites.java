package org.redress.analytics.volume;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.springframework.data.mongodb.core.query.Update;

/** The writes a folded batch comes to. */
final class VolumeWrites {

    private VolumeWrites() {}

    /** Only a case that never received anything may be made: otherwise the insert meets the guarded document. */
    static UpdateOneModel<Document> move(Folded.Change change) {
        Document filter = new Document("_id", change.facts().petitionId())
                .append(
                        "$and",
                        List.of(Inbox.guard(Volumes.STREAM, change.before()).getCriteriaObject()));
        Update update = Inbox.moveTo(new Update().inc("version", 1), Volumes.STREAM, change.after());
        FactsDocument.write(change.facts()).forEach(update::set);
        return new UpdateOneModel<>(
                filter,
                update.getUpdateObject(),
                new UpdateOptions().upsert(change.before().equals(Position.START)));
    }

    /** In the order of their ids, so that two transactions never wait for each other in a circle. */
    static List<WriteModel<Document>> increments(Map<Bucket, Long> deltas) {
        List<WriteModel<Document>> increments = new ArrayList<>();
        deltas.entrySet().stream()
                .sorted(Comparator.comparing(delta -> delta.getKey().id()))
                .forEach(delta -> increments.add(increment(delta.getKey(), delta.getValue())));
        return increments;
    }

    private static UpdateOneModel<Document> increment(Bucket bucket, long delta) {
        return new UpdateOneModel<>(
                Filters.eq("_id", bucket.id()),
                Updates.combine(
                        Updates.inc("count", delta),
                        Updates.setOnInsert("dimension", bucket.dimension().label()),
                        Updates.setOnInsert("key", bucket.key()),
                        Updates.setOnInsert("scope", bucket.scope()),
                        Updates.setOnInsert("owner", bucket.owner()),
                        Updates.setOnInsert("unit", bucket.unit()),
                        Updates.setOnInsert("topic", bucket.topic()),
                        Updates.setOnInsert("day", bucket.day().toString()),
                        Updates.setOnInsert("lane", bucket.lane())),
                new UpdateOptions().upsert(true));
    }
}
