package org.redress.platform.publishing;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.redress.platform.time.RealTime;

/**
 * Up to where the topics are known to carry nothing but what this database holds.
 *
 * @param number raised by every move, so that a database that was set back shows
 * @param epoch epoch in which new aggregates begin: 1, raised by each restore
 * @param offsets the first offset of each partition that was not looked at
 */
record Mark(long number, int epoch, Map<TopicPartition, Long> offsets) {

    private static final String ID = "mark";
    private static final Mark NONE = new Mark(0, 1, Map.of());

    /** The same place in a newer epoch. */
    Mark inEpoch(int newer) {
        return new Mark(number, newer, offsets);
    }

    /** The same epoch at another place. */
    Mark at(Map<TopicPartition, Long> newer) {
        return new Mark(number, epoch, newer);
    }

    /** The one mark of a database. */
    static final class Store {

        private final MongoCollection<Document> collection;

        Store(MongoDatabase database) {
            this.collection = database.getCollection("publishing")
                    .withReadConcern(ReadConcern.MAJORITY)
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        }

        Mark read() {
            Document found = collection.find(Filters.eq("_id", ID)).first();
            if (found == null) {
                return NONE;
            }
            Map<TopicPartition, Long> offsets = new HashMap<>();
            for (Document each : found.getList("offsets", Document.class)) {
                offsets.put(
                        new TopicPartition(each.getString("topic"), each.getInteger("partition")),
                        each.getLong("offset"));
            }
            return new Mark(found.getLong("number"), found.getInteger("epoch"), offsets);
        }

        /**
         * Moves it, where it still stands as it was read.
         *
         * @return the mark as it is then; the one before where somebody else moved it
         */
        Mark move(Mark before, Mark to) {
            Mark after = new Mark(before.number() + 1, to.epoch(), to.offsets());
            boolean fresh = before.number() == 0;
            try {
                boolean moved = collection
                                .replaceOne(
                                        Filters.and(Filters.eq("_id", ID), Filters.eq("number", before.number())),
                                        document(after),
                                        new ReplaceOptions().upsert(fresh))
                                .getMatchedCount()
                        == 1;
                return moved || fresh ? after : before;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return before; // another instance made the first one
                }
                throw e;
            }
        }

        private static Document document(Mark mark) {
            List<Document> offsets = mark.offsets().entrySet().stream()
                    .map(offset -> new Document("topic", offset.getKey().topic())
                            .append("partition", offset.getKey().partition())
                            .append("offset", offset.getValue()))
                    .toList();
            return new Document("_id", ID)
                    .append("number", mark.number())
                    .append("epoch", mark.epoch())
                    .append("offsets", offsets)
                    .append("at", Date.from(RealTime.now()));
        }
    }
}
