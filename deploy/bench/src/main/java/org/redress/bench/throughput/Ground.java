package org.redress.bench.throughput;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.Watch;

/**
 * What every measurement stands on.
 *
 * @param stack the platform as it ships
 * @param stores its databases
 * @param backlog what its services have still to read
 * @param load hands petitions in
 * @param intakePort where
 * @param brokerAddress its broker
 * @param extent how long and how much
 * @param progress hears what is going on
 */
record Ground(
        RunningStack stack,
        Stores stores,
        Backlog backlog,
        Load load,
        int intakePort,
        String brokerAddress,
        Extent extent,
        PrintStream progress)
        implements AutoCloseable {

    /** The longest that is waited for services to catch up. */
    private static final Duration CATCH_UP = Duration.ofMinutes(4);

    static Ground of(RunningStack stack, Extent extent, PrintStream progress) throws IOException {
        var variables = stack.variables();
        String broker = Objects.requireNonNull(variables.get("KAFKA_BOOTSTRAP_SERVERS"));
        return new Ground(
                stack,
                new Stores(Objects.requireNonNull(variables.get("MONGODB_URI"))),
                new Backlog(broker),
                new Load(new Letters("bench-"), Objects.requireNonNull(variables.get("REDRESS_TOKEN"))),
                URI.create(Objects.requireNonNull(variables.get("REDRESS_INTAKE_URL")))
                        .getPort(),
                broker,
                extent,
                progress);
    }

    void say(String line) {
        progress.println(line);
    }

    /** Keeps parts away. */
    void stop(String... parts) throws IOException {
        for (String part : parts) {
            require(stack.command("deploy/local/stop", part));
        }
    }

    /** Has parts back, healthy. */
    void start(String... parts) throws IOException {
        for (String part : parts) {
            require(stack.command("deploy/local/start", part));
        }
    }

    /** Waits until every service has applied everything there is. */
    void awaitCaughtUp() {
        if (!Watch.await(this::caughtUp, CATCH_UP)) {
            throw new IllegalStateException("the services did not catch up within " + CATCH_UP.toMinutes() + " min");
        }
    }

    private boolean caughtUp() {
        long petitions = stores.count(Stores.Kept.PETITIONS);
        return stores.count(Stores.Kept.SUBMISSIONS_PUBLISHED) >= petitions
                && stores.count(Stores.Kept.CASES) >= petitions
                && stores.count(Stores.Kept.CASE_EVENTS_PUBLISHED) >= petitions
                && stores.count(Stores.Kept.FACTS) >= petitions
                && backlog.ofAll() == 0;
    }

    private static void require(RunningStack.Output output) {
        if (output.exit() != 0) {
            throw new IllegalStateException(output.toString());
        }
    }

    @Override
    public void close() {
        backlog.close();
        stores.close();
    }
}
