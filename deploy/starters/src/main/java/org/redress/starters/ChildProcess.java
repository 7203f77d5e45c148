package org.redress.starters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that writes to a log file, stands outside the terminal's process group and never outlives this JVM. */
public final class ChildProcess {

    private final String name;
    private final Process process;
    private final Path log;
    private final long logStart;

    private ChildProcess(String name, Process process, Path log, long logStart) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /**
     * Starts a command with additions to this process's environment; its output is appended to the log.
     *
     * @throws StartFailure when the command cannot be run at all
     */
    public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        // In a session of its own Ctrl-C reaches the parent alone, which then stops its children in order.
        List<String> detached = new ArrayList<>();
        Executables.find("setsid").ifPresent(setsid -> detached.add(setsid.toString()));
        detached.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            Process process = builder.start();
            Guard.get().watch(process.toHandle());
            return new ChildProcess(name, process, log, logStart);
        } catch (IOException e) {
            throw new StartFailure("%s could not be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** The name it was started under. */
    public String name() {
        return name;
    }

    /** The id the operating system gave it. */
    public long pid() {
        return process.pid();
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /** Tells whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when it has ended, however it ended. */
    public CompletableFuture<ChildProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** Waits for its end and tells whether it came within the time. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while waiting for " + name + '.', e);
        }
    }

    /** Tells whether it has ended with the exit code that means success. */
    public boolean succeeded() {
        return !process.isAlive() && process.exitValue() == 0;
    }

    /** Asks it to end, and ends it by force when it has not done so in time. */
    public void stop(Duration patience) {
        process.destroy();
        if (!endsWithin(patience)) {
            kill();
        }
    }

    /** Ends it at once, without giving it a chance to tidy up. */
    public void kill() {
        process.destroyForcibly();
        endsWithin(Duration.ofSeconds(10));
    }

    /** A failure that carries what the process last wrote. */
    StartFailure failure(String sentence) {
        return new StartFailure("%s The last lines of %s:%n%s".formatted(sentence, log, lastLines()));
    }

    /** What explains best how it went: the first errors it wrote and its last lines. */
    public String lastLines() {
        try {
            return LogExcerpt.of(log, logStart);
        } catch (IOException e) {
            throw new UncheckedIOException("The log of " + name + " cannot be read", e);
        }
    }
}
