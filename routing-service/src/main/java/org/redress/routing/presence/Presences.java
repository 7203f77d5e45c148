package org.redress.routing.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.redress.routing.cases.Actor;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Who has which case before them, the same for all instances. It is said anew every few seconds and forgotten soon after;
 * nothing of it is kept, and whether somebody may see the case is for the caller to ask, each time anew.
 */
public final class Presences {

    /** Somebody who was not heard of for so long is gone: longer than a page that is looked at keeps silent. */
    static final Duration STAYS = Duration.ofSeconds(12);

    private static final String COLLECTION = "presences";
    private static final String PETITION = "petitionId";
    private static final String OFFICER = "officer";
    private static final String POST = "post";
    private static final String WRITES = "writes";
    private static final String WRITES_UNTIL = "writesUntil";
    private static final String UNTIL = "until";

    private final MongoTemplate mongo;
    private final InstantSource machine;

    /**
     * In the database that all instances share.
     *
     * @param machine the machine's time
     */
    Presences(MongoTemplate mongo, InstantSource machine) {
        this.mongo = mongo;
        this.machine = machine;
        mongo.indexOps(COLLECTION).createIndex(new Index(PETITION, Sort.Direction.ASC));
        mongo.indexOps(COLLECTION).createIndex(new Index(UNTIL, Sort.Direction.ASC).expire(Duration.ZERO));
    }

    /** Says that somebody has a case before them. */
    public void look(String petitionId, Actor who) {
        put(petitionId, who, new Update());
    }

    /** Says that somebody writes in the form of a step. */
    public void write(String petitionId, Actor who, String step) {
        put(petitionId, who, new Update().set(WRITES, step).set(WRITES_UNTIL, end()));
    }

    /** Says that somebody writes no more. */
    public void rest(String petitionId, String officer) {
        mongo.updateFirst(of(petitionId, officer), new Update().unset(WRITES).unset(WRITES_UNTIL), COLLECTION);
    }

    private void put(String petitionId, Actor who, Update update) {
        mongo.upsert(
                of(petitionId, who.officer()),
                update.set(PETITION, petitionId)
                        .set(OFFICER, who.officer())
                        .set(POST, who.post())
                        .set(UNTIL, end()),
                COLLECTION);
    }

    private static Query of(String petitionId, String officer) {
        return Query.query(Criteria.where("_id").is(petitionId + " " + officer));
    }

    private Date end() {
        return Date.from(machine.instant().plus(STAYS));
    }

    /** Who else has a case before them, by their ids. */
    public List<Presence> beside(String petitionId, String officer) {
        Instant now = machine.instant();
        Query query = Query.query(Criteria.where(PETITION)
                        .is(petitionId)
                        .and(OFFICER)
                        .ne(officer)
                        .and(UNTIL)
                        .gt(Date.from(now)))
                .with(Sort.by(OFFICER));
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(found -> presence(found, now))
                .toList();
    }

    private static Presence presence(Document found, Instant now) {
        Date writesUntil = found.getDate(WRITES_UNTIL);
        boolean writes = writesUntil != null && writesUntil.toInstant().isAfter(now);
        return new Presence(found.getString(OFFICER), found.getString(POST), writes ? found.getString(WRITES) : null);
    }
}
