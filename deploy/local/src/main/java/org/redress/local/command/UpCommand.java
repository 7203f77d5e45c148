package org.redress.local.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.redress.local.keys.KeyFiles;
import org.redress.local.run.Part;
import org.redress.local.run.PortPlan;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunLock;
import org.redress.local.supervise.Installation;
import org.redress.starters.MongodProgram;
import org.redress.starters.StartFailure;

/** Starts the platform and runs until it is told to end. */
final class UpCommand implements Command {

    /** The variable that tells when the command was given, in milliseconds as the machine counts them. */
    static final String BEGAN = "REDRESS_BEGAN";

    private static final long NEEDED = 1024L * 1024 * 1024;

    private final Map<String, String> environment;
    private final RunFolder run;
    private final Terminal terminal;

    UpCommand(Map<String, String> environment, RunFolder run, Terminal terminal) {
        this.environment = environment;
        this.run = run;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String help() {
        return """
                deploy/local/up [--detach] [--fresh] [--demo] [--port-NAME N …]
                Builds what is not built, starts the whole platform on this machine and runs until Ctrl-C.
                  --detach       returns when everything is healthy; deploy/local/down ends it
                  --fresh        empties the run folder first: data, keys, mails and logs are gone
                  --demo         loads the sample petitions
                  --port-NAME N  another port for %s or controller (or REDRESS_PORT_NAME)
                The run folder is .run in the checkout, or REDRESS_RUN. KAFKA_BOOTSTRAP_SERVERS and MONGODB_URI replace
                the broker and the database that would be started here, REDRESS_CONFIGURATION the sample organisation
                by the folder of another.""".formatted(Part.names());
    }

    @Override
    public Set<String> switches() {
        return Set.of("--detach", "--fresh", "--demo", "--help");
    }

    @Override
    public Set<String> values() {
        Set<String> options = new LinkedHashSet<>();
        for (Part part : Part.values()) {
            options.add(PortPlan.option(part.label()));
        }
        options.add(PortPlan.option(PortPlan.CONTROLLER));
        return options;
    }

    @Override
    public int run(Options options) {
        if (!options.words().isEmpty()) {
            throw new UsageError("up takes options only, not \"%s\"."
                    .formatted(options.words().getFirst()));
        }
        PortPlan ports = PortPlan.of(options.values(), environment);
        run.prepare();
        RunLock lock = RunLock.take(run);
        endLeftovers(options.has("--fresh"));
        if (options.has("--fresh")) {
            run.empty();
        }
        requireRoom();
        fetchWhatIsMissing();
        Installation installation = install(ports);
        if (options.has("--detach")) {
            lock.close();
            return new Detached(run, terminal).start(options);
        }
        return new Launch(run, installation, began(), terminal).run(options.has("--demo"));
    }

    /** The scripts tell when they were called; without them it is the start of this process. */
    private long began() {
        String told = environment.getOrDefault(BEGAN, "");
        return told.isBlank() ? ManagementFactory.getRuntimeMXBean().getStartTime() : Long.parseLong(told);
    }

    /** A fresh start is the remedy for a state that cannot be read: it must not fail for it. */
    private void endLeftovers(boolean fresh) {
        try {
            new Leftovers(run, terminal).end();
        } catch (StartFailure e) {
            if (!fresh) {
                throw e;
            }
            terminal.line("What an earlier run left running is unknown: its state cannot be read.");
        }
    }

    private Installation install(PortPlan ports) {
        KeyFiles.prepare(run);
        run.forgetAway();
        Installation installation = new Installation(run, ports, environment);
        installation.requireFreePorts();
        return installation;
    }

    private void fetchWhatIsMissing() {
        if (environment.getOrDefault("MONGODB_URI", "").isBlank()) {
            if (MongodProgram.isMissing()) {
                terminal.line("There is no mongod on this machine: fetching one (42 MB), once.");
            }
            MongodProgram.find();
        }
    }

    private void requireRoom() {
        try {
            long room = Files.getFileStore(run.folder()).getUsableSpace();
            if (room < NEEDED) {
                throw new StartFailure(
                        "The disk of %s has %d MB left and the platform needs %d: make room, or set REDRESS_RUN to a folder on another disk."
                                .formatted(run.folder(), room >> 20, NEEDED >> 20));
            }
        } catch (IOException e) {
            throw new StartFailure("The run folder %s cannot be read: %s".formatted(run.folder(), e.getMessage()), e);
        }
    }
}
