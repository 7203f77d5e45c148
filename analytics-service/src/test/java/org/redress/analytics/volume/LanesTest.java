package org.redress.analytics.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.redress.analytics.AnalyticsStack;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseEvent;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.StalePositionException;
import org.springframework.beans.factory.annotation.Autowired;

class LanesTest extends AnalyticsStack {

    private static final int ROUNDS = 30;
    private static final int BATCH = 60;

    @Autowired
    private Volumes volumes;

    @Autowired
    private MeterRegistry meters;

    private final Histories histories = new Histories(new Random(3));

    @Test
    void countsTheSameUnitsInTwoLanesWithoutConflict() throws Exception {
        assertThat(conflictsBetween(1, 2)).isZero();
        assertThat(total()).isEqualTo(2L * ROUNDS * BATCH);
    }

    @Test
    void conflictsWhereTwoWritersShareALaneAndCountsRightAllTheSame() throws Exception {
        assertThat(conflictsBetween(4, 4)).isPositive();
        assertThat(total()).isEqualTo(2L * ROUNDS * BATCH);
    }

    @Test
    void writesNothingWhenOneOfTheCasesMovedOn() {
        Step first = step(0);
        volumes.count(List.of(first));
        long before = total();

        assertThatThrownBy(() -> volumes.count(List.of(step(0), first))).isInstanceOf(StalePositionException.class);
        assertThat(total()).isEqualTo(before);
        assertThat(mongo.getCollection("facts").countDocuments()).isEqualTo(1);
    }

    private double conflictsBetween(int oneLane, int otherLane) throws Exception {
        double before = conflicts();
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (int lane : new int[] {oneLane, otherLane}) {
                running.add(threads.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        together.await();
                        volumes.count(batch(lane));
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        return conflicts() - before;
    }

    private List<Step> batch(int lane) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            steps.add(step(lane));
        }
        return steps;
    }

    private synchronized Step step(int lane) {
        String id = UUID.randomUUID().toString();
        Head head = new Head(UUID.randomUUID().toString(), id, id, 1, 1, Instant.parse("2026-03-01T00:00:00Z"));
        CaseEvent event = histories.registered(head, "A");
        return new Step(id, event, Position.START, new Position(1, 1, false), lane);
    }

    private double conflicts() {
        return meters.counter(VolumeMetric.CONFLICTS.metricName()).count();
    }

    private long total() {
        long total = 0;
        for (Document bucket : mongo.getCollection("volumes").find()) {
            String dimension = bucket.getString("dimension");
            total += dimension.equals("unit") || dimension.equals("restricted") ? bucket.getLong("count") : 0;
        }
        return total;
    }
}
