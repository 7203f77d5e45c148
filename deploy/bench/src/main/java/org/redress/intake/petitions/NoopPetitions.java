package org.redress.intake.petitions;

import org.redress.platform.publishing.AggregateStore;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Takes petitions and keeps nothing: put in front of intake's own classes, it leaves parsing, checks, sealing and the
 * answer as they ship and takes away only what stores and publishes.
 */
@Primary
@Repository
class NoopPetitions extends Petitions {

    NoopPetitions(AggregateStore<Petition> store, MongoOperations mongo) {
        super(store, mongo);
    }

    @Override
    void take(Petition petition) {
        // The receipt is given for nothing.
    }
}
