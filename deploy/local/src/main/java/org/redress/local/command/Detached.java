package org.redress.local.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.redress.local.Local;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;

/** Starts a launcher that outlives this process, and shows what it says until everything is healthy. */
final class Detached {

    private final RunFolder run;
    private final Terminal terminal;

    Detached(RunFolder run, Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    int start(Options options) {
        Path log = run.log("up");
        try {
            Files.writeString(log, "");
            ProcessBuilder builder = new ProcessBuilder(command(options))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment()
                    .putIfAbsent(
                            UpCommand.BEGAN,
                            String.valueOf(ManagementFactory.getRuntimeMXBean().getStartTime()));
            Process launcher = builder.start();
            // Whoever stops waiting does not want a platform half started.
            Thread abandon = new Thread(launcher::destroy, "abandon");
            Runtime.getRuntime().addShutdownHook(abandon);
            int code = follow(launcher, log);
            Runtime.getRuntime().removeShutdownHook(abandon);
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException("The launcher could not be started", e);
        }
    }

    private int follow(Process launcher, Path log) throws IOException {
        try (InputStream output = Files.newInputStream(log)) {
            while (true) {
                boolean ended = launcher.waitFor(100, TimeUnit.MILLISECONDS);
                boolean ready = isReady(launcher.pid());
                show(output);
                if (ended) {
                    return Math.max(1, launcher.exitValue());
                }
                if (ready) {
                    return 0;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private boolean isReady(long pid) {
        return run.state()
                .filter(RunState::ready)
                .filter(state -> state.launcher().pid() == pid && state.isRunning())
                .isPresent();
    }

    private void show(InputStream output) throws IOException {
        byte[] news = output.readAllBytes();
        terminal.out().write(news);
        terminal.out().flush();
    }

    private static List<String> command(Options options) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        String classes = System.getProperty("java.class.path");
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                classes.endsWith("-exec.jar")
                        ? List.of("-jar", classes)
                        : List.of("-cp", classes, Local.class.getName()));
        command.add("up");
        options.switches().stream()
                .filter(option -> !option.equals("--detach") && !option.equals("--fresh"))
                .forEach(command::add);
        options.values().forEach((name, value) -> command.addAll(List.of(name, value)));
        return command;
    }
}
