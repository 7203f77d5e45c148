package org.redress.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.redress.journey.stack.RunningStack;

/** Starts the platform for the first class that needs it and ends it after the last. */
final class SharedStack implements BeforeAllCallback {

    // Who seals follows new keys at once and who opens follows late: a step that is taken too early shows. What a
    // killed
    // instance had claimed is had again soon.
    private static final Map<String, String> LATE_OPENERS = Map.of(
            "REDRESS_JAVA_OPTS_INTAKE", "-Dredress.key-files.look-every=100ms",
            "REDRESS_JAVA_OPTS_ROUTING",
                    "-Dredress.key-files.look-every=5s -Dredress.consuming.patience=1s -Dredress.matters.lease=10s");

    /** The platform in a folder of its own, which goes with it. */
    private record Started(RunningStack stack, SpanCollector spans, Path folder) implements AutoCloseable {

        private static Started now() {
            try {
                Path folder = Files.createTempDirectory("redress-journey");
                SpanCollector spans = new SpanCollector();
                Map<String, String> settings = new HashMap<>(LATE_OPENERS);
                settings.put("REDRESS_TRACING_ENDPOINT", spans.endpoint());
                settings.put("REDRESS_TRACING_SHARE", "1");
                return new Started(new RunningStack(folder.resolve("run"), settings), spans, folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            stack.close();
            spans.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Started started = context.getRoot()
                .getStore(Namespace.create(SharedStack.class))
                .computeIfAbsent("stack", key -> Started.now(), Started.class);
        Journey.stack = started.stack();
        Journey.spans = started.spans();
    }
}
