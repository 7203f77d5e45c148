package org.redress.bench.throughput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.bench.Report;
import org.redress.journey.stack.RunningStack;
import org.redress.starters.Folders;
import org.redress.starters.Repository;
import org.redress.tools.Arguments;
import org.redress.tools.Terminal;
import tools.jackson.databind.JsonNode;

/** Measures, in one run, the platform as it ships and what its broker, its database and its own door do at most. */
public final class Throughput {

    private static final String USAGE = """
            deploy/bench/throughput [--short] [--jfr FOLDER]
            Starts the platform on free ports, measures it and prints the figures as one line of JSON at the end.
              --short       a run of a minute that shows that the bench works; its figures mean nothing
              --jfr FOLDER  records each service with Java Flight Recorder, one folder for each
            The exit code is 0 when every receipt given out has its petition and its case and verify agrees, else 1.""";

    private static final List<String> SERVICES = List.of("intake", "routing", "notification", "analytics");

    private final Extent extent;
    private final Terminal terminal;
    private final Report report = new Report(
            "acknowledged_per_s",
            "noop_per_s",
            "ratio",
            "p50_ms_at_1000",
            "p99_ms_at_1000",
            "p999_ms_at_1000",
            "p99_ms_at_1000_with_consumers",
            "max",
            "pipeline_per_s",
            "pipeline_with_plans_per_s",
            "plans",
            "stage_per_s",
            "mail_drain_per_s",
            "limit",
            "refused",
            "lost",
            "rss_mb",
            "startup_s");

    private Throughput(Extent extent, Terminal terminal) {
        this.extent = extent;
        this.terminal = terminal;
    }

    /**
     * Runs the bench with its arguments and returns the status of the process.
     *
     * @throws org.redress.tools.UsageException for arguments it does not know
     */
    public static int run(List<String> arguments, Terminal terminal) {
        if (arguments.contains("--help")) {
            terminal.out().println(USAGE);
            return 0;
        }
        Arguments read = Arguments.read(arguments, Set.of("--jfr"), Set.of("--short"));
        Throughput bench = new Throughput(read.has("--short") ? Extent.SHORT : Extent.FULL, terminal);
        try {
            return bench.run(read.option("--jfr"));
        } catch (IOException e) {
            throw new UncheckedIOException("the bench broke off", e);
        }
    }

    private int run(@Nullable String recordings) throws IOException {
        Path run = Repository.root().resolve("deploy/bench/target/throughput/run");
        Folders.delete(run);
        Files.createDirectories(run.getParent());
        try (RunningStack stack = new RunningStack(run, recording(recordings))) {
            // Whoever breaks it off leaves nothing running.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack), "end"));
            WarmStart.of(stack, extent, report, terminal.err());
            try (Ground ground = Ground.of(stack, extent, terminal.err())) {
                measure(ground);
                int status = judge(ground);
                terminal.out().println(report.json());
                return status;
            }
        }
    }

    private void measure(Ground ground) throws IOException {
        Door door = new Door(ground);
        ground.stop("mail");
        door.warmUp();
        door.withConsumers(report);
        ground.stop("routing", "notification", "analytics");
        double acknowledged = door.alone(report);
        report.put(
                "limit",
                Map.of(
                        "broker_per_s",
                        Limits.broker(ground.backlog(), ground.brokerAddress(), extent.limit()),
                        "database_per_s",
                        Limits.database(ground.stores(), extent.limit())));
        door.keepingNothing(report, acknowledged);
        Map<String, Object> stages = new LinkedHashMap<>(Map.of("intake_http", acknowledged));
        stages.put("publish", door.publishing());
        stages.putAll(new Stages(ground).measure());
        report.put("stage_per_s", stages);
        ground.awaitCaughtUp();
        door.warmUp();
        ground.awaitCaughtUp();
        Pipeline pipeline = new Pipeline(ground);
        pipeline.measure(report);
        JsonNode total =
                ground.stack().command("deploy/local/status", "--total").json();
        report.put("rss_mb", total.path("rssMb").asLong());
        pipeline.drainMails(report);
    }

    private int judge(Ground ground) throws IOException {
        Set<String> lost = ground.stores().lost(ground.load().receipts());
        report.put("lost", lost.size());
        RunningStack.Output verify = ground.stack().command("deploy/redress", "verify");
        ground.say("verify: %s".formatted(verify.lastLine()));
        return lost.isEmpty() && verify.exit() == 0 ? 0 : 1;
    }

    private static Map<String, String> recording(@Nullable String folder) throws IOException {
        Map<String, String> options = new HashMap<>();
        if (folder != null) {
            for (String service : SERVICES) {
                Path own = Path.of(folder).toAbsolutePath().resolve(service);
                Files.createDirectories(own);
                options.put(
                        "REDRESS_JAVA_OPTS_" + service.toUpperCase(Locale.ROOT),
                        "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + own);
            }
        }
        return options;
    }

    private static void end(RunningStack stack) {
        try {
            stack.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the platform could not be ended: deploy/local/down", e);
        }
    }
}
