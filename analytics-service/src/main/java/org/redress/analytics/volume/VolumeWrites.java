package org.redress.analytics.volume;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.redress.platform.consuming.Inbox;
import org.springframework.data.mongodb.core.query.Update;

/** The writes a folded batch comes to. */
final class VolumeWrites {

    private VolumeWrites() {}

    /**
     * The writes of the cases' own documents, first those that are new: a case of which nothing was kept is inserted, and
     * where somebody was faster, the insert meets the other's document.
     */
    static List<WriteModel<Document>> moves(List<Folded.Change> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(Folded.Change::fresh).reversed())
                .<WriteModel<Document>>map(change -> change.fresh() ? insertion(change) : update(change))
                .toList();
    }

    private static WriteModel<Document> insertion(Folded.Change change) {
        Document document = new Document("_id", change.facts().petitionId()).append("version", 1);
        document.putAll(FactsDocument.write(change.facts()));
        return new InsertOneModel<>(Inbox.begin(document, Volumes.STREAM, change.after()));
    }

    private static WriteModel<Document> update(Folded.Change change) {
        Document filter = new Document("_id", change.facts().petitionId())
                .append(
                        "$and",
                        List.of(Inbox.guard(Volumes.STREAM, change.before()).getCriteriaObject()));
        Update update = Inbox.moveTo(new Update().inc("version", 1), Volumes.STREAM, change.after());
        FactsDocument.write(change.facts()).forEach(update::set);
        return new UpdateOneModel<>(filter, update.getUpdateObject());
    }

    /** In the order of their ids, so that two transactions never wait for each other in a circle. */
    static List<WriteModel<Document>> increments(Map<Bucket, Long> deltas) {
        List<WriteModel<Document>> increments = new ArrayList<>();
        deltas.entrySet().stream()
                .sorted(Comparator.comparing(delta -> delta.getKey().id()))
                .forEach(delta -> increments.add(change(delta.getKey(), Updates.inc("count", delta.getValue()))));
        return increments;
    }

    /**
     * What brings buckets that are kept into line with what was counted, in the same order.
     *
     * @param counted what the facts come to
     * @param kept counts by the buckets' ids
     */
    static List<WriteModel<Document>> corrections(Map<Bucket, Long> counted, Map<String, Long> kept) {
        Map<String, WriteModel<Document>> corrections = new TreeMap<>();
        kept.forEach((id, count) -> {
            if (count != 0) {
                corrections.put(id, new UpdateOneModel<>(Filters.eq("_id", id), Updates.set("count", 0L)));
            }
        });
        counted.forEach((bucket, count) -> {
            if (count.equals(kept.get(bucket.id()))) {
                corrections.remove(bucket.id());
            } else {
                corrections.put(bucket.id(), change(bucket, Updates.set("count", count)));
            }
        });
        return List.copyOf(corrections.values());
    }

    private static UpdateOneModel<Document> change(Bucket bucket, Bson count) {
        return new UpdateOneModel<>(
                Filters.eq("_id", bucket.id()),
                Updates.combine(
                        count,
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
