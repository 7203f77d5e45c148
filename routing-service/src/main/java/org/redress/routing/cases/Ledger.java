package org.redress.routing.cases;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.Unsealing.Opening;
import org.redress.routing.cases.Unsealing.Why;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Writes down who opens what, before it is opened: one chain for all petitions, in which nothing is ever changed. */
public final class Ledger {

    private static final int DUPLICATE = 11_000;

    private final MongoTemplate mongo;
    private final LedgerSeal seal;
    private final InstantSource clock;
    // The threads of this instance come one after the other; other instances are met by the number, which is unique.
    private final Lock turn = new ReentrantLock(true);
    private @Nullable Unsealing last;

    Ledger(MongoTemplate mongo, LedgerSeal seal, InstantSource clock) {
        this.mongo = mongo;
        this.seal = seal;
        this.clock = clock;
    }

    /** Everything that was opened of a petition, oldest first. */
    public List<Unsealing> of(String petitionId) {
        return mongo.find(
                Query.query(Criteria.where("petitionId").is(petitionId)).with(Sort.by("_id")), Unsealing.class);
    }

    /**
     * What was opened of all petitions from a moment until before another, oldest first, but what services open by
     * themselves.
     */
    public List<Unsealing> between(Instant from, Instant until, int most) {
        List<String> bySelf = Stream.of(Why.REGISTRATION, Why.EXAMINATION, Why.LEARNING, Why.GROUPING, Why.TELLING)
                .map(Enum::name)
                .toList();
        return mongo.find(
                Query.query(Criteria.where("at").gte(from).lt(until).and("why").nin(bySelf))
                        .with(Sort.by("at", "_id"))
                        .limit(most),
                Unsealing.class);
    }

    /** The last line; absent while nothing was opened. */
    public Optional<Unsealing> head() {
        return Optional.ofNullable(mongo.findOne(
                new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(1), Unsealing.class));
    }

    /** Adds a line. */
    void write(String petitionId, String what, Actor by, Why why, @Nullable String purpose) {
        append(List.of(opening(petitionId, what, by, why, purpose)));
    }

    /** What is opened here and now. */
    Opening opening(String petitionId, String what, Actor by, Why why, @Nullable String purpose) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Opening(petitionId, what, by, why, purpose, now, null);
    }

    /** Those of these petitions that were ever opened for something. */
    Set<String> opened(Collection<String> petitionIds, Why why) {
        Query query = Query.query(
                Criteria.where("petitionId").in(petitionIds).and("why").is(why.name()));
        return petitionIds.isEmpty()
                ? Set.of()
                : Set.copyOf(mongo.findDistinct(query, "petitionId", Unsealing.class, String.class));
    }

    /** Adds lines for what another service told of by events, each once however often it is told. */
    void appendOnce(List<Opening> told) {
        Query known = Query.query(
                Criteria.where("event").in(told.stream().map(Opening::event).toList()));
        Set<String> before = told.isEmpty()
                ? Set.of()
                : Set.copyOf(mongo.findDistinct(known, "event", Unsealing.class, String.class));
        append(told.stream()
                .filter(opening -> !before.contains(String.valueOf(opening.event())))
                .toList());
    }

    /** Adds lines in this order; others' may come in between. */
    void append(Collection<Opening> openings) {
        List<Opening> left = List.copyOf(openings);
        turn.lock();
        try {
            while (!left.isEmpty()) {
                List<Unsealing> lines = lines(left);
                // Known again only when all of them are written: an error leaves open how many were.
                last = null;
                int done = insert(lines);
                last = done == lines.size() ? lines.getLast() : null;
                left = left.subList(done, left.size());
            }
        } finally {
            turn.unlock();
        }
    }

    private List<Unsealing> lines(List<Opening> openings) {
        Unsealing before = last == null ? head().orElse(null) : last;
        List<Unsealing> lines = new ArrayList<>();
        for (Opening opening : openings) {
            before = seal.after(before, opening);
            lines.add(before);
        }
        return lines;
    }

    /** How many there is nothing more to be done for, before another instance had the next number. */
    private int insert(List<Unsealing> lines) {
        List<Document> documents = lines.stream().map(this::document).toList();
        return Objects.requireNonNull(mongo.execute(Unsealing.class, collection -> {
            try {
                collection.insertMany(documents);
                return documents.size();
            } catch (MongoBulkWriteException e) {
                return written(e);
            }
        }));
    }

    private static int written(MongoBulkWriteException e) {
        BulkWriteError error =
                e.getWriteErrors().isEmpty() ? null : e.getWriteErrors().getFirst();
        if (error == null || error.getCode() != DUPLICATE) {
            throw e;
        }
        int before = e.getWriteResult().getInsertedCount();
        // Another instance wrote down the same event meanwhile.
        return error.getMessage().contains("index: event") ? before + 1 : before;
    }

    private Document document(Unsealing line) {
        Document document = new Document();
        mongo.getConverter().write(line, document);
        return document;
    }
}
