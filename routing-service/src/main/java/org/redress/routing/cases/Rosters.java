package org.redress.routing.cases;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Roster;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Counts how much the posts that share a duty have to do. Only cases that everybody in their line may know of count: the
 * number is shown as a reason, and must not tell of others.
 */
public final class Rosters {

    private final MongoTemplate mongo;

    Rosters(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** A roster for the day of a moment: one query when a shared duty is first met, none where there is none. */
    public Roster of(LoadedRulebook today, Instant now) {
        return new Roster(today.clockwork().dayOf(now), this::open);
    }

    /** Counted in the owner's index alone. */
    private Map<String, Long> open(List<String> posts) {
        Map<String, Long> counts = new HashMap<>();
        mongo.getCollection(mongo.getCollectionName(PetitionCase.class))
                .aggregate(counting(posts))
                .forEach(found -> counts.put(
                        found.getString("_id"), found.get("open", Number.class).longValue()));
        return counts;
    }

    static List<Bson> counting(List<String> posts) {
        return List.of(
                Aggregates.match(Filters.and(
                        Filters.in("registration.assignment.owner", posts),
                        Filters.eq("ordinary", true),
                        Filters.gt("nextDueAt", Date.from(Instant.EPOCH)))),
                Aggregates.group("$registration.assignment.owner", Accumulators.sum("open", 1)));
    }
}
