package org.redress.analytics.sightings;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.redress.analytics.projection.Projection;
import org.redress.contracts.Topic;
import org.redress.platform.consuming.Consumes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The projection of who wrote when, for each case. */
@Component
@Consumes(value = Topic.CASES, as = "sightings")
public class SightingProjection extends Projection<Seen> {

    private static final String FACTS = "facts";

    private final SightingFolding folding;

    @Autowired
    SightingProjection(MongoClient client, MongoTemplate mongo, ZoneId organisationZone) {
        this(client, mongo, new SightingFolding(organisationZone));
    }

    private SightingProjection(MongoClient client, MongoTemplate mongo, SightingFolding folding) {
        super(client, mongo, folding);
        this.folding = folding;
    }

    /** What is known of these cases, by their ids; those never heard of are absent. */
    public Map<String, Seen> of(Collection<String> petitionIds) {
        return found(Filters.in("_id", petitionIds));
    }

    /** All that came from one day to another, both included, by the cases' ids. */
    public Map<String, Seen> between(LocalDate from, LocalDate to) {
        return found(Filters.and(Filters.gte("facts.day", from.toString()), Filters.lte("facts.day", to.toString())));
    }

    private Map<String, Seen> found(Bson filter) {
        return readFacts(facts -> {
            Map<String, Seen> found = new HashMap<>();
            facts.find(Filters.and(filter, Filters.exists(FACTS)))
                    .forEach(document ->
                            found.put(document.getString("_id"), folding.read(document.get(FACTS, Document.class))));
            return found;
        });
    }
}
