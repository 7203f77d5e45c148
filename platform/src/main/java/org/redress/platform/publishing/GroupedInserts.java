package org.redress.platform.publishing;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.bson.Document;
import org.redress.platform.looping.Loop;
import org.redress.platform.looping.Loops;

/**
 * Group commit: inserts that wait at the same moment go to the database in one journalled write, without added delay.
 * Up to 256 go together; each caller learns its own result.
 */
final class GroupedInserts implements AutoCloseable {

    static final int GROUP = 256;
    private static final int WAITING = 4 * GROUP;
    private static final long PATIENCE_SECONDS = 30;
    private static final long LOOK_MILLIS = 100;

    private final MongoCollection<Document> collection;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
    private final Loop writer;

    GroupedInserts(MongoCollection<Document> collection, Loops loops) {
        this.collection = collection;
        String name = "inserts-" + collection.getNamespace().getCollectionName();
        this.writer = loops.watch(Loop.of(name, Duration.ZERO, this::writeSome));
        writer.start();
    }

    /** Waits until the document is written, or throws the driver's exception. */
    void insert(InsertOneModel<Document> model) {
        Waiting waiting = new Waiting(model, new CompletableFuture<>());
        try {
            if (!queue.offer(waiting, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new MongoTimeoutException("too many inserts wait");
            }
            waiting.done().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof MongoException cause
                    ? cause
                    : new MongoException("insert failed", e.getCause());
        } catch (TimeoutException e) {
            throw new MongoTimeoutException("insert not confirmed in " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MongoInterruptedException("interrupted while waiting for an insert", e);
        }
    }

    private boolean writeSome() throws InterruptedException {
        Waiting first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            List<Waiting> group = new ArrayList<>(GROUP);
            group.add(first);
            queue.drainTo(group, GROUP - 1);
            write(group);
        }
        return true;
    }

    private void write(List<Waiting> group) {
        try {
            collection.bulkWrite(
                    group.stream().map(Waiting::model).collect(Collectors.toList()),
                    new BulkWriteOptions().ordered(false));
            group.forEach(waiting -> waiting.done().complete(true));
        } catch (MongoBulkWriteException e) {
            tell(group, e);
        } catch (RuntimeException e) {
            group.forEach(waiting -> waiting.done().completeExceptionally(e));
        } catch (Error e) {
            group.forEach(waiting -> waiting.done().completeExceptionally(e));
            throw e;
        }
    }

    private static void tell(List<Waiting> group, MongoBulkWriteException e) {
        for (BulkWriteError error : e.getWriteErrors()) {
            group.get(error.getIndex())
                    .done()
                    .completeExceptionally(new MongoWriteException(
                            new WriteError(error.getCode(), error.getMessage(), error.getDetails()),
                            e.getServerAddress(),
                            List.of()));
        }
        if (e.getWriteConcernError() == null) {
            group.forEach(waiting -> waiting.done().complete(true));
        } else {
            group.forEach(waiting -> waiting.done().completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        writer.stop();
    }

    private record Waiting(InsertOneModel<Document> model, CompletableFuture<Boolean> done) {}
}
