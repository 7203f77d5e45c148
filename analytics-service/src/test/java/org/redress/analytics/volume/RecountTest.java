package org.redress.analytics.volume;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.redress.analytics.AnalyticsStack;
import org.redress.contracts.Head;
import org.redress.platform.consuming.Position;
import org.springframework.beans.factory.annotation.Autowired;

class RecountTest extends AnalyticsStack {

    @Autowired
    private Volumes volumes;

    @Autowired
    private Recount recount;

    private final Histories histories = new Histories(new Random(5));

    @Test
    void takesBackWhatWasCountedTwiceAfterFactsWereLost() {
        List<Step> steps = steps(300);
        volumes.count(steps);
        Map<String, Long> right = counts();
        for (Step lost : steps.subList(0, 40)) {
            mongo.getCollection("facts").deleteOne(Filters.eq("_id", lost.petitionId()));
        }
        volumes.count(steps.subList(0, 40));
        assertThat(counts()).isNotEqualTo(right);

        assertThat(recount.correct()).isPositive();

        assertThat(counts()).isEqualTo(right);
        assertThat(recount.correct()).isZero();
    }

    @Test
    void takesBackWhatHasNoFactsAndAddsWhatHasNoBucket() {
        List<Step> steps = steps(60);
        volumes.count(steps);
        Map<String, Long> right = counts();
        String missing = right.keySet().iterator().next();
        mongo.getCollection("volumes").deleteOne(Filters.eq("_id", missing));
        mongo.getCollection("volumes")
                .insertOne(new Document("_id", "unit:Z:2026-03-01:3")
                        .append("dimension", "unit")
                        .append("key", "Z")
                        .append("unit", "Z")
                        .append("day", "2026-03-01")
                        .append("lane", 3)
                        .append("count", 9L));

        assertThat(recount.correct()).isEqualTo(2);

        assertThat(counts()).isEqualTo(right);
    }

    @Test
    void losesNothingThatIsCountedMeanwhile() throws Exception {
        List<Step> early = steps(200);
        volumes.count(early);
        mongo.getCollection("volumes").updateMany(new Document(), new Document("$inc", new Document("count", 7L)));
        List<List<Step>> late = IntStream.range(0, 60).mapToObj(i -> steps(20)).toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> counting = threads.submit(() -> late.forEach(volumes::count));
            Future<?> correcting = threads.submit(() -> {
                while (!counting.isDone()) {
                    recount.correct();
                }
            });
            counting.get();
            correcting.get();
        }
        recount.correct();

        List<Step> all = new ArrayList<>(early);
        late.forEach(all::addAll);
        assertThat(counts()).isEqualTo(expected(all));
        assertThat(recount.correct()).isZero();
    }

    private List<Step> steps(int cases) {
        return IntStream.range(0, cases)
                .mapToObj(i -> {
                    String id = UUID.randomUUID().toString();
                    Head head = new Head(id, id, id, 1, 1, Instant.parse("2026-03-01T00:00:00Z"));
                    return new Step(
                            id, histories.registered(head, "A"), Position.START, new Position(1, 1, false), i % 3);
                })
                .toList();
    }

    private static Map<String, Long> expected(List<Step> steps) {
        Fold fold = new Fold(ZoneId.of("Asia/Shanghai"));
        Map<String, Long> counts = new HashMap<>();
        steps.forEach(step -> Fold.difference(null, fold.apply(null, step.event(), step.lane()))
                .forEach((bucket, delta) -> counts.merge(bucket.id(), delta, Long::sum)));
        return counts;
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        mongo.getCollection("volumes").find().forEach(bucket -> {
            if (bucket.getLong("count") != 0) {
                counts.put(bucket.getString("_id"), bucket.getLong("count"));
            }
        });
        return counts;
    }
}
