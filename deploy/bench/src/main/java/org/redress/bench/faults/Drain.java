package org.redress.bench.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.RunningStack.Output;

/** Waits, once the traffic has ended, until everything came where it belongs and all mails went out. */
final class Drain {

    private static final Duration WITHIN = Duration.ofMinutes(6);
    private static final long LOOK_EVERY_MILLIS = 2_000;

    private final RunningStack stack;
    private final Progress progress;

    Drain(RunningStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Returns when {@code deploy/redress verify} agrees with nothing in flight; otherwise what it said last. */
    Optional<String> await() throws IOException, InterruptedException {
        long end = System.nanoTime() + WITHIN.toNanos();
        Output verified = stack.command("deploy/redress", "verify");
        while (!isQuiet(verified)) {
            if (System.nanoTime() > end) {
                return Optional.of("verify exits " + verified.exit() + " after " + WITHIN.toMinutes() + " minutes: "
                        + verified.lastLine() + verified.err());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            verified = stack.command("deploy/redress", "verify");
        }
        progress.tell("drained; verify says " + verified.lastLine());
        return Optional.empty();
    }

    private boolean isQuiet(Output verified) throws IOException {
        return verified.exit() == 0 && verified.json().path("inFlight").asLong() == 0 && openMessages() == 0;
    }

    private long openMessages() throws IOException {
        try (MongoClient client = MongoClients.create(stack.state().variable("MONGODB_URI"))) {
            return client.getDatabase("redress_notification")
                    .getCollection("notifications")
                    .countDocuments(Filters.in("entries.state", "PLANNED", "WAITING"));
        }
    }
}
