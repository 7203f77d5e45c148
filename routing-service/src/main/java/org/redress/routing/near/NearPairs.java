package org.redress.routing.near;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.redress.routing.likeness.NearTexts.Near;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** All pairs, whoever may see them: who shows one asks first whether its reader may open both. */
public final class NearPairs {

    private static final int PER_CENT = 100;

    private final MongoTemplate mongo;
    private final InstantSource clock;

    NearPairs(MongoTemplate mongo, InstantSource clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Notes that a petition says what earlier ones say; as often as it is told. What was refused stays so. */
    public void propose(String petition, List<Near> earlier) {
        for (Near near : earlier) {
            write(petition, near.petition(), new Update().set("likeness", (int)
                            Math.round(PER_CENT * near.likeness())));
        }
    }

    /** An officer says that two do not belong together, whichever of them is looked at; the first who says so stays named. */
    public void refuse(String petition, String other, String officer) {
        boolean refused = of(petition).stream()
                .anyMatch(pair -> pair.isRefused() && pair.other(petition).equals(other));
        if (!refused) {
            write(
                    petition,
                    other,
                    new Update()
                            .set("refusedBy", officer)
                            .set("refusedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    /** The pairs that a petition is in, refused ones among them. */
    public List<NearPair> of(String petition) {
        return mongo.find(Query.query(Criteria.where("petitions").is(petition)), NearPair.class);
    }

    private void write(String one, String other, Update update) {
        mongo.upsert(
                Query.query(Criteria.where("_id").is(NearPair.id(one, other))),
                update.setOnInsert("petitions", List.of(one, other)),
                NearPair.class);
    }
}
