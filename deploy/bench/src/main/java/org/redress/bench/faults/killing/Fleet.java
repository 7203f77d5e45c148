package org.redress.bench.faults.killing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.redress.journey.stack.RunningStack;

/** The processes that can be killed, as the launcher's state file names them. */
public final class Fleet {

    /** The parts that have a process of their own. */
    static final List<String> PARTS = List.of("intake", "routing", "notification", "analytics", "broker", "mongod");

    private static final Duration BACK_WITHIN = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final int OK = 200;

    private final RunningStack stack;

    /** Of a running stack. */
    public Fleet(RunningStack stack) {
        this.stack = stack;
    }

    /** Ends the process of a part as the kernel does when memory is short; returns its id, or nothing where it has none. */
    Optional<Long> kill(String part) throws IOException {
        return stack.state().process(part).map(process -> {
            process.destroyForcibly();
            return process.pid();
        });
    }

    /** Whether a part has another process than this one and answers again. */
    boolean isBack(String part, long killed) throws IOException {
        Optional<ProcessHandle> process = stack.state().process(part);
        return process.isPresent() && process.get().pid() != killed && answers(part);
    }

    /** Returns when a part has another process than this one and answers again. */
    public void awaitBack(String part, long killed) throws IOException, InterruptedException {
        long end = System.nanoTime() + BACK_WITHIN.toNanos();
        while (!isBack(part, killed)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(part + " did not come back within " + BACK_WITHIN.toMinutes()
                        + " minutes; see its log in " + stack.folder().resolve("logs"));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** Whether a part answers: a service that it is ready, the others that they take connections. */
    public boolean answers(String part) {
        if (part.equals("broker") || part.equals("mongod")) {
            URI address = stack.address(part);
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 1_000);
                return true;
            } catch (IOException e) {
                return false; // which is the answer
            }
        }
        try {
            return stack.get(part, "/actuator/health/readiness", "").status() == OK;
        } catch (UncheckedIOException e) {
            return false; // which is the answer
        }
    }
}
