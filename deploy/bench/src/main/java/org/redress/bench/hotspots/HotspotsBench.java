package org.redress.bench.hotspots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.tools.Arguments;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.databind.json.JsonMapper;

/** The bench {@code hotspots}: matters in a file of messages, each rise found at its own time. */
public final class HotspotsBench {

    private static final String USAGE = """
            deploy/bench/hotspots FILE.csv [--shuffle SEED]
            deploy/bench/hotspots --generate SEEDS [--templates]
            deploy/bench/hotspots --near FILE.csv | --near --generate SEEDS [--templates]
            Reads messages in the order of time, groups those that say the same, and finds day by day which groups are hot,
            with the defaults of the product. FILE is UTF-8 with the columns id, subject, text, submitted_at and user, the token
            of who wrote. The last line is JSON: what was hot, hottest first; what stands, of those with most weeks first;
            alarms a month; messages a second of one core's time, reading the file left out; the heap in use at the end in MB.
              --shuffle SEED  gives the messages each other's dates first: what is found then is found by chance
              --generate SEEDS  makes up two years of petitions with planted matters, once for each seed from 1 on, and says
                              which were found; with --templates everybody writes by the same form
              --near          sends every tenth petition in again, copied, edited or told in other words in part, and says how
                              many of these pairs are proposed as nearly the same, and how many others""";

    static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final double DAYS_A_MONTH = 30.44;

    private HotspotsBench() {}

    /**
     * Runs the bench with its arguments and returns the status of the process.
     *
     * @throws UsageException for arguments it does not know, or a file that cannot be read
     */
    public static int run(List<String> arguments, Terminal terminal) {
        if (arguments.contains("--help")) {
            terminal.out().println(USAGE);
            return 0;
        }
        Arguments read = Arguments.read(arguments, Set.of("--shuffle", "--generate"), Set.of("--templates", "--near"));
        if (read.option("--generate") != null && read.operands().isEmpty()) {
            int seeds = read.number("--generate", 1);
            boolean templates = read.has("--templates");
            say(terminal, read.has("--near") ? near(seeds, templates) : judged(seeds, templates));
            return 0;
        }
        if (read.operands().size() != 1) {
            throw new UsageException(USAGE);
        }
        Path file = Path.of(read.operands().getFirst());
        if (!Files.isRegularFile(file)) {
            throw new UsageException(file + ": no such file.");
        }
        try {
            List<Letter> letters = Letter.read(file);
            if (letters.isEmpty()) {
                throw new UsageException(file + " holds no message.");
            }
            String seed = read.option("--shuffle");
            List<Letter> walked = seed == null ? letters : shuffled(letters, seed);
            say(terminal, read.has("--near") ? near(walked) : figures(walked));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Terminal terminal, Object figures) {
        terminal.out().println(JsonMapper.shared().writeValueAsString(figures));
    }

    private static NearJudge.Figures near(int seeds, boolean templates) {
        NearJudge judge = new NearJudge();
        for (int seed = 1; seed <= seeds; seed++) {
            judge.judge(new Copyist(seed).copied(new Particulars(seed, templates).letters()), Generator.UNITS);
        }
        return judge.figures();
    }

    private static NearJudge.Figures near(List<Letter> letters) {
        NearJudge judge = new NearJudge();
        judge.judge(new Copyist(1).copied(letters), List.of());
        return judge.figures();
    }

    private static Judge.Figures judged(int seeds, boolean templates) {
        Judge judge = new Judge();
        for (int seed = 1; seed <= seeds; seed++) {
            Generator generated = new Generator(seed, templates);
            Walk walk = new Walk(Generator.units());
            walk.through(generated.letters());
            judge.judge(generated, walk);
        }
        return judge.figures();
    }

    /** What the last line says. */
    private record Figures(
            List<Walk.Found> hotspots,
            List<Walk.Found> standing,
            int messages,
            int alarms,
            double alarms_per_month,
            long messages_per_s,
            long heap_mb) {}

    private static Figures figures(List<Letter> letters) {
        Walk walk = new Walk(List.of());
        long began = CPU.getCurrentThreadCpuTime();
        walk.through(letters);
        double seconds = (CPU.getCurrentThreadCpuTime() - began) / 1e9;
        LocalDate first = letters.getFirst().at().toLocalDate();
        LocalDate last = letters.getLast().at().toLocalDate();
        double months = Math.max(1, (last.toEpochDay() - first.toEpochDay() + 1) / DAYS_A_MONTH);
        return new Figures(
                walk.hotspots(),
                walk.standing(),
                letters.size(),
                walk.alarms(),
                Math.round(100 * walk.alarms() / months) / 100.0,
                Math.round(letters.size() / seconds),
                heapInUse());
    }

    private static long heapInUse() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / (1 << 20);
    }

    private static List<Letter> shuffled(List<Letter> letters, String seed) {
        List<LocalDateTime> moments = letters.stream().map(Letter::at).collect(Collectors.toCollection(ArrayList::new));
        try {
            Collections.shuffle(moments, new Random(Long.parseLong(seed)));
        } catch (NumberFormatException e) {
            throw new UsageException("--shuffle: '" + seed + "' is no whole number.");
        }
        List<Letter> shuffled = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            shuffled.add(letters.get(i).movedTo(moments.get(i)));
        }
        shuffled.sort(Letter.IN_ORDER);
        return shuffled;
    }
}
