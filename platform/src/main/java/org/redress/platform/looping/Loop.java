package org.redress.platform.looping;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that goes round on a thread of its own, so that it waits for no other: turn after turn, with a pause where there is
 * nothing more to do. A failure ends a turn, never the loop.
 */
public final class Loop implements SmartLifecycle {

    /** A loop that has not turned for so long, beside its pause, is stuck. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration END_WITHIN = Duration.ofSeconds(20);
    private static final ThreadLocal<@Nullable Loop> MINE = new ThreadLocal<>();

    private final String name;
    private final Duration pause;
    private final Turn turn;
    private final LongSupplier nanos;
    private volatile CountDownLatch end = new CountDownLatch(0);
    private volatile @Nullable Thread worker;
    private volatile long turned;
    private @Nullable Class<?> lastFailure;

    /** What a loop does at each turn. */
    @FunctionalInterface
    public interface Turn {

        /** Does some of the work, and tells whether there is more to do at once. */
        boolean more() throws InterruptedException;
    }

    Loop(String name, Duration pause, Turn turn, LongSupplier nanos) {
        this.name = name;
        this.pause = pause;
        this.turn = turn;
        this.nanos = nanos;
    }

    /** One whose turns follow each other at once while there is more to do, and after a pause otherwise. */
    public static Loop of(String name, Duration pause, Turn turn) {
        return new Loop(name, pause, turn, System::nanoTime);
    }

    /** One with a pause after each turn. */
    public static Loop every(String name, Duration pause, Runnable work) {
        return of(name, pause, () -> {
            work.run();
            return false;
        });
    }

    /** Tells, from within a turn that takes long, that it comes forward; anywhere else it means nothing. */
    public static void comesForward() {
        Loop mine = MINE.get();
        if (mine != null) {
            mine.turned = mine.nanos.getAsLong();
        }
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** How long ago it last turned; zero while it is not to turn. */
    Duration sinceTurned() {
        return isRunning() ? Duration.ofNanos(nanos.getAsLong() - turned) : Duration.ZERO;
    }

    /** True when it should have turned again long ago. */
    boolean isStuck() {
        return sinceTurned().compareTo(pause.plus(PATIENCE)) > 0;
    }

    private void run(CountDownLatch mine) {
        MINE.set(this);
        Duration wait = Duration.ZERO;
        while (!hasEnded(mine, wait)) {
            turned = nanos.getAsLong();
            wait = turnOnce();
        }
    }

    /** An interruption means nothing but that the end may have come. */
    private static boolean hasEnded(CountDownLatch mine, Duration wait) {
        try {
            return mine.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return mine.getCount() == 0;
        }
    }

    /** One turn, and how long to wait for the next. */
    private Duration turnOnce() {
        try {
            boolean more = turn.more();
            lastFailure = null;
            return more ? Duration.ZERO : pause;
        } catch (InterruptedException e) {
            return Duration.ZERO;
        } catch (StackOverflowError deep) {
            return afterFailure(deep);
        } catch (VirtualMachineError broken) {
            // Nothing this process does can be relied on any more; its liveness says so.
            log.error("The loop {} ends with its machine", name, broken);
            throw broken;
        } catch (Throwable failure) {
            return afterFailure(failure);
        }
    }

    private Duration afterFailure(Throwable failure) {
        if (failure.getClass().equals(lastFailure)) {
            log.warn("A turn of the loop {} failed again: {}", name, failure.toString());
        } else {
            log.warn("A turn of the loop {} failed", name, failure);
        }
        lastFailure = failure.getClass();
        return pause.compareTo(AFTER_FAILURE) > 0 ? pause : AFTER_FAILURE;
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            CountDownLatch mine = new CountDownLatch(1);
            turned = nanos.getAsLong();
            end = mine;
            worker = Thread.ofPlatform().daemon().name(name).start(() -> run(mine));
        }
    }

    /** Lets the turn under way come to its end, but not for ever. */
    @Override
    public synchronized void stop() {
        end.countDown();
        Thread thread = worker;
        try {
            if (thread != null && !thread.join(END_WITHIN)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return end.getCount() > 0;
    }
}
