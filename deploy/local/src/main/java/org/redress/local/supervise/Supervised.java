package org.redress.local.supervise;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.local.run.Part;
import org.redress.local.run.PartState;
import org.redress.starters.ProcessRecord;
import org.redress.starters.StartFailure;

/** One part with the way to start it. */
public final class Supervised {

    private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(4);
    private static final Duration PROBE_EVERY = Duration.ofMillis(250);
    private static final Duration RESTART_EVERY = Duration.ofSeconds(2);

    private final Part part;
    private final int port;
    private final Supplier<Running> starter;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Running running;
    private volatile long lastStart;

    /** A part that is not running yet. */
    Supervised(Part part, int port, Supplier<Running> starter) {
        this.part = part;
        this.port = port;
        this.starter = starter;
    }

    Part part() {
        return part;
    }

    int port() {
        return port;
    }

    /** Starts it, tells that it has a process now, and returns when it has settled. */
    void start(Runnable started) {
        lastStart = System.nanoTime();
        Running fresh = starter.get();
        running = fresh;
        started.run();
        fresh.await();
    }

    /** Starts it and returns when it is healthy. */
    void startAndAwait(Runnable started) {
        start(started);
        long end = System.nanoTime() + HEALTHY_WITHIN.toNanos();
        while (!Health.of(part, port)) {
            Running current = now().orElseThrow();
            if (current.endsWithin(PROBE_EVERY)) {
                throw ended(current);
            }
            if (System.nanoTime() > end) {
                throw new StartFailure("%s was not healthy within %d minutes. %s"
                        .formatted(part.label(), HEALTHY_WITHIN.toMinutes(), current.lastWords()));
            }
        }
    }

    /** Why it runs no longer, in its own words; empty while it runs, and before it was started. */
    Optional<RuntimeException> death() {
        return now().filter(current -> !current.isAlive()).map(this::ended);
    }

    private RuntimeException ended(Running current) {
        return new StartFailure("%s ended while it started. %s".formatted(part.label(), current.lastWords()));
    }

    boolean isAlive() {
        return now().map(Running::isAlive).orElse(false);
    }

    void stop(Duration patience) {
        now().ifPresent(current -> current.stop(patience));
    }

    Optional<Running> now() {
        return Optional.ofNullable(running);
    }

    /** Runs the work unless other work on this part is under way. */
    Optional<Runnable> claimed(Runnable work) {
        if (!busy.compareAndSet(false, true)) {
            return Optional.empty();
        }
        return Optional.of(() -> {
            try {
                work.run();
            } finally {
                busy.set(false);
            }
        });
    }

    boolean mayRestart() {
        return System.nanoTime() - lastStart > RESTART_EVERY.toNanos();
    }

    PartState state() {
        ProcessRecord process = now().filter(Running::isAlive)
                .flatMap(current -> ProcessRecord.of(current.pid()))
                .orElse(null);
        return new PartState(part.label(), port, process);
    }
}
