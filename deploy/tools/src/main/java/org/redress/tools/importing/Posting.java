package org.redress.tools.importing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Posts rows, several in flight, each until it has its answer; rows with the same id one after another. */
final class Posting implements RowHandler, AutoCloseable {

    private final Intake intake;
    private final Shift shift;
    private final Tally tally;
    private final Patience patience;
    private final Semaphore places;
    private final Map<String, CompletableFuture<Void>> inFlight = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Posting(Intake intake, Shift shift, Tally tally, Patience patience, int inFlight) {
        this.intake = intake;
        this.shift = shift;
        this.tally = tally;
        this.patience = patience;
        this.places = new Semaphore(inFlight);
    }

    @Override
    public void row(Row row) throws InterruptedException {
        if (row.externalId().isEmpty()) {
            reject(row.line(), Fields.EXTERNAL_ID, "is empty; without it a second run would hand the row in again");
            return;
        }
        awaitEarlier(row.externalId());
        places.acquire();
        throwFailure();
        CompletableFuture<Void> answered = new CompletableFuture<>();
        inFlight.put(row.externalId(), answered);
        threads.execute(() -> post(row, answered));
    }

    /** Which of two rows with one id counts is the file's order to say, not the network's. */
    private void awaitEarlier(String externalId) {
        CompletableFuture<Void> earlier = inFlight.get(externalId);
        if (earlier != null) {
            earlier.join();
        }
    }

    @Override
    public void unreadable(long line, String reason) {
        reject(line, "", reason);
    }

    private void reject(long line, String field, String reason) {
        tally.count(line, new Outcome.Rejected(List.of(new Outcome.Complaint(field, reason))));
    }

    private void post(Row row, CompletableFuture<Void> answered) {
        try {
            tally.count(row.line(), intake.post(shift.apply(row)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            patience.stop();
        } finally {
            inFlight.remove(row.externalId());
            answered.complete(null);
            places.release();
        }
    }

    private void throwFailure() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    /** Waits for the rows in flight. */
    void finish() {
        threads.close();
        throwFailure();
    }

    @Override
    public void close() {
        threads.close();
    }
}
