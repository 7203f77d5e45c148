package org.redress.bench.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.bson.BsonDocument;
import org.redress.bench.Report;
import org.redress.bench.cases.CaseCopies;
import org.redress.bench.cases.Originals;
import org.redress.journey.stack.PageReader;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.RunningStack.Answer;
import org.redress.starters.Folders;
import org.redress.starters.Repository;
import org.redress.tools.Arguments;
import org.redress.tools.Terminal;

/** The bench {@code pages}: fifty people at routing's pages, at a hundred thousand cases and at a million. */
public final class PagesBench {

    private static final String USAGE = """
            deploy/bench/pages [--short | --million]
            Starts the platform on free ports and has 1,000 petitions come the real way, one in twenty of them restricted;
            copies of their cases make 100,000. Fifty people sign in, from the root's head to a foreman, and look at lists,
            look-ups, cases and their first page for two minutes, each thinking two seconds on average between two pages, while
            an officer takes two steps a second. The last line is JSON.
              --short     2,000 cases, for a quarter of a minute, to see that the bench works; its figures mean nothing
              --million   the same again at 1,000,000 cases
            The exit code is 0 when every page was there; what the figures should be, the reader judges.""";

    private static final List<String> PEOPLE = List.of(
            "zhou.mingyuan",
            "chen.jing",
            "luo.min",
            "qian.yun",
            "li.wei",
            "david.lindgren",
            "bai.lu",
            "su.qing",
            "deng.hui",
            "cao.lei");
    private static final int EACH = 5;
    private static final int ORIGINALS = 1_000;
    private static final int NUMBER_LENGTH = 8;
    private static final String NOTE = "{\"text\":\"已电话联系，约定周五面谈。\"}";
    private static final int DONE = 200;

    private final Terminal terminal;
    private final List<Integer> sizes;
    private final Duration extent;
    private final Report report =
            new Report("users", "pages", "p50_ms", "p95_ms", "p95_ms_all", "ratio_max", "bytes_each");

    private PagesBench(Terminal terminal, List<Integer> sizes, Duration extent) {
        this.terminal = terminal;
        this.sizes = sizes;
        this.extent = extent;
    }

    /**
     * Runs the bench with its arguments and returns the status of the process.
     *
     * @throws org.redress.tools.UsageException for arguments it does not know
     */
    public static int run(List<String> arguments, Terminal terminal) throws InterruptedException {
        if (arguments.contains("--help")) {
            terminal.out().println(USAGE);
            return 0;
        }
        Arguments read = Arguments.read(arguments, Set.of(), Set.of("--short", "--million"));
        List<Integer> sizes = read.has("--short")
                ? List.of(2_000)
                : read.has("--million") ? List.of(100_000, 1_000_000) : List.of(100_000);
        try {
            return new PagesBench(terminal, sizes, read.has("--short") ? Duration.ofSeconds(15) : Duration.ofMinutes(2))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("the bench broke off", e);
        }
    }

