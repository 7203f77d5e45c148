package org.redress.bench.faults.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.starters.Ports;

/** A debugger stops a real process inside a window, and says so when there is no such window. */
class BreakpointTest {

    private static final String SOURCE = """
            package org.redress.platform.publishing;
            import java.util.List;
            class EventSender {
                void %s(List<String> events) {}
                public static void main(String[] none) throws InterruptedException {
                    for (int i = 0; ; i++) {
                        new EventSender().%s(i %% 2 == 0 ? List.of() : List.of("a", "b"));
                        Thread.sleep(20);
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    private final int port = Ports.free();
    private @Nullable Process process;

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void stopsWhereSomethingIsInHand() throws IOException, InterruptedException {
        start(SOURCE.formatted("send", "send"));

        try (Breakpoint breakpoint = attach(Window.WRITE_PUBLISH)) {
            assertThat(breakpoint.await(Duration.ofSeconds(60))).hasValue(2);
        }
    }

    @Test
    void breaksOffWhenTheMethodWasRenamed() throws IOException {
        start(SOURCE.formatted("sendAll", "sendAll"));

        assertThatThrownBy(() -> {
                    try (Breakpoint breakpoint = attach(Window.WRITE_PUBLISH)) {
                        breakpoint.await(Duration.ofSeconds(60));
                    }
                })
                .isInstanceOf(MissingWindowException.class)
                .hasMessageContaining("EventSender.send");
    }

    @Test
    void breaksOffWhenTheClassWasRenamed() throws IOException, InterruptedException {
        start(SOURCE.formatted("send", "send"));

        try (Breakpoint breakpoint = attach(Window.PUBLISH_CLEAR)) {
            assertThat(breakpoint.await(Duration.ofMillis(500))).isEmpty();
            assertThatThrownBy(breakpoint::requireLoaded).isInstanceOf(MissingWindowException.class);
        }
    }

    @Test
    void waitsNoLongerForAProcessThatEnded() throws IOException, InterruptedException {
        Process started = start(SOURCE.formatted("send", "send"));

        try (Breakpoint breakpoint = attach(Window.APPLY_COMMIT)) {
            started.destroyForcibly();
            assertThat(breakpoint.await(Duration.ofMinutes(5))).isEmpty();
        }
    }

    private Process start(String source) throws IOException {
        Path file = folder.resolve("org/redress/platform/publishing/EventSender.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port,
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        process = started;
        return started;
    }

    /** The process needs a moment before it listens. */
    private Breakpoint attach(Window window) {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(ConnectException.class)
                .until(() -> Breakpoint.set(port, window), Objects::nonNull);
    }
}
