package org.redress.bench.decisions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.bench.decisions.walking.Run;
import org.redress.bench.stack.RunningStack;
import org.redress.local.clock.ClockFile;
import org.redress.local.run.RunFolder;
import org.redress.starters.Folders;
import org.redress.starters.Repository;

/** The platform as it ships in a folder of its own, which wakes up at the moment the walk begins. */
final class Stage implements AutoCloseable {

    // Rungs are looked for so often that a step does not wait for the next look.
    private static final String LOOK_OFTEN = " -Dredress.escalation.look-every=20ms";

    private static final String CLOCKS = "clocks.yaml";
    private static final String DEEMED = "deemsAcceptance: true";

    private final Path run;
    private final boolean keep;
    private final ClockFile clock;
    private final RunningStack stack;
    private boolean closed;

    private Stage(Path run, boolean keep, ClockFile clock, RunningStack stack) {
        this.run = run;
        this.keep = keep;
        this.clock = clock;
        this.stack = stack;
    }

    static Stage set(DecisionsOptions options, Instant begin) throws IOException {
        Path folder = DecisionsOptions.folder(options.run());
        Path run = folder.resolve("run");
        Folders.delete(run);
        RunFolder.of(Map.of("REDRESS_RUN", run.toString())).prepare();
        ClockFile clock = new ClockFile(run.resolve("clock.json"), InstantSource.system());
        clock.set(begin, true);
        Map<String, String> environment = new HashMap<>(Map.of("REDRESS_JAVA_OPTS_ROUTING", LOOK_OFTEN));
        if (options.run() == Run.A) {
            // What counts as accepted at the limit would be decided by nobody: here somebody decides, late.
            Path configuration = folder.resolve("configuration");
            copyUndeemed(configuration);
            environment.put("REDRESS_CONFIGURATION", configuration.toString());
        }
        return new Stage(run, options.keep(), clock, new RunningStack(run, environment));
    }

    private static void copyUndeemed(Path configuration) throws IOException {
        Path sample = Repository.root().resolve("deploy/demo/configuration");
        Files.createDirectories(configuration);
        try (Stream<Path> files = Files.list(sample).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                String name = String.valueOf(file.getFileName());
                if (name.equals(CLOCKS) && !text.contains(DEEMED)) {
                    throw new IllegalStateException(CLOCKS + " does not say " + DEEMED);
                }
                Files.writeString(configuration.resolve(name), text.replace(DEEMED, "deemsAcceptance: false"));
            }
        }
    }

    RunningStack stack() {
        return stack;
    }

    ClockFile clock() {
        return clock;
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
            Folders.delete(run);
        }
    }
}
