package org.redress.bench.throughput;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.redress.bench.Report;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.Watch;
import org.redress.starters.Repository;
import tools.jackson.databind.JsonNode;

/** Times a start of the platform that has been started before since it was built. */
final class WarmStart {

    private static final Duration CACHES_WITHIN = Duration.ofMinutes(3);
    private static final int CACHES_SINCE = 25;

    private WarmStart() {}

    /** Starts it again where the extent wants a warm start, and reports how long the last start took. */
    static void of(RunningStack stack, Extent extent, Report report, PrintStream progress) throws IOException {
        if (extent.warmStart()) {
            boolean made = Runtime.version().feature() >= CACHES_SINCE
                    && Watch.await(WarmStart::cachesAreThere, CACHES_WITHIN);
            progress.println("warm start " + (made ? "with" : "without") + " class caches");
            stack.command("deploy/local/down");
            RunningStack.Output again = stack.command("deploy/local/launcher", "up", "--detach");
            if (again.exit() != 0) {
                throw new IOException("the platform did not start again: " + again);
            }
        }
        JsonNode total = stack.command("deploy/local/status", "--total").json();
        progress.println("started: " + total);
        report.put("startup_s", total.path("startupS").asDouble());
    }

    private static boolean cachesAreThere() {
        return List.of("intake", "routing", "notification", "analytics").stream()
                .allMatch(service ->
                        hasCache(Repository.root().resolve(service + "-service").resolve("target/laid-out")));
    }

    private static boolean hasCache(Path layouts) {
        try (DirectoryStream<Path> builds = Files.newDirectoryStream(layouts)) {
            for (Path build : builds) {
                try (DirectoryStream<Path> caches = Files.newDirectoryStream(build, "*.aot")) {
                    return caches.iterator().hasNext();
                }
            }
        } catch (IOException e) {
            // Nothing is laid out yet.
            return false;
        }
        return false;
    }
}
