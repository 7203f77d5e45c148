package org.redress.routing.cases;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.organisation.Editions;
import org.redress.routing.procedure.CaseState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps guarded cases above whom they are about when the organisation changes: soon after each start, and then again. */
final class GuardKeeper {

    private static final Logger log = LoggerFactory.getLogger(GuardKeeper.class);
    private static final int AT_ONCE = 200;
    private static final List<CaseState> OPEN =
            Arrays.stream(CaseState.values()).filter(CaseState::isOpen).toList();

    private final MongoTemplate mongo;
    private final AggregateStore<PetitionCase> cases;
    private final Editions editions;
    private final InstantSource clock;

    GuardKeeper(MongoTemplate mongo, AggregateStore<PetitionCase> cases, Editions editions, InstantSource clock) {
        this.mongo = mongo;
        this.cases = cases;
        this.editions = editions;
        this.clock = clock;
    }

    /** Looks at every open case that is kept from somebody; one that somebody changes meanwhile waits for the next time. */
    @Scheduled(fixedDelayString = "${redress.guard.look-every:10m}")
    void keepAll() {
        List<String> ids = some("");
        while (!ids.isEmpty() && !Thread.currentThread().isInterrupted()) {
            List<PetitionCase> changed = cases.findAll(ids).stream()
                    .filter(kept -> kept.keepAbove(
                            editions.of(kept.registration().edition()),
                            editions.active(),
                            clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                    .toList();
            cases.saveAll(changed);
            if (!changed.isEmpty()) {
                log.info("{} cases were kept above whom they are about", changed.size());
            }
            ids = some(ids.getLast());
        }
    }

    private List<String> some(String after) {
        Query query = Query.query(Criteria.where("ordinary")
                        .is(false)
                        .and("guard.accused.0")
                        .exists(true)
                        .and("state")
                        .in(OPEN)
                        .and("_id")
                        .gt(after))
                .with(Sort.by("_id"))
                .limit(AT_ONCE);
        query.fields().include("_id");
        return mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class)).stream()
                .map(found -> found.getString("_id"))
                .toList();
    }
}
