package org.redress.analytics.statements;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Keeps statements, each for who kept it alone. */
@Component
public class KeptStatements {

    /** A line of more cases is not kept: the days are to be fewer, or the unit a smaller one. */
    public static final int MOST_CASES = 20_000;

    private static final int LISTED = 50;

    private final MongoTemplate mongo;

    KeptStatements(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** True when it is small enough to be kept. */
    public static boolean isKeepable(Statement statement) {
        return statement.lines().stream().allMatch(line -> line.cases().size() <= MOST_CASES);
    }

    /** Keeps one, and answers its number. */
    public String keep(Statement statement, @Nullable String unit, String person) {
        return mongo.insert(new KeptStatement(
                        UUID.randomUUID().toString(),
                        person,
                        statement.from(),
                        statement.to(),
                        unit,
                        statement.asOf(),
                        statement.lines().getFirst().cases().size(),
                        statement.lines()))
                .id();
    }

    /** The newest that a person kept, without their lines. */
    public List<KeptStatement> of(String person) {
        Query newest = Query.query(Criteria.where("keptBy").is(person))
                .with(Sort.by(Sort.Direction.DESC, "asOf"))
                .limit(LISTED);
        newest.fields().exclude("lines");
        return mongo.find(newest, KeptStatement.class);
    }

    /** One that this person kept; empty for what is not there and what is somebody else's. */
    public Optional<KeptStatement> find(String id, String person) {
        return Optional.ofNullable(mongo.findOne(
                Query.query(Criteria.where("_id").is(id).and("keptBy").is(person)), KeptStatement.class));
    }
}
