package org.redress.bench.clocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.bson.BsonDocument;
import org.redress.bench.Report;
import org.redress.bench.cases.CaseCopies;
import org.redress.bench.cases.Originals;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.Watch;
import org.redress.local.clock.ClockFile;
import org.redress.starters.Folders;
import org.redress.starters.Repository;
import org.redress.tools.Arguments;
import org.redress.tools.Terminal;

/** The bench {@code clocks}: rungs by the hundred thousand due within one minute, among a million open cases. */
public final class ClocksBench {

    private static final String USAGE = """
            deploy/bench/clocks [--short]
            Starts the platform on free ports and has 1,000 petitions come the real way, one in twenty of them restricted;
            copies of their cases make 10,000 and then 1,000,000 open ones. Commands and lists are timed at both. Then
            business time is set to the eve of a minute in which 100,000 rungs are due, and runs. The last line is JSON.
              --short   20,000 cases and 2,000 rungs, to see that the bench works; its figures mean nothing
            The exit code is 0 when each of these rungs was told once, no other, and nothing that is due is unfired.""";

    private static final int ORIGINALS = 1_000;

    private static final int FEW = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration EVE = Duration.ofSeconds(10);

    private final Extent extent;
    private final Terminal terminal;
    private final Report report = new Report(
            "cases",
            "due_in_one_minute",
            "fired",
            "missed",
            "twice",
            "lateness_ms",
            "overtaken_ms",
            "command_p95_ms",
            "command_ratio",
            "list_p95_ms",
            "list_ratio",
            "list_ratio_max",
            "unfired");

    private ClocksBench(Extent extent, Terminal terminal) {
        this.extent = extent;
        this.terminal = terminal;
    }

    /** How much of everything. */
    private record Extent(int cases, int due, int commands, int lists) {}

    /** What callers waited, in milliseconds, by what they asked for. */
    private record Waiting(double command, Map<String, Object> lists) {}

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
        Arguments read = Arguments.read(arguments, Set.of(), Set.of("--short"));
        Extent extent =
                read.has("--short") ? new Extent(20_000, 2_000, 200, 20) : new Extent(1_000_000, 100_000, 2_000, 100);
        try {
            return new ClocksBench(extent, terminal).run();
        } catch (IOException e) {
            throw new UncheckedIOException("the bench broke off", e);
        }
    }

    private int run() throws IOException {
        Path run = Repository.root().resolve("deploy/bench/target/clocks/run");
        Folders.delete(run);
        Files.createDirectories(run.getParent());
        try (RunningStack stack = new RunningStack(run)) {
            // Whoever breaks it off leaves nothing running.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack), "end"));
            Map<String, String> variables = stack.variables();
            try (CaseCopies cases = new CaseCopies(Objects.requireNonNull(variables.get("MONGODB_URI")))) {
                int status = measure(stack, cases, Objects.requireNonNull(variables.get("KAFKA_BOOTSTRAP_SERVERS")));
                terminal.out().println(report.json());
                return status;
            }
        }
    }

    private int measure(RunningStack stack, CaseCopies cases, String broker) throws IOException {
        List<BsonDocument> originals = Originals.come(stack, cases, ORIGINALS);
        Officer officer = new Officer(stack);
        cases.addLater(originals, FEW - ORIGINALS);
        say("warm-up at %,d cases".formatted(cases.count()));
        officer.commands(cases.drawn(extent.commands()));
        officer.lists(extent.lists());
        Waiting few = waiting(officer, cases);

        Instant minute = nextMinute(originals);
        cases.addLater(originals, extent.cases() - FEW - extent.due());
        cases.addWithinMinute(originals, extent.due(), minute);
        say("warm-up at %,d cases".formatted(cases.count()));
        officer.lists(extent.lists() / 5);
        Waiting many = waiting(officer, cases);
        report.put("command_p95_ms", Map.of("at_10000", few.command(), "at_all", many.command()));
        report.put("command_ratio", many.command() / few.command());
        Map<String, Object> lists = new LinkedHashMap<>();
        Map<String, Object> ratios = new LinkedHashMap<>();
        few.lists().forEach((name, before) -> {
            double after = (Double) Objects.requireNonNull(many.lists().get(name));
            lists.put(name, List.of(before, after));
            ratios.put(name, after / (Double) before);
        });
        report.put("list_p95_ms", lists);
        report.put("list_ratio", ratios);
        report.put(
                "list_ratio_max",
                ratios.values().stream().mapToDouble(Double.class::cast).max().orElseThrow());
        return fire(stack, cases, broker, minute);
    }

    private Waiting waiting(Officer officer, CaseCopies cases) {
        Histogram commands = officer.commands(cases.drawn(extent.commands()));
        Map<String, Object> lists = new LinkedHashMap<>();
        officer.lists(extent.lists()).forEach((name, micros) -> lists.put(name, p95(micros)));
        double command = p95(commands);
        say("at %,d cases: p95 of a command %.1f ms, of lists %s".formatted(cases.count(), command, lists));
        return new Waiting(command, lists);
    }

    private static double p95(Histogram micros) {
        return micros.getValueAtPercentile(95) / 1_000.0;
    }

    /** The minute before the first rung of any that came the real way. */
    private static Instant nextMinute(List<BsonDocument> originals) {
        return originals.stream()
                .map(original ->
                        Instant.ofEpochMilli(original.getDateTime("nextDueAt").getValue()))
                .min(Instant::compareTo)
                .orElseThrow()
                .truncatedTo(ChronoUnit.MINUTES)
                .minus(Duration.ofHours(2));
    }

    private int fire(RunningStack stack, CaseCopies cases, String broker, Instant minute) {
        ClockFile clock = new ClockFile(stack.folder().resolve("clock.json"), InstantSource.system());
        clock.set(minute.minus(EVE), false);
        Duration ahead = Duration.between(InstantSource.system().instant(), clock.now());
        say("business time is %s; the minute comes".formatted(minute.minus(EVE)));
        Watch firing = Watch.until(() -> extent.due() - cases.unfired(minute.plusSeconds(60)), extent.due(), PATIENCE);
        say("fired %,.0f a second".formatted(firing.perSecond()));
        long all = cases.count();
        Watch.await(() -> cases.settled() == all, PATIENCE);
        Told told = Told.read(broker);
        Histogram late = told.lateness(ahead);
        report.put("cases", all);
        report.put("due_in_one_minute", extent.due());
        report.put("fired", told.rungs().size());
        report.put("missed", extent.due() - (told.rungs().size() - told.twice()));
        report.put("twice", told.twice());
        report.put(
                "lateness_ms",
                Map.of(
                        "p50",
                        late.getValueAtPercentile(50),
                        "p99",
                        late.getValueAtPercentile(99),
                        "max",
                        late.getMaxValue()));
        report.put("overtaken_ms", told.overtaken());
        long unfired = cases.unfired(clock.now());
        report.put("unfired", unfired);
        return told.rungs().size() == extent.due() && told.twice() == 0 && unfired == 0 ? 0 : 1;
    }

    private void say(String line) {
        terminal.err().println(line);
    }

    private static void end(RunningStack stack) {
        try {
            stack.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the platform could not be ended: deploy/local/down", e);
        }
    }
}
