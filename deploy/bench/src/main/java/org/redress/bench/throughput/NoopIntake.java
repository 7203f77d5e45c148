package org.redress.bench.throughput;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.starters.ChildProcess;
import org.redress.starters.Ports;
import org.redress.starters.Repository;

/**
 * A second intake, started as the running one was, whose petitions are kept nowhere: the shipped program with one class
 * of this bench in front of it.
 */
final class NoopIntake implements AutoCloseable {

    private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(2);

    private final ChildProcess process;
    private final int port;

    private NoopIntake(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it beside the intake with this process id and returns when it is ready. */
    static NoopIntake beside(long pid, Path log) throws IOException {
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>();
        for (String variable : words(pid, "environ")) {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts.length < 2 ? "" : parts[1]);
        }
        environment.put("SERVER_PORT", String.valueOf(port));
        NoopIntake intake = new NoopIntake(
                ChildProcess.start("the intake that keeps nothing", command(words(pid, "cmdline")), environment, log),
                port);
        if (!Watch.await(intake::isReady, HEALTHY_WITHIN)) {
            intake.close();
            throw new IOException("the intake that keeps nothing did not start, see " + log);
        }
        return intake;
    }

    int port() {
        return port;
    }

    private static List<String> command(List<String> shipped) throws IOException {
        List<String> command = new ArrayList<>(shipped);
        int classPath = command.indexOf("-cp") + 1;
        if (classPath == 0) {
            throw new IOException("intake runs from one jar, before which no class can be put: " + shipped);
        }
        String own = Repository.root()
                .resolve("deploy/bench/target/redress-bench-0.1.0-SNAPSHOT.jar")
                .toString();
        command.set(classPath, own + File.pathSeparator + command.get(classPath));
        // The running one reads the cases alone.
        command.add(classPath - 1, "-Dspring.cloud.stream.default.consumer.auto-startup=false");
        command.removeIf(word -> word.startsWith("-XX:AOTCache=") || word.startsWith("-XX:StartFlightRecording"));
        return command;
    }

    private static List<String> words(long pid, String file) throws IOException {
        return List.of(
                Files.readString(Path.of("/proc", String.valueOf(pid), file)).split("\0"));
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the intake that keeps nothing ended: " + process.lastLines());
        }
        HttpRequest ready = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/actuator/health/organisation".formatted(port)))
                .timeout(Duration.ofSeconds(3))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Not yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(20));
    }
}
