package org.redress.bench.faults.outages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.redress.bench.faults.killing.Fleet;
import org.redress.bench.faults.traffic.Acknowledged;
import org.redress.bench.faults.traffic.Traffic;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.RunningStack.Output;

/** The outages of a run, one after the other, while the traffic goes on. */
public final class Outages {

    private static final Duration NOTICED_WITHIN = Duration.ofMinutes(3);
    private static final String FORGETFUL = "analytics";
    private static final String RESTORED = "routing";
    private static final Duration SINCE_BACKUP = Duration.ofSeconds(20);

    private final RunningStack stack;
    private final Traffic traffic;
    private final Consumer<String> progress;
    private final List<String> failures;
    private final Map<String, String> results = new LinkedHashMap<>();

    /** With the list that takes what does not go as it must. */
    public Outages(RunningStack stack, Traffic traffic, Consumer<String> progress, List<String> failures) {
        this.stack = stack;
        this.traffic = traffic;
        this.progress = progress;
        this.failures = failures;
    }

    /** Intake goes on taking petitions without the broker. */
    public void brokerAway(Duration away) throws IOException, InterruptedException {
        run("stop", "broker");
        int before = traffic.ledger().petitionCount();
        TimeUnit.MILLISECONDS.sleep(away.toMillis());
        int taken = traffic.ledger().petitionCount() - before;
        run("start", "broker");
        if (taken == 0) {
            failures.add("intake took nothing while the broker was away");
        }
        tell("broker_away", away.toSeconds() + " s, " + taken + " petitions acknowledged meanwhile");
    }

    /** Intake says 503 and when to come back; that nothing was parked meanwhile the judges tell. */
    public void databaseAway(Duration away) throws IOException, InterruptedException {
        run("stop", "mongod");
        long before = traffic.turnaways().unavailable();
        long beforeWithout = traffic.turnaways().unavailableWithoutMoment();
        TimeUnit.MILLISECONDS.sleep(away.toMillis());
        long unavailable = traffic.turnaways().unavailable() - before;
        long without = traffic.turnaways().unavailableWithoutMoment() - beforeWithout;
        run("start", "mongod");
        if (unavailable == 0) {
            failures.add("nobody was told 503 while the database was away");
        }
        if (without > 0) {
            failures.add(without + " answers 503 did not say when to come back");
        }
        tell("database_away", away.toSeconds() + " s, " + unavailable + " answers 503");
    }

    /** A service comes back when the broker has forgotten how far it was: then all it ever read comes again. */
    public void offsetsForgotten() throws IOException, InterruptedException {
        run("stop", FORGETFUL);
        long began = System.nanoTime();
        boolean forgotten;
        try (Offsets offsets = new Offsets(stack.state().variable("KAFKA_BOOTSTRAP_SERVERS"))) {
            forgotten = within(NOTICED_WITHIN, () -> offsets.of(FORGETFUL) == 0);
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        run("start", FORGETFUL);
        if (!forgotten) {
            failures.add("the broker still knows the offsets of " + FORGETFUL + " after " + seconds + " s");
        }
        tell("offsets_forgotten", FORGETFUL + " away for " + seconds + " s, then from the earliest record");
    }

    /**
     * The database of routing is put back to a backup that was taken while everybody wrote. What officers did in between
     * is gone with it; routing has to find out, tell again what had gone further, and lose nothing from then on.
     */
    public void databaseRestored() throws IOException, InterruptedException {
        int taken;
        Set<Acknowledged.Command> before = traffic.ledger().commands();
        try (Backup backup = Backup.take(stack.state().variable("MONGODB_URI"), "redress_" + RESTORED)) {
            TimeUnit.MILLISECONDS.sleep(SINCE_BACKUP.toMillis());
            run("stop", RESTORED);
            taken = traffic.ledger().takeBackCommandsBut(before);
            backup.restore();
            run("start", RESTORED);
        }
        if (!within(NOTICED_WITHIN, () -> metric("redress_publishing_restored") > 0)) {
            failures.add(RESTORED + " did not notice that its database was restored");
        }
        Output restored = stack.command("deploy/redress", "restored", RESTORED);
        if (restored.exit() != 0) {
            failures.add("restored " + RESTORED + ": " + restored);
        }
        // What routing had consumed since the backup is missing there, however young it is.
        stack.command("deploy/redress", "verify", "--heal", "--in-flight", "1");
        tell(
                "database_restored",
                RESTORED + " set back by " + SINCE_BACKUP.toSeconds() + " s and " + taken + " commands; "
                        + restored.json().path("retold").asInt() + " cases told again, "
                        + restored.json().path("gone").size() + " made anew");
    }

    /**
     * All services are replaced by those of an earlier build and put back, one after the other, while the traffic goes on.
     *
     * @param previous a checkout of the repository that is built
     */
    public void rolledBack(Path previous) throws IOException, InterruptedException {
        int before = traffic.ledger().petitionCount();
        int alone;
        try (Rollback rollback = new Rollback(stack, previous, progress)) {
            rollback.takeBack(part -> run("stop", part));
            int whole = traffic.ledger().petitionCount();
            TimeUnit.MILLISECONDS.sleep(SINCE_BACKUP.toMillis());
            alone = traffic.ledger().petitionCount() - whole;
            rollback.putForth(part -> run("start", part));
        }
        if (alone == 0) {
            failures.add("the earlier build took no petition");
        }
        tell(
                "rolled_back",
                "to " + previous.getFileName() + " and forth again, "
                        + (traffic.ledger().petitionCount() - before) + " petitions acknowledged meanwhile, " + alone
                        + " of them with nothing of today's build there");
    }

    /** A metric of the restored service, 0 where it does not answer. */
    private double metric(String name) {
        try {
            return stack.get(RESTORED, "/actuator/prometheus", "")
                    .text()
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .max()
                    .orElse(0);
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** A part whose disk is full ends or answers no more, and comes back when there is room. */
    public void diskFull(String part, FullDisk disk) throws IOException, InterruptedException {
        Fleet fleet = new Fleet(stack);
        ProcessHandle before = stack.state().process(part).orElseThrow();
        disk.fill();
        boolean noticed = within(NOTICED_WITHIN, () -> !before.isAlive() || !fleet.answers(part));
        TimeUnit.SECONDS.sleep(10);
        disk.free();
        if (noticed) {
            fleet.awaitBack(part, before.isAlive() ? -1 : before.pid());
        } else {
            failures.add("the full disk of " + part + " stopped nothing");
        }
        tell("disk_full_" + part, noticed ? "stopped, and back when there was room" : "not noticed");
    }

    /** Notes an outage that cannot be made on this machine. */
    public void impossible(String outage) {
        tell(outage, "not possible here");
    }

    /** What became of each, by its name. */
    public Map<String, String> results() {
        return Map.copyOf(results);
    }

    private void tell(String outage, String what) {
        results.put(outage, what);
        progress.accept(outage + ": " + what);
    }

    private void run(String command, String part) throws IOException {
        progress.accept(command + " " + part);
        Output done = stack.command("deploy/local/" + command, part);
        if (done.exit() != 0) {
            throw new IllegalStateException(command + " " + part + ": " + done);
        }
    }

    private static boolean within(Duration patience, BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return true;
    }
}
