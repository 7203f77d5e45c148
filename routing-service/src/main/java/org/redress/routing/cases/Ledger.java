package org.redress.routing.cases;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.Unsealing.Why;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Writes down who opens what, before it is opened; nothing in it is ever changed. */
public final class Ledger {

    private final MongoTemplate mongo;
    private final InstantSource clock;

    Ledger(MongoTemplate mongo, InstantSource clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Everything that was opened of a petition, oldest first. */
    public List<Unsealing> of(String petitionId) {
        return mongo.find(
                Query.query(Criteria.where("petitionId").is(petitionId)).with(Sort.by("number")), Unsealing.class);
    }

    /** Adds a line to the chain of a petition; who adds one at the same moment comes before or after it. */
    void write(String petitionId, String what, Actor by, Why why, @Nullable String purpose) {
        boolean written = false;
        while (!written) {
            try {
                mongo.insert(line(last(petitionId), petitionId, what, by, why, purpose));
                written = true;
            } catch (DuplicateKeyException e) {
                // Somebody else added this number: this line comes after it.
            }
        }
    }

    /** Begins the chains of petitions that are seen for the first time; of one that was seen before, goes on with it. */
    void begin(Collection<List<Unsealing>> chains) {
        try {
            mongo.insertAll(chains.stream().flatMap(List::stream).toList());
        } catch (DuplicateKeyException e) {
            chains.stream()
                    .flatMap(List::stream)
                    .forEach(line -> write(
                            line.petitionId(),
                            line.what(),
                            new Actor(line.officer(), line.post()),
                            line.why(),
                            line.purpose()));
        }
    }

    /** The next line of a chain. */
    Unsealing line(
            @Nullable Unsealing last, String petitionId, String what, Actor by, Why why, @Nullable String purpose) {
        return Unsealing.after(
                last, petitionId, what, by, why, purpose, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private @Nullable Unsealing last(String petitionId) {
        return mongo.findOne(
                Query.query(Criteria.where("petitionId").is(petitionId)).with(Sort.by(Sort.Direction.DESC, "number")),
                Unsealing.class);
    }
}
