package org.redress.routing.cases;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.procedure.CaseState;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * How many cases are open, by state and age, and how many limits are missed, by kind of clock. Counting goes through an index
 * entry of each open case and through each late case: it is done at intervals, whoever asks for metrics meanwhile.
 */
public final class CaseNumbers {

    /** Has all that open cases are counted by. */
    static final String INDEX = "standing";

    /** Has the late ones of a state together. */
    static final String BY_STATE = "in-state";

    private static final Bson OPEN = Filters.in(
            "state",
            Arrays.stream(CaseState.values())
                    .filter(CaseState::isOpen)
                    .map(CaseState::name)
                    .toList());
    private static final Document ONE_MORE = new Document("$sum", 1L);

    private final MongoCollection<Document> cases;
    private final Editions editions;
    private final InstantSource clock;
    private final MultiGauge openGauge;
    private final MultiGauge lateGauge;
    private volatile Map<Tags, Long> open = Map.of();
    private volatile Map<Tags, Long> late = Map.of();

    CaseNumbers(MongoTemplate mongo, Editions editions, InstantSource clock, MeterRegistry meters) {
        this.cases = mongo.getCollection(mongo.getCollectionName(PetitionCase.class));
        this.editions = editions;
        this.clock = clock;
        this.openGauge = MultiGauge.builder(RoutingMetric.OPEN.metricName())
                .description("Open cases by state and age")
                .register(meters);
        this.lateGauge = MultiGauge.builder(RoutingMetric.LATE.metricName())
                .description("Limits that are missed and still run")
                .register(meters);
    }

    /** Days since the petition was received; the bounds are the default limits of notice, handling and its extension. */
    private enum Age {
        UP_TO_15_DAYS(15),
        UP_TO_60_DAYS(60),
        UP_TO_90_DAYS(90),
        OVER_90_DAYS(Integer.MAX_VALUE);

        private final int days;

        Age(int days) {
            this.days = days;
        }

        Document ifYounger(Instant now) {
            Date since = Date.from(now.minus(Duration.ofDays(days)));
            return new Document("case", new Document("$gte", List.of("$registration.petition.receivedAt", since)))
                    .append("then", Names.of(this));
        }
    }

    /** Counts all there are. */
    public void count() {
        Instant now = clock.instant();
        open = countOpen(now);
        openGauge.register(open.keySet().stream()
                .<MultiGauge.Row<?>>map(tags -> MultiGauge.Row.of(tags, () -> open.getOrDefault(tags, 0L)))
                .toList());
        late = countLate(now);
        lateGauge.register(late.keySet().stream()
                .<MultiGauge.Row<?>>map(tags -> MultiGauge.Row.of(tags, () -> late.getOrDefault(tags, 0L)))
                .toList());
    }

    private Map<Tags, Long> countOpen(Instant now) {
        Map<Tags, Long> numbers = new HashMap<>();
        Arrays.stream(CaseState.values())
                .filter(CaseState::isOpen)
                .flatMap(state -> Arrays.stream(Age.values()).map(age -> tags(Names.of(state), Names.of(age))))
                .forEach(tags -> numbers.put(tags, 0L));
        Document age = new Document(
                "$switch",
                new Document(
                                "branches",
                                Stream.of(Age.UP_TO_15_DAYS, Age.UP_TO_60_DAYS, Age.UP_TO_90_DAYS)
                                        .map(each -> each.ifYounger(now))
                                        .toList())
                        .append("default", Names.of(Age.OVER_90_DAYS)));
        Document by = new Document("state", "$state").append("age", age);
        for (Document found :
                cases.aggregate(List.of(Aggregates.match(OPEN), group(by))).hintString(INDEX)) {
            Document key = found.get("_id", Document.class);
            CaseState state = CaseState.valueOf(key.getString("state"));
            numbers.put(tags(Names.of(state), key.getString("age")), found.getLong("number"));
        }
        return numbers;
    }

    private static Tags tags(String state, String age) {
        return Tags.of("state", state, "age", age);
    }

    private Map<Tags, Long> countLate(Instant now) {
        LoadedRulebook edition = editions.active();
        Map<Tags, Long> numbers = new HashMap<>();
        edition.rulebook().clocks().rules().stream()
                .filter(rule -> !rule.window())
                .forEach(rule -> numbers.put(Tags.of("kind", rule.kind()), 0L));
        Bson late = Filters.and(OPEN, Filters.in("ordinary", true, false), Filters.lte("dueAt", Date.from(now)));
        Document clocks = new Document("clock", "$clocks.all");
        Bson missed = Filters.and(
                Filters.eq("clock.state", "RUNNING"),
                Filters.lt("clock.dueOn", edition.clockwork().dayOf(now).toString()),
                Filters.ne("clock.rungs", List.of()));
        for (Document found : cases.aggregate(List.of(
                        Aggregates.match(late),
                        Aggregates.project(clocks),
                        Aggregates.unwind("$clock"),
                        Aggregates.match(missed),
                        group("$clock.kind")))
                .hintString(BY_STATE)) {
            numbers.put(Tags.of("kind", found.getString("_id")), found.getLong("number"));
        }
        return numbers;
    }

    private static Bson group(Object by) {
        return new Document("$group", new Document("_id", by).append("number", ONE_MORE));
    }
}
