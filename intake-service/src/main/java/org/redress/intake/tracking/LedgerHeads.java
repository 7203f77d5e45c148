package org.redress.intake.tracking;

import org.bson.Document;
import org.redress.contracts.organisation.LedgerHeadPublished;
import org.redress.platform.organisation.LedgerHeadListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * How far the ledger of unsealings came day by day, kept where routing cannot write: {@code deploy/redress verify} compares,
 * so that lines taken from its end show.
 */
@Repository
public class LedgerHeads implements LedgerHeadListener {

    private static final String COLLECTION = "ledger_heads";

    private final MongoOperations mongo;

    LedgerHeads(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Keeps one for ever; a repetition changes nothing. */
    @Override
    public void keep(LedgerHeadPublished head) {
        mongo.save(
                new Document("_id", head.head().eventId())
                        .append("epoch", head.head().epoch())
                        .append("day", head.day().toString())
                        .append("number", head.number())
                        .append("hash", head.hash()),
                COLLECTION);
    }
}
