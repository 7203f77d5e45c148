package org.redress.local.supervise;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.redress.local.run.Part;
import org.redress.local.run.PartState;
import org.redress.local.run.RunFolder;

/**
 * Starts the parts, starts again what died, keeps away what is wanted away and ends everything in order.
 *
 * <p>Wishes are files in the run folder, so that any process of the same person can state one.
 */
public final class Supervisor implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Part> LAST_TO_END = List.of(Part.SIGN_IN, Part.MAIL, Part.BROKER, Part.MONGOD);

    private final RunFolder run;
    private final List<Supervised> parts;
    private final Consumer<List<PartState>> changed;
    private final Consumer<String> journal;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean closing;

    /**
     * Watches over parts that do not run yet.
     *
     * @param changed is told the state of all parts whenever one got another process
     * @param journal is told in one line what happened
     */
    public Supervisor(
            RunFolder run, List<Supervised> parts, Consumer<List<PartState>> changed, Consumer<String> journal) {
        this.run = run;
        this.parts = List.copyOf(parts);
        this.changed = changed;
        this.journal = journal;
    }

    /**
     * Starts everything, first what the services need, then the services, and returns when all are healthy.
     *
     * @throws org.redress.starters.StartFailure when one of them does not come up
     */
    public void start() {
        startAll(parts.stream().filter(part -> !part.part().isService()));
        startAll(parts.stream().filter(part -> part.part().isService()));
    }

    /** Looks after the parts from now on. */
    public void watch() {
        var unused = watch.scheduleWithFixedDelay(
                () -> parts.forEach(this::lookSafely), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the services, then what they need; the database last. */
    @Override
    public void close() {
        closing = true;
        watch.shutdownNow();
        CompletableFuture.allOf(parts.stream()
                        .filter(part -> part.part().isService())
                        .map(part -> CompletableFuture.runAsync(() -> part.stop(PATIENCE), workers))
                        .toArray(CompletableFuture[]::new))
                .join();
        LAST_TO_END.forEach(
                last -> parts.stream().filter(part -> part.part() == last).forEach(part -> part.stop(PATIENCE)));
        changed();
    }

    /** Ends with the first failure: what waits for a part that died would be waited for in vain. */
    private void startAll(Stream<Supervised> stage) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        CompletableFuture<?>[] starts = stage.map(part -> CompletableFuture.runAsync(() -> startFirst(part), workers)
                        .exceptionally(failure -> {
                            failed.completeExceptionally(failure);
                            return null;
                        }))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(failed, CompletableFuture.allOf(starts)).join();
            failed.getNow(null);
        } catch (CompletionException e) {
            throw parts.stream()
                    .flatMap(part -> part.death().stream())
                    .findFirst()
                    .orElseGet(() -> e.getCause() instanceof RuntimeException cause ? cause : e);
        }
    }

    private void startFirst(Supervised part) {
        long began = System.nanoTime();
        part.startAndAwait(this::changed);
        double seconds = (System.nanoTime() - began) / 1e9;
        journal.accept(
                "%-13s ready in %5.1f s   127.0.0.1:%d".formatted(part.part().label(), seconds, part.port()));
        endIfClosing(part);
    }

    /** One failed look must not be the last one. */
    private void lookSafely(Supervised part) {
        try {
            look(part);
        } catch (RuntimeException e) {
            journal.accept(
                    "%s could not be looked after: %s".formatted(part.part().label(), e.getMessage()));
        }
    }

    private void look(Supervised part) {
        boolean away = run.isAway(part.part());
        if (away && part.isAlive()) {
            part.claimed(() -> keepAway(part)).ifPresent(workers::execute);
        } else if (!away && !part.isAlive() && part.mayRestart() && !closing) {
            part.claimed(() -> startAgain(part)).ifPresent(workers::execute);
        }
    }

    private void keepAway(Supervised part) {
        part.stop(PATIENCE);
        changed();
        journal.accept(part.part().label() + " is kept away");
    }

    private void startAgain(Supervised part) {
        try {
            journal.accept(part.part().label() + " does not run: starting it");
            part.start(this::changed);
        } catch (RuntimeException e) {
            journal.accept("%s could not be started, trying again: %s"
                    .formatted(part.part().label(), e.getMessage()));
        }
        endIfClosing(part);
    }

    private void endIfClosing(Supervised part) {
        if (closing) {
            part.stop(PATIENCE);
        }
    }

    private synchronized void changed() {
        changed.accept(parts.stream().map(Supervised::state).toList());
    }
}
