package org.redress.analytics.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.analytics.AnalyticsStack;
import org.redress.analytics.turnaround.Ways;
import org.redress.contracts.cases.CaseEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** The topic keeps what earlier tests sent: each test has units of its own. */
class RebuildsTest extends AnalyticsStack {

    @Autowired
    private Rebuilds rebuilds;

    @Autowired
    @Qualifier("turnaroundProjection")
    private Projection<?> turnaround;

    private final long seed = new Random().nextLong();
    private final String mark = Long.toHexString(seed);
    private final List<List<CaseEvent>> cases = new Ways(new Random(seed), mark).of(400);

    /** Killed in the middle of a batch: the last one is half done and its offset is nobody's. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void sendSome() {
        send(cases.subList(0, 200));
        awaitLive(cases.subList(0, 200));
    }

    @Test
    void endsEqualToTheLiveOneWhileEventsKeepComing() throws Exception {
        int before = turnaround.generations().current();
        AtomicBoolean begun = new AtomicBoolean();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> sending = threads.submit(() -> {
                await().until(begun::get);
                cases.subList(200, 400).forEach(each -> send(List.of(each)));
            });
            rebuilds.rebuild(turnaround, () -> begun.set(true));
            sending.get();
        }
        assertThat(turnaround.generations().current()).isGreaterThan(before);

        awaitLive(cases);

        // What is read now was partly rebuilt and partly counted live; once more, alone, it comes to the same.
        Map<String, Long> live = cells();
        rebuilds.rebuild(turnaround, () -> {});
        assertThat(cells()).isEqualTo(live);
        assertThat(turnaround("")).as("nothing of earlier generations is left").hasSize(2);
    }

    @Test
    void fillsWhatNeverReachedTheProjection() {
        Generations generations = turnaround.generations();
        Map<String, Long> live = cells();
        generations.facts(generations.current()).deleteMany(new Document());
        generations.cells(generations.current()).deleteMany(new Document());
        assertThat(cells()).isEmpty();

        assertThat(rebuilds.rebuild("turnaround")).isPresent();

        assertThat(cells()).containsAllEntriesOf(live);
    }

    @Test
    void changesNothingWhereItIsBrokenOffAndBeginsAnew() {
        Map<String, Long> live = cells();
        int before = turnaround.generations().current();
        AtomicInteger batches = new AtomicInteger();

        assertThatThrownBy(() -> rebuilds.rebuild(turnaround, () -> {
                    if (batches.incrementAndGet() > 1) {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);

        assertThat(turnaround.generations().current()).isEqualTo(before);
        assertThat(cells()).isEqualTo(live);
        send(cases.subList(200, 400));
        awaitLive(cases);

        rebuilds.rebuild(turnaround, () -> {});

        assertThat(turnaround.generations().current()).isEqualTo(before + 2);
        awaitLive(cases);
        assertThat(turnaround("")).hasSize(2);
    }

    @Test
    void givesWayToOneThatBeganLater() {
        AtomicBoolean first = new AtomicBoolean(true);

        assertThatThrownBy(() -> rebuilds.rebuild(turnaround, () -> {
                    if (first.getAndSet(false)) {
                        rebuilds.rebuild(turnaround, () -> {});
                    }
                }))
                .isInstanceOf(SupersededException.class);

        awaitLive(cases.subList(0, 200));
        assertThat(rebuilds.rebuild("volumes")).isEmpty();
    }

    private void send(List<List<CaseEvent>> some) {
        List<Future<?>> sent = new ArrayList<>();
        some.forEach(events -> events.forEach(event -> sent.add(sending(event))));
        sent.forEach(each -> assertThat(each).succeedsWithin(Duration.ofSeconds(20)));
    }

    private void awaitLive(List<List<CaseEvent>> some) {
        Map<String, Long> expected = Ways.expected(some);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ours()).as("seed %d", seed).isEqualTo(expected));
    }

    /** Counts of this test's units, without their lane. */
    private Map<String, Long> ours() {
        Map<String, Long> counts = new TreeMap<>();
        cells().forEach((id, count) -> {
            if (id.startsWith(mark)) {
                counts.merge(Ways.named(id), count, Long::sum);
            }
        });
        return counts;
    }

    private Map<String, Long> cells() {
        MongoCollection<Document> cells =
                turnaround.generations().cells(turnaround.generations().current());
        Map<String, Long> counts = new TreeMap<>();
        cells.find(new Document("count", new Document("$ne", 0)))
                .forEach(cell -> counts.put(
                        cell.getString("_id"), cell.get("count", Number.class).longValue()));
        return counts;
    }
}
