package org.redress.routing.grouping;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.redress.platform.publishing.Ids;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Whose turn it is among the instances: held for a while, in the database's time, and taken over when its holder is gone.
 * It spares double work; that two at once write nothing twice, the runs themselves see to.
 */
final class Turn {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String ID = "turn";
    private static final String HOLDER = "by";

    private final MongoCollection<Document> turns;
    private final String holder = Ids.next();

    Turn(MongoTemplate mongo) {
        this.turns = mongo.getCollection("groupingTurn");
    }

    /** Takes or keeps it; false while another instance has it. */
    boolean take() {
        if (held()) {
            return true;
        }
        turns.updateOne(
                Filters.eq("_id", ID),
                Updates.combine(
                        Updates.setOnInsert(HOLDER, ""), Updates.setOnInsert("until", Date.from(Instant.EPOCH))),
                new UpdateOptions().upsert(true));
        return held();
    }

    private boolean held() {
        Document free = Document.parse("{$expr: {$lt: ['$until', '$$NOW']}}");
        Document mine = new Document("_id", ID).append("$or", List.of(new Document(HOLDER, holder), free));
        Document until = new Document("$add", List.of("$$NOW", LEASE.toMillis()));
        Document kept = new Document("until", until).append(HOLDER, new Document("$literal", holder));
        return turns.updateOne(mine, List.of(new Document("$set", kept))).getMatchedCount() > 0;
    }
}
