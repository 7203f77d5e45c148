package org.redress.routing.cases;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.redress.platform.looping.Loop;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.Ids;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.LoadedRulebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Keeps joined cases in step with the ones they were joined to. A change of either leaves a mark in the same write, which
 * goes when both were looked at: what is still to be done is seen in the cases themselves, so that whoever is killed in
 * between, or is slower than another instance, does no harm.
 */
final class JoinKeeper {

    private static final Logger log = LoggerFactory.getLogger(JoinKeeper.class);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Document MARKED = Document.parse("{'joining.until': {$exists: true}}");
    private static final Document UNCLAIMED =
            Document.parse("{'joining.until': {$exists: true}, $expr: {$lt: ['$joining.until', '$$NOW']}}");

    private final MongoTemplate mongo;
    private final AggregateStore<PetitionCase> cases;
    private final Editions editions;
    private final Rosters rosters;
    private final SealedTexts texts;
    private final InstantSource clock;
    private final String holder = Ids.next();

    JoinKeeper(
            MongoTemplate mongo,
            AggregateStore<PetitionCase> cases,
            Editions editions,
            Rosters rosters,
            SealedTexts texts,
            InstantSource clock) {
        this.mongo = mongo;
        this.cases = cases;
        this.editions = editions;
        this.rosters = rosters;
        this.texts = texts;
        this.clock = clock;
    }

    /** Works until no case is marked that another instance has not claimed. */
    void lookAtAll() {
        Optional<String> next = claim();
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            Loop.comesForward();
            lookAt(next.get());
            next = claim();
        }
    }

    private Optional<String> claim() {
        Document claim = new Document("until", new Document("$add", List.of("$$NOW", LEASE.toMillis())))
                .append("by", new Document("$literal", holder));
        Document found = mongo.findAndModify(
                new BasicQuery(UNCLAIMED, new Document("_id", 1)),
                AggregationUpdate.from(List.of(context -> new Document("$set", new Document("joining", claim)))),
                FindAndModifyOptions.none(),
                Document.class,
                mongo.getCollectionName(PetitionCase.class));
        return Optional.ofNullable(found).map(document -> document.getString("_id"));
    }

    /** A pair that cannot be looked at, for a fault in it, keeps the claim until it lapses, and holds up no other. */
    private void lookAt(String id) {
        try {
            if (look(id)) {
                mongo.updateFirst(
                        new BasicQuery(new Document("_id", id).append("joining.by", holder)),
                        new Update().unset("joining"),
                        PetitionCase.class);
            }
        } catch (DataAccessException | MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("{} is not kept in step with the cases it is joined with", id, e);
        }
    }

    /** False when somebody changed one of them meanwhile, or a pair parts only tomorrow: then it is looked at again. */
    boolean look(String id) {
        PetitionCase found = read(id);
        boolean kept = true;
        String into = found.mergedInto();
        if (into != null) {
            kept = keep(id, into);
        }
        for (String joined : found.joinedBy()) {
            kept &= keep(joined, id);
        }
        return kept;
    }

    private boolean keep(String joinedId, String survivorId) {
        PetitionCase joined = read(joinedId);
        PetitionCase survivor = read(survivorId);
        Joining pair = new Joining(joined, survivor);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LoadedRulebook today = editions.active();
        boolean kept = !pair.admit(editionOf(survivor), today, now) || saved(survivor);
        kept = kept && (!pair.holds() || !align(pair, joined, today, now) || saved(joined));
        kept = kept && (!pair.release(editionOf(survivor), now) || saved(survivor));
        // Is looked at again until the day is over.
        return kept && !(pair.holds() && pair.differs());
    }

    private boolean align(Joining pair, PetitionCase joined, LoadedRulebook today, Instant now) {
        if (pair.separates(editionOf(joined), now)) {
            // Once it has left, only the other's mark tells that the other is still to let it go.
            mark(pair.survivor().id());
            pair.separate(editionOf(joined), today, now);
            return true;
        }
        if (pair.differs()) {
            return false;
        }
        boolean followed = pair.follow(editionOf(joined), today, now);
        pair.outcome().ifPresent(outcome -> adopt(pair, outcome, joined, today, now));
        return followed || !pair.holds();
    }

    private void mark(String id) {
        mongo.updateFirst(
                new BasicQuery(new Document("_id", id)),
                Update.update("joining", new Claim(Instant.EPOCH, "")),
                PetitionCase.class);
    }

    private void adopt(Joining pair, TextEntry outcome, PetitionCase joined, LoadedRulebook today, Instant now) {
        Actor by = pair.decider(outcome);
        CaseText text = texts.seal(joined.id(), outcome.kind(), texts.read(pair.survivor(), outcome, by));
        pair.adopt(outcome, text, new Turn(by, null, editionOf(joined), today, now, rosters.of(today, now)));
    }

    private boolean saved(PetitionCase petitionCase) {
        return cases.saveAll(List.of(petitionCase)).staleUnlessFailed().isEmpty();
    }

    private PetitionCase read(String id) {
        return cases.find(id).orElseThrow(() -> new IllegalStateException("no case " + id));
    }

    private LoadedRulebook editionOf(PetitionCase petitionCase) {
        return editions.of(petitionCase.registration().edition());
    }

    /** Number of cases that are still to be looked at, those that part tomorrow among them. */
    long waiting() {
        return mongo.count(new BasicQuery(MARKED), PetitionCase.class);
    }
}
