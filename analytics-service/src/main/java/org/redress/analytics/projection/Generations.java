package org.redress.analytics.projection;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.redress.contracts.Topic;

/**
 * Which collections of a projection count. Each lane has a document that names their generation and how far the lane's
 * partition was read. Every transaction of the consumer writes the documents of its lanes and a switch writes all of
 * them, so that the two never happen at once.
 */
final class Generations {

    private static final int FIRST = 1;
    private static final String GENERATION = "generation";
    private static final String OFFSET = "offset";
    private static final String REBUILDS = "rebuilds";
    private static final String PROJECTION = "projection";

    private final MongoDatabase database;
    private final MongoCollection<Document> documents;
    private final String projection;

    Generations(MongoDatabase database, String projection) {
        this.database = database;
        this.documents = database.getCollection("projections");
        this.projection = projection;
    }

    /** The one that counts. */
    int current() {
        Document lane = documents.find(Filters.eq("_id", lane(0))).first();
        return lane == null ? FIRST : lane.getInteger(GENERATION);
    }

    /** What is kept of each case. */
    MongoCollection<Document> facts(int generation) {
        return database.getCollection(projection + "_facts" + suffix(generation));
    }

    /** The counters. */
    MongoCollection<Document> cells(int generation) {
        return database.getCollection(projection + suffix(generation));
    }

    private static String suffix(int generation) {
        return generation == FIRST ? "" : "_" + generation;
    }

    private String lane(int number) {
        return projection + ":" + number;
    }

    /** Makes the documents of all lanes, where there are none. */
    void begin() {
        documents.bulkWrite(IntStream.range(0, Topic.CASES.partitions())
                .mapToObj(number -> new UpdateOneModel<Document>(
                        Filters.eq("_id", lane(number)),
                        Updates.combine(
                                Updates.setOnInsert(PROJECTION, projection),
                                Updates.setOnInsert(GENERATION, FIRST),
                                Updates.setOnInsert(OFFSET, 0L)),
                        new UpdateOptions().upsert(true)))
                .toList());
    }

    /**
     * Keeps a switch away until the transaction has ended.
     *
     * @param reached offsets up to which the lanes' partitions are read then
     * @return the generation to write to
     */
    int hold(ClientSession session, Map<Integer, Long> reached) {
        int generation = FIRST;
        for (Map.Entry<Integer, Long> lane : reached.entrySet()) {
            Document held = documents.findOneAndUpdate(
                    session,
                    Filters.eq("_id", lane(lane.getKey())),
                    Updates.combine(Updates.max(OFFSET, lane.getValue()), Updates.inc("writes", 1L)));
            if (held == null) {
                throw new IllegalStateException("no lane " + lane.getKey() + " of " + projection);
            }
            generation = held.getInteger(GENERATION);
        }
        return generation;
    }

    /** Takes the number of a new generation; an earlier one that does not count yet has no claim any more. */
    int next() {
        Document control = documents.findOneAndUpdate(
                Filters.eq("_id", projection),
                Updates.inc(REBUILDS, 1),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return FIRST + (control == null ? 1 : control.getInteger(REBUILDS));
    }

    /** Whether nobody has begun a later one. */
    boolean isNewest(int generation) {
        return documents.countDocuments(newest(generation)) == 1;
    }

    private Document newest(int generation) {
        return new Document("_id", projection).append(REBUILDS, generation - FIRST);
    }

    /**
     * Lets a generation count from the end of the transaction on.
     *
     * @return the offsets up to which the consumer has read, and will not read further before that
     * @throws SupersededException when somebody has begun a later one
     */
    Map<Integer, Long> switchTo(ClientSession session, int generation) {
        if (documents
                        .updateOne(session, newest(generation), Updates.inc("switches", 1))
                        .getMatchedCount()
                == 0) {
            throw new SupersededException();
        }
        documents.updateMany(
                session,
                Filters.eq(PROJECTION, projection),
                Updates.combine(Updates.set(GENERATION, generation), Updates.inc("writes", 1L)));
        Map<Integer, Long> reached = new HashMap<>();
        for (Document lane : documents.find(session, Filters.eq(PROJECTION, projection))) {
            String id = lane.getString("_id");
            reached.put(Integer.valueOf(id.substring(id.indexOf(':') + 1)), lane.getLong(OFFSET));
        }
        return reached;
    }

    /** Drops what is left of earlier generations, but not of the one that counts. */
    void dropBefore(int generation) {
        Pattern ours = Pattern.compile(Pattern.quote(projection) + "(_facts)?(_([0-9]+))?");
        int current = current();
        for (String name : database.listCollectionNames()) {
            Matcher found = ours.matcher(name);
            if (found.matches()) {
                int number = found.group(3) == null ? FIRST : Integer.parseInt(found.group(3));
                if (number < generation && number != current) {
                    database.getCollection(name).drop();
                }
            }
        }
    }
}