    private int run() throws IOException, InterruptedException {
        Path run = Repository.root().resolve("deploy/bench/target/pages/run");
        Folders.delete(run);
        Files.createDirectories(run.getParent());
        try (RunningStack stack = new RunningStack(run)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack), "end"));
            try (CaseCopies cases =
                    new CaseCopies(Objects.requireNonNull(stack.variables().get("MONGODB_URI")))) {
                measure(stack, cases);
                terminal.out().println(report.json());
                return 0;
            }
        }
    }

    private void measure(RunningStack stack, CaseCopies cases) throws IOException, InterruptedException {
        List<BsonDocument> originals = Originals.come(stack, cases, ORIGINALS);
        List<PageReader> people = signIn(stack);
        Map<String, Object> p50 = new LinkedHashMap<>();
        Map<String, Object> p95 = new LinkedHashMap<>();
        Map<String, Object> all = new LinkedHashMap<>();
        List<Map<String, Histogram>> measured = new ArrayList<>();
        long pages = 0;
        for (int size : sizes) {
            cases.addLater(originals, Math.toIntExact(size - cases.count()));
            String at = "at_" + cases.count();
            say("warm-up at %,d cases".formatted(cases.count()));
            visit(stack, cases, people, originals, extent.dividedBy(4));
            Map<String, Histogram> seen = visit(stack, cases, people, originals, extent);
            measured.add(seen);
            Histogram together = new Histogram(3);
            seen.values().forEach(together::add);
            pages += together.getTotalCount();
            p50.put(at, values(seen, 50));
            p95.put(at, values(seen, 95));
            all.put(at, ms(together, 95));
            say("at %,d cases: %,d pages, p95 %s".formatted(cases.count(), together.getTotalCount(), p95.get(at)));
        }
        report.put("bytes_each", cases.bytesEach());
        report.put("users", people.size());
        report.put("pages", pages);
        report.put("p50_ms", p50);
        report.put("p95_ms", p95);
        report.put("p95_ms_all", all);
        if (measured.size() > 1) {
            report.put(
                    "ratio_max",
                    measured.getLast().entrySet().stream()
                            .mapToDouble(each -> ms(each.getValue(), 95)
                                    / ms(
                                            Objects.requireNonNull(
                                                    measured.getFirst().get(each.getKey())),
                                            95))
                            .max()
                            .orElseThrow());
        }
    }

    private static List<PageReader> signIn(RunningStack stack) throws IOException {
        URI door = stack.address("routing").resolve("/oauth2/authorization/redress");
        List<PageReader> people = new ArrayList<>();
        for (String person : PEOPLE) {
            for (int i = 0; i < EACH; i++) {
                people.add(new PageReader(door, person, stack.password()));
            }
        }
        return people;
    }

    /** What each page took, by the page. */
    private static Map<String, Histogram> visit(
            RunningStack stack,
            CaseCopies cases,
            List<PageReader> people,
            List<BsonDocument> originals,
            Duration extent)
            throws InterruptedException {
        Map<String, Long> drawn = cases.drawn(Math.toIntExact(extent.toSeconds() * 2 + 200));
        List<String> numbers = drawn.keySet().stream()
                .map(id -> id.substring(id.length() - NUMBER_LENGTH))
                .toList();
        List<String> real =
                originals.stream().map(each -> each.getString("_id").getValue()).toList();
        Map<String, Histogram> seen = new ConcurrentHashMap<>();
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                all.add(threads.submit(new Visits(
                        people.get(i),
                        stack.address("routing"),
                        numbers,
                        real,
                        i,
                        end,
                        (page, micros) -> seen.computeIfAbsent(page, name -> new ConcurrentHistogram(3))
                                .recordValue(micros))));
            }
            all.add(threads.submit(() -> steps(stack, drawn, end)));
            boolean over = end.await(extent.toMillis(), TimeUnit.MILLISECONDS);
            end.countDown();
            for (Future<?> each : all) {
                finished(each);
            }
            return over ? Map.of() : new TreeMap<>(seen);
        }
    }

    private static void finished(Future<?> each) throws InterruptedException {
        try {
            each.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a visitor broke off", e.getCause());
        }
    }

    /** Two notes a second, each on another case. */
    private static Void steps(RunningStack stack, Map<String, Long> versions, CountDownLatch end)
            throws InterruptedException {
        for (Map.Entry<String, Long> each : versions.entrySet()) {
            if (end.await(500, TimeUnit.MILLISECONDS)) {
                break;
            }
            Answer answer = stack.post(
                    "routing",
                    "/api/cases/" + each.getKey() + "/comment",
                    "supervisor",
                    NOTE,
                    "If-Match",
                    "\"" + each.getValue() + "\"");
            if (answer.status() != DONE) {
                throw new IllegalStateException(answer.toString());
            }
        }
        return null;
    }

    private static Map<String, Double> values(Map<String, Histogram> seen, double percentile) {
        Map<String, Double> values = new LinkedHashMap<>();
        seen.forEach((page, micros) -> values.put(page, ms(micros, percentile)));
        return values;
    }

    private static double ms(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
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
