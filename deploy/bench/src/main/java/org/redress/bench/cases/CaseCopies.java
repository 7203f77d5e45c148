package org.redress.bench.cases;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;

/**
 * Open cases in any number: copies of cases that came the real way, each under an id of its own, with the moment of its
 * first rung moved.
 */
public final class CaseCopies implements AutoCloseable {

    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String NEXT = "nextDueAt";
    private static final String DUE = "dueAt";
    private static final String STATE = "state";
    private static final String NUMBER = "number";
    private static final int NUMBER_LENGTH = 8;
    private static final int AT_ONCE = 5_000;
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoClient client;
    private final MongoCollection<BsonDocument> cases;
    private final SplittableRandom random = new SplittableRandom(23);

    /** Of the database at an address. */
    public CaseCopies(String uri) {
        client = MongoClients.create(uri);
        cases = client.getDatabase("redress_routing").getCollection("cases", BsonDocument.class);
    }

    /** How many cases there are. */
    public long count() {
        return cases.estimatedDocumentCount();
    }

    /** Bytes that a case takes on disk, indexes included, as the engine packs them. */
    public double bytesEach() {
        Document stats = client.getDatabase("redress_routing").runCommand(new Document("collStats", "cases"));
        return stats.get("totalSize", Number.class).doubleValue()
                / stats.get("count", Number.class).doubleValue();
    }

    /** How many have become cases and hold nothing that was not sent. */
    public long settled() {
        return cases.countDocuments(Filters.and(Filters.exists(STATE), Filters.exists("pending.0", false)));
    }

    /** Cases that came the real way and whose first rung is still to fire. */
    public List<BsonDocument> originals() {
        return cases.find(Filters.and(Filters.exists(STATE), Filters.exists(NEXT)))
                .projection(Projections.exclude("pending", "pendingSince"))
                .into(new ArrayList<>());
    }

    /** Copies whose first rung fires later than theirs, by one to thirty days. */
    public void addLater(List<BsonDocument> originals, int count) {
        add(
                originals,
                count,
                (original, number) ->
                        original.plus(Duration.ofDays(1 + random.nextInt(30))).plusMillis(random.nextInt(3_600_000)));
    }

    /** Copies whose first rung fires within one minute, spread evenly over it. */
    public void addWithinMinute(List<BsonDocument> originals, int count, Instant minute) {
        add(originals, count, (original, number) -> minute.plusMillis(60_000L * number / count));
    }

    /** Where the first rung of a copy is moved. */
    private interface Moving {
        Instant of(Instant original, int number);
    }

    private void add(List<BsonDocument> originals, int count, Moving moving) {
        List<BsonDocument> some = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            some.add(copy(originals.get(random.nextInt(originals.size())), moving, number));
            if (some.size() == AT_ONCE || number == count - 1) {
                cases.insertMany(some, UNORDERED);
                some.clear();
            }
        }
    }

    private BsonDocument copy(BsonDocument original, Moving moving, int number) {
        BsonDocument copy = original.clone();
        Instant first = Instant.ofEpochMilli(original.getDateTime(NEXT).getValue());
        BsonDateTime fires = new BsonDateTime(moving.of(first, number).toEpochMilli());
        String id = anyId();
        copy.put(ID, new BsonString(id));
        copy.put(NUMBER, new BsonString(id.substring(id.length() - NUMBER_LENGTH)));
        copy.put(NEXT, fires);
        copy.put(DUE, new BsonDateTime(original.getDateTime(DUE).getValue() + random.nextInt(86_400_000)));
        BsonDocument clock = copy.getDocument("clocks").getArray("all").get(0).asDocument();
        clock.getArray("rungs").get(0).asDocument().put(DUE, fires);
        return copy;
    }

    private String anyId() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Some of all cases that a supervisor may read, drawn by chance, with their versions. */
    public Map<String, Long> drawn(int count) {
        Map<String, Long> drawn = new LinkedHashMap<>();
        while (drawn.size() < count) {
            BsonDocument found = cases.find(Filters.and(Filters.gte(ID, anyId()), Filters.eq("ordinary", true)))
                    .sort(Sorts.ascending(ID))
                    .projection(Projections.include(VERSION))
                    .first();
            if (found != null) {
                drawn.put(
                        found.getString(ID).getValue(), found.getNumber(VERSION).longValue());
            }
        }
        return drawn;
    }

    /** How many cases have a rung that is due. */
    public long unfired(Instant now) {
        return cases.countDocuments(Filters.lte(NEXT, Date.from(now)));
    }

    @Override
    public void close() {
        client.close();
    }
}
