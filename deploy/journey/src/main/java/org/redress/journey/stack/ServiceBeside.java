package org.redress.journey.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.redress.starters.ChildProcess;
import org.redress.starters.Ports;

/** Another instance of a running service: started as that one was, on a port of its own. */
public final class ServiceBeside implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final int OK = 200;

    private final ChildProcess process;
    private final int port;

    private ServiceBeside(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @param name what it is called where it fails
     * @param pid process id of the running one
     * @param command what becomes of the running one's command line
     * @param readiness path that answers 200 once it is ready
     * @param log where its output goes
     */
    public static ServiceBeside start(
            String name, long pid, UnaryOperator<List<String>> command, String readiness, Path log) throws IOException {
        return startAt(Ports.free(), name, pid, command, readiness, log);
    }

    /** The same on a given port, which has to be free. */
    public static ServiceBeside startAt(
            int port, String name, long pid, UnaryOperator<List<String>> command, String readiness, Path log)
            throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (String variable : words(pid, "environ")) {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts.length < 2 ? "" : parts[1]);
        }
        environment.put("SERVER_PORT", String.valueOf(port));
        ServiceBeside beside = new ServiceBeside(
                ChildProcess.start(name, command.apply(words(pid, "cmdline")), environment, log), port);
        if (!Watch.await(() -> beside.isReady(readiness), READY_WITHIN)) {
            beside.close();
            throw new IOException(name + " did not start, see " + log);
        }
        return beside;
    }

    private static List<String> words(long pid, String file) throws IOException {
        return List.of(
                Files.readString(Path.of("/proc", String.valueOf(pid), file)).split("\0"));
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Ends it with SIGKILL. */
    public void kill() {
        process.kill();
    }

    private boolean isReady(String readiness) {
        if (!process.isAlive()) {
            throw new IllegalStateException(process.name() + " ended: " + process.lastLines());
        }
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, readiness)))
                .timeout(Duration.ofSeconds(3))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
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
