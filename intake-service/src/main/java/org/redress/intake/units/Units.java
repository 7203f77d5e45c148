package org.redress.intake.units;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.StalePositionException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The units of the organisation's version in force; kept per organisation, read again every few seconds. */
@Repository
public class Units {

    private static final String COLLECTION = "units";
    private static final String STREAM = Topic.ORGANISATION.name();
    private static final int EXAMPLES = 5;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final MongoOperations mongo;
    private volatile @Nullable Seen seen;

    Units(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Whether these codes are units; what was read a moment ago answers unless it would refuse. */
    public UnitCheck check(Collection<String> codes) {
        Seen last = seen;
        if (last != null && last.isFresh() && last.units().keySet().containsAll(codes)) {
            return new UnitCheck.Known();
        }
        return judge(codes, read());
    }

    /** All of them, in the order of their codes; what was read a moment ago answers. Empty while nothing was heard. */
    public List<Unit> all() {
        Seen last = seen;
        Map<String, Unit> units =
                last != null && last.isFresh() && !last.units().isEmpty() ? last.units() : read();
        return List.copyOf(units.values());
    }

    /** Whether an organisation was heard of. */
    boolean areKnown() {
        return !read().isEmpty();
    }

    private static UnitCheck judge(Collection<String> codes, Map<String, Unit> units) {
        if (units.isEmpty()) {
            return new UnitCheck.NotTold();
        }
        List<String> unknown = codes.stream()
                .filter(code -> !units.containsKey(code))
                .distinct()
                .toList();
        return unknown.isEmpty()
                ? new UnitCheck.Known()
                : new UnitCheck.Unknown(
                        unknown, units.keySet().stream().limit(EXAMPLES).toList());
    }

    /** How far an organisation's versions were applied. */
    public Position position(String organisation) {
        return Inbox.of(mongo.findById(organisation, Document.class, COLLECTION), STREAM);
    }

    /**
     * Puts a version in force.
     *
     * @throws StalePositionException when another version was put in force meanwhile
     */
    public void activate(OrganisationActivated activated, Position before, Position after) {
        List<Document> units = activated.units().stream()
                .map(unit -> new Document("code", unit.code()).append("name", unit.name()))
                .toList();
        Update update =
                new Update().set("organisationVersion", activated.version()).set("units", units);
        Query guarded = Query.query(new Criteria()
                .andOperator(Criteria.where("_id").is(activated.head().aggregateId()), Inbox.guard(STREAM, before)));
        write(guarded, Inbox.moveTo(update, STREAM, after), before.equals(Position.START));
        seen = null;
    }

    private void write(Query guarded, Update update, boolean first) {
        try {
            boolean written = first
                    ? mongo.upsert(guarded, update, COLLECTION).wasAcknowledged()
                    : mongo.updateFirst(guarded, update, COLLECTION).getMatchedCount() == 1;
            if (!written) {
                throw new StalePositionException(COLLECTION);
            }
        } catch (DuplicateKeyException exists) {
            throw new StalePositionException(COLLECTION);
        }
    }

    /**
     * Moves a position without an effect, into a stub where there is no organisation yet.
     *
     * @throws StalePositionException when it stands no longer where it was read
     */
    public void place(String organisation, Position before, Position after) {
        Inbox.place(mongo.getCollection(COLLECTION), organisation, STREAM, before, after, new Update());
    }

    private Map<String, Unit> read() {
        Map<String, Unit> units = new TreeMap<>();
        for (Document organisation : mongo.findAll(Document.class, COLLECTION)) {
            for (Document unit : organisation.getList("units", Document.class, List.of())) {
                units.put(unit.getString("code"), new Unit(unit.getString("code"), unit.getString("name")));
            }
        }
        seen = new Seen(units, System.nanoTime());
        return units;
    }

    private record Seen(Map<String, Unit> units, long at) {

        boolean isFresh() {
            return System.nanoTime() - at < FRESH_NANOS;
        }
    }
}
