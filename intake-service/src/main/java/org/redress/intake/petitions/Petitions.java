package org.redress.intake.petitions;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.redress.platform.consuming.Inbox;
import org.redress.platform.consuming.Position;
import org.redress.platform.publishing.AggregateStore;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** All petitions intake took. */
@Repository
public class Petitions {

    private final AggregateStore<Petition> store;
    private final MongoOperations mongo;

    Petitions(AggregateStore<Petition> store, MongoOperations mongo) {
        this.store = store;
        this.mongo = mongo;
    }

    /**
     * Keeps a petition with its event; returns when both are on disk.
     *
     * @throws org.springframework.dao.DuplicateKeyException when its receipt or one of its keys is taken
     */
    void take(Petition petition) {
        store.insert(petition);
    }

    /** The petition with this receipt. */
    public Optional<Petition> withReceipt(String receipt) {
        return majority(Criteria.where("receipt").is(receipt)).stream().findFirst();
    }

    /** The petitions handed in with one of these keys, by what no failover can take back. */
    List<Petition> withKeys(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : majority(Criteria.where("idempotencyKeys").in(keys));
    }

    /** The petition as the last write left it, after everything that came before is safe from a failover. */
    public Petition asItStands(String id) {
        Query query = Query.query(Criteria.where("_id").is(id))
                .withReadConcern(ReadConcern.LINEARIZABLE)
                .withReadPreference(ReadPreference.primary());
        return read(query).getFirst();
    }

    /** Where the stream of cases stands with those that exist, stubs too. */
    public Map<String, Position> casePositions(Collection<String> ids) {
        return store.positions(Petition.CASES, ids);
    }

    /** Those with these ids, stubs too. */
    public List<Petition> withIds(Collection<String> ids) {
        return store.findAll(ids).all();
    }

    /** Writes what changed; returns those that somebody else changed meanwhile. */
    public List<Petition> saveAll(Collection<Petition> petitions) {
        return store.saveAll(petitions).staleUnlessFailed();
    }

    /**
     * Moves a position of the case's stream without an effect, into a stub where there is no petition.
     *
     * @throws org.redress.platform.consuming.StalePositionException when it stands no longer where it was read
     */
    public void place(String id, Position before, Position after) {
        Inbox.place(
                mongo.getCollection(mongo.getCollectionName(Petition.class)),
                id,
                Petition.CASES,
                before,
                after,
                new Update().inc("version", 1L));
    }

    private List<Petition> majority(Criteria criteria) {
        Query query = Query.query(criteria)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        return read(query);
    }

    private List<Petition> read(Query query) {
        query.fields().exclude("pending");
        return store.read(mongo.find(query, Document.class, mongo.getCollectionName(Petition.class)))
                .all();
    }
}
