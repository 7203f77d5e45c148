package org.redress.routing.training;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.routing.classification.TopicClassifier;
import org.redress.routing.training.TopicModel.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** All models of topics, by number. */
public final class TopicModels {

    /** An instance that takes longer is taken for gone, and another begins anew. */
    private static final Duration GONE_AFTER = Duration.ofMinutes(30);

    private final MongoTemplate mongo;

    TopicModels(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** All of them, the newest first. */
    public List<TopicModel> all() {
        return mongo.find(newestFirst(new Criteria()), TopicModel.class);
    }

    /** The one of that number. */
    public Optional<TopicModel> find(int number) {
        return Optional.ofNullable(mongo.findById(number, TopicModel.class));
    }

    /** The one that took effect last; empty until one did. */
    public Optional<TopicModel> inEffect() {
        return first(newestFirst(Criteria.where("state").is(State.TOOK_EFFECT)));
    }

    /**
     * Asks for the next one.
     *
     * @param forced true when it is to take effect even where it is not better
     * @return empty while another is still to be learned
     */
    public Optional<TopicModel> ask(String by, Instant at, boolean forced, @Nullable String reason) {
        Optional<TopicModel> last = first(newestFirst(new Criteria()));
        if (last.isPresent() && last.get().state() == State.ASKED) {
            return Optional.empty();
        }
        int number = last.map(TopicModel::number).orElse(0) + 1;
        TopicModel next = new TopicModel(number, State.ASKED, by, at, forced, reason, null, null);
        try {
            return Optional.of(mongo.insert(next));
        } catch (DuplicateKeyException e) {
            return Optional.empty(); // somebody else asked at the same moment
        }
    }

    /** Takes up the one that is to be learned, unless another instance is at it. */
    Optional<TopicModel> takeUp(Instant now) {
        Query waiting = Query.query(Criteria.where("state")
                .is(State.ASKED)
                .orOperator(
                        Criteria.where("takenUpAt").isNull(),
                        Criteria.where("takenUpAt").lt(now.minus(GONE_AFTER))));
        return Optional.ofNullable(mongo.findAndModify(
                waiting,
                Update.update("takenUpAt", now),
                FindAndModifyOptions.options().returnNew(true),
                TopicModel.class));
    }

    /** Writes down what became of one, unless another instance took it up meanwhile. */
    void end(TopicModel model, @Nullable TopicClassifier classifier) {
        if (classifier != null) {
            mongo.save(KeptClassifier.of(model.number(), classifier));
        }
        Query same = Query.query(
                Criteria.where("_id").is(model.number()).and("takenUpAt").is(model.takenUpAt()));
        mongo.findAndReplace(same, model);
    }

    /**
     * What a model learned.
     *
     * @throws IllegalStateException when it learned nothing
     */
    TopicClassifier classifier(int number) {
        KeptClassifier kept = mongo.findById(number, KeptClassifier.class);
        if (kept == null) {
            throw new IllegalStateException("what model " + number + " of topics learned is missing");
        }
        return kept.classifier();
    }

    private Optional<TopicModel> first(Query query) {
        return Optional.ofNullable(mongo.findOne(query.limit(1), TopicModel.class));
    }

    private static Query newestFirst(Criteria which) {
        return Query.query(which).with(Sort.by(Sort.Direction.DESC, "_id"));
    }
}
