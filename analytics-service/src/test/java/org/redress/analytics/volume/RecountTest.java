package org.redress.analytics.volume;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.redress.analytics.AnalyticsStack;
import org.redress.analytics.volume.Histories.History;
import org.redress.contracts.cases.CaseEvent;
import org.redress.platform.consuming.Position;
import org.springframework.beans.factory.annotation.Autowired;

class RecountTest extends AnalyticsStack {

    private static final int BATCH = 20;

    @Autowired
    private Volumes volumes;

    @Autowired
    private Recount recount;

    private final Random random = new Random(5);

    @Test
    void leavesAloneWhatAgrees() {
        List<History> cases = new Histories(random).of(100);
        count(cases);

        assertThat(recount.run()).isZero();
        assertThat(counts()).isEqualTo(Histories.expected(cases));
    }

    @Test
    void setsRightWhatIsTooHighTooLowMissingOrOfNoCase() {
        List<History> cases = new Histories(random).of(100);
        count(cases);
        List<Document> some = volumes()
                .find(new Document("count", new Document("$gt", 0L)))
                .limit(3)
                .into(new ArrayList<>());
        bump(some.get(0), 3L);
        bump(some.get(1), -5L);
        volumes().deleteOne(some.get(2));
        volumes()
                .insertOne(new Document("_id", "unit:GONE:2026-03-01:0")
                        .append("dimension", "unit")
                        .append("day", "2026-03-01")
                        .append("lane", 0)
                        .append("count", 7L));

        assertThat(recount.run()).isEqualTo(4);
        assertThat(counts()).isEqualTo(Histories.expected(cases));
        assertThat(recount.run()).isZero();
    }

    @Test
    void countsOnceWhatWasCountedAgainAfterItsFactsWereLost() {
        List<History> cases = new Histories(random).of(30);
        count(cases);
        mongo.getCollection(Volumes.FACTS).deleteMany(new Document());
        count(cases);
        assertThat(counts()).isNotEqualTo(Histories.expected(cases));

        recount.run();

        assertThat(counts()).isEqualTo(Histories.expected(cases));
    }

    @Test
    void makesMoreBucketsThanOneTransactionTakes() {
        List<History> cases = new Histories(random).of(30);
        count(cases);
        List<Document> strangers = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            strangers.add(new Document("_id", "unit:U" + i + ":2026-03-01:0")
                    .append("dimension", "unit")
                    .append("day", "2026-03-01")
                    .append("lane", 0)
                    .append("count", 1L));
        }
        volumes().insertMany(strangers);

        assertThat(recount.run()).isEqualTo(450);
        assertThat(counts()).isEqualTo(Histories.expected(cases));
    }

    /** Every bucket the consumers work on is damaged again and again, so that recounts and increments meet in it. */
    @Test
    void losesNoIncrementWhileConsumersKeepRunning() throws Exception {
        List<History> cases = new Histories(random).of(1_200);
        List<History> even = cases.stream().filter(one -> one.lane() % 2 == 0).toList();
        List<History> odd = cases.stream().filter(one -> one.lane() % 2 == 1).toList();
        CountDownLatch recounted = new CountDownLatch(1);
        int corrected = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> consumers = List.of(
                    threads.submit(() -> countAround(recounted, even)),
                    threads.submit(() -> countAround(recounted, odd)));
            while (!consumers.stream().allMatch(Future::isDone)) {
                volumes()
                        .updateMany(new Document("dimension", "unit"), new Document("$inc", new Document("count", 1L)));
                corrected += recount.run();
                if (corrected > 0) {
                    recounted.countDown();
                }
            }
            for (Future<?> consumer : consumers) {
                consumer.get();
            }
        }
        recount.run();

        assertThat(corrected).isPositive();
        assertThat(counts()).isEqualTo(Histories.expected(cases));
        assertThat(recount.run()).isZero();
    }

    /** Counts one half before and one half after a first recount, however fast the machine is. */
    private Void countAround(CountDownLatch recounted, List<History> cases) throws InterruptedException {
        count(cases.subList(0, cases.size() / 2));
        recounted.await();
        count(cases.subList(cases.size() / 2, cases.size()));
        return null;
    }

    /** Counts the events in their order, some cases at a time. */
    private void count(List<History> cases) {
        for (int from = 0; from < cases.size(); from += BATCH) {
            List<Step> steps = new ArrayList<>();
            for (History history : cases.subList(from, Math.min(cases.size(), from + BATCH))) {
                Position before = Position.START;
                for (CaseEvent event : history.events()) {
                    Position after =
                            new Position(event.head().epoch(), event.head().sequence(), false);
                    steps.add(new Step(history.petitionId(), event, before, after, history.lane()));
                    before = after;
                }
            }
            volumes.count(steps);
        }
    }

    private void bump(Document bucket, long by) {
        volumes().updateOne(new Document("_id", bucket.get("_id")), new Document("$inc", new Document("count", by)));
    }

    private MongoCollection<Document> volumes() {
        return mongo.getCollection(Volumes.VOLUMES);
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        volumes().find().forEach(bucket -> {
            if (bucket.getLong("count") != 0) {
                counts.put(bucket.getString("_id"), bucket.getLong("count"));
            }
        });
        return counts;
    }
}
