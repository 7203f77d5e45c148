package org.redress.platform.looping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Status;

class LoopTest {

    private static final Duration SOON = Duration.ofMillis(1);

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final Loop hangs = new Loop(
            "asks",
            SOON,
            () -> {
                end.await();
                return false;
            },
            nanos::get);
    private final Loop turning = Loop.every("fires", SOON, turns::incrementAndGet);

    @AfterEach
    void ends() {
        end.countDown();
        hangs.stop();
        turning.stop();
    }

    @Test
    void holdsUpNoOther() {
        hangs.start();
        turning.start();

        await().until(() -> turns.get() > 3);
    }

    static List<Supplier<Throwable>> failures() {
        return List.of(
                () -> new IllegalStateException("x"),
                () -> new NoClassDefFoundError("x"),
                () -> new AssertionError("x"),
                StackOverflowError::new);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void turnsAgainAfterAnyFailureThatLeavesTheMachineWhole(Supplier<Throwable> failure) {
        Loop failing = Loop.of("fails", SOON, () -> {
            if (turns.getAndIncrement() == 0) {
                sneaky(failure.get());
            }
            return false;
        });

        failing.start();

        await().until(() -> turns.get() > 1);
        failing.stop();
    }

    @Test
    void pausesOnlyWhereThereIsNothingMoreToDo() {
        Loop busy = Loop.of("busy", Duration.ofHours(1), () -> turns.incrementAndGet() < 5);

        busy.start();

        await().until(() -> turns.get() == 5);
        busy.stop();
        assertThat(busy.isRunning()).isFalse();
    }

    @Test
    void isStuckWhenItsTurnNeverEndsAndItsServiceIsNoLongerAlive() {
        Loops loops = new Loops(new SimpleMeterRegistry());
        loops.watch(turning);
        loops.watch(hangs);
        hangs.start();
        turning.start();
        assertThat(new LoopsHealth(loops).health().getStatus()).isEqualTo(Status.UP);

        nanos.addAndGet(Loop.PATIENCE.plusSeconds(1).toNanos());

        assertThat(new LoopsHealth(loops).health()).satisfies(health -> {
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails()).containsEntry("stuck", List.of("asks"));
        });
    }

    @Test
    void isNoLongerAliveWhenSomethingElseWorksNoMore() {
        Loops loops = new Loops(new SimpleMeterRegistry());
        loops.watch("consuming-petition.cases", () -> false);
        loops.watch("consuming-petition.deliveries", () -> true);

        assertThat(new LoopsHealth(loops).health().getDetails())
                .containsEntry("stuck", List.of("consuming-petition.cases"));
    }

    @Test
    void startsAgainAfterItWasStopped() {
        turning.start();
        turning.stop();
        int before = turns.get();

        turning.start();

        await().until(() -> turns.get() > before);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
