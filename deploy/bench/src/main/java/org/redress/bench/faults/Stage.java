package org.redress.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.redress.bench.faults.outages.FullDisk;
import org.redress.journey.stack.RunningStack;
import org.redress.starters.Folders;

/** The platform as it ships, in a folder of its own, made ready for debuggers and outages. */
final class Stage implements AutoCloseable {

    // Offsets of a group that has been away for a minute are forgotten.
    private static final String FORGETFUL = "offsets.retention.minutes=1 offsets.retention.check.interval.ms=5000";

    /** Connections to the mail server at once: after a kill, mails of one notification of each may come again. */
    static final int MAIL_CONNECTIONS = 4;

    // What a killed instance had claimed comes back after this, not after minutes.
    private static final String SHORT_LEASE =
            " -Dredress.notification.mail.sending.lease=20s -Dredress.notification.mail.sending.batch-time=10s"
                    + " -Dredress.notification.mail.connections=" + MAIL_CONNECTIONS;

    // What a restore took back is found missing after this, not after ten minutes.
    private static final String SOON_CONFIRMED = " -Dredress.confirmations.patience=1m";

    // By this file the launcher knows a run folder that already holds something.
    private static final String MARK = ".redress-run";

    private final Path folder;
    private final boolean keep;
    private final Map<String, FullDisk> disks;
    private final DebugPorts debug;
    private final RunningStack stack;
    private boolean closed;

    private Stage(Path folder, boolean keep, Map<String, FullDisk> disks, DebugPorts debug, RunningStack stack) {
        this.folder = folder;
        this.keep = keep;
        this.disks = disks;
        this.debug = debug;
        this.stack = stack;
    }

    static Stage set(boolean outages, boolean keep) throws IOException {
        Path folder = Files.createTempDirectory("redress-faults");
        Path run = folder.resolve("run");
        Map<String, FullDisk> disks = new LinkedHashMap<>();
        DebugPorts debug = DebugPorts.free();
        Map<String, String> environment = new LinkedHashMap<>(debug.environment());
        environment.replaceAll((name, options) -> options + SOON_CONFIRMED);
        environment.merge("REDRESS_JAVA_OPTS_NOTIFICATION", SHORT_LEASE, String::concat);
        if (outages) {
            environment.put("REDRESS_BROKER_SETTINGS", FORGETFUL);
            FullDisk.under(run.resolve("broker")).ifPresent(disk -> disks.put("broker", disk));
            FullDisk.under(run.resolve("database")).ifPresent(disk -> disks.put("mongod", disk));
            Files.createFile(run.resolve(MARK));
        }
        try {
            return new Stage(folder, keep, disks, debug, new RunningStack(run, environment));
        } catch (IOException | RuntimeException e) {
            remove(folder, disks);
            throw e;
        }
    }

    private static void remove(Path folder, Map<String, FullDisk> disks) throws IOException {
        for (FullDisk disk : disks.values()) {
            disk.close();
        }
        Folders.delete(folder);
    }

    RunningStack stack() {
        return stack;
    }

    Map<String, Integer> debugPorts() {
        return debug.byService();
    }

    /** The small disk a part has its data on; empty where none could be made. */
    Optional<FullDisk> disk(String part) {
        return Optional.ofNullable(disks.get(part));
    }

    Path folder() {
        return folder;
    }

    /** Ends everything, once. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        stack.close();
        if (!keep) {
            remove(folder, disks);
        }
    }
}
