package org.redress.bench.trends;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.redress.bench.topics.Table;
import org.redress.contracts.calendar.ShippedNotices;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.tools.Arguments;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.databind.json.JsonMapper;

/** The bench {@code trends}: how often what came lay in the interval told before. */
public final class TrendsBench {

    private static final String USAGE = """
            usage: deploy/bench/trends [--seeds NUMBER]
                   deploy/bench/trends FILE.csv
              Tells of each day, week and month of a year what is to be expected before it comes, with the method of the product
              and two plainer ones, and counts what came inside the intervals. Nothing else has to run.
              --seeds NUMBER  makes up three years of petitions, of 0.3, 1, 3 and 10 on an ordinary day, once for each seed from
                              1 on; 10 when left out
              FILE.csv        a table with the column submitted_at, whose days are counted; the second half of them is foretold
              A line for each method and step, the last line is all of it as JSON. Exit 0: 80 % intervals of each step held 0.75 to
              0.93 of what came and 95 % intervals 0.90 to 0.99; 1: they did not; 2: wrong arguments or file.""";

    private static final List<String> SUBMITTED = List.of("submitted_at", "留言时间");
    private static final double[] SIZES = {0.3, 1, 3, 10};
    private static final int SEEDS = 10;
    private static final int A_DAY = 10;

    private TrendsBench() {}

    /**
     * Runs it.
     *
     * @return the status of the process
     * @throws UsageException when arguments or the file are wrong
     */
    public static int run(List<String> words, Terminal terminal) {
        Arguments arguments = Arguments.read(words, Set.of("--seeds"), Set.of("--help"));
        if (arguments.has("--help") || arguments.operands().size() > 1) {
            throw new UsageException(USAGE);
        }
        WorkingCalendar calendar = ShippedNotices.calendar();
        BackTest test = new BackTest(calendar);
        if (arguments.operands().isEmpty()) {
            generated(test, calendar, arguments.option("--seeds") == null ? SEEDS : arguments.number("--seeds", 1));
        } else {
            of(test, Path.of(arguments.operands().getFirst()));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        test.tallies().forEach((name, tally) -> {
            figures.put(name, tally.figures());
            terminal.out().println(name + ": " + tally.figures());
        });
        boolean kept = test.tallies().entrySet().stream()
                .filter(each -> each.getKey().endsWith(BackTest.METHOD))
                .allMatch(each -> each.getValue().keepsItsWord());
        figures.put("kept", kept);
        terminal.out().println(JsonMapper.shared().writeValueAsString(figures));
        return kept ? 0 : 1;
    }

    private static void generated(BackTest test, WorkingCalendar calendar, int seeds) {
        for (int seed = 1; seed <= seeds; seed++) {
            GeneratedSeries generated = new GeneratedSeries(seed, calendar);
            Map<Double, NavigableMap<LocalDate, Integer>> series = new LinkedHashMap<>();
            TreeMap<LocalDate, Integer> all = new TreeMap<>();
            for (double size : SIZES) {
                NavigableMap<LocalDate, Integer> one = generated.of(size);
                series.put(size, one);
                one.forEach((day, count) -> all.merge(day, count, Integer::sum));
            }
            LocalDate from = GeneratedSeries.END.minusYears(1);
            series.forEach((size, one) ->
                    test.run(all, one, GeneratedSeries.FIRST, from, GeneratedSeries.END, size + "-a-day"));
        }
    }

    private static void of(BackTest test, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(file + ": no such file.");
        }
        Table table = Table.read(file);
        int submitted = table.column(SUBMITTED);
        TreeMap<LocalDate, Integer> counts = new TreeMap<>();
        for (List<String> row : table.rows()) {
            counts.merge(day(file, row.get(submitted)), 1, Integer::sum);
        }
        LocalDate first = counts.firstKey();
        LocalDate end = counts.lastKey().plusDays(1);
        LocalDate half = first.plusDays((end.toEpochDay() - first.toEpochDay()) / 2);
        test.run(counts, counts, first, half, end, "file");
    }

    private static LocalDate day(Path file, String moment) {
        String day = moment.strip().replace('/', '-');
        try {
            return LocalDate.parse(day.substring(0, Math.min(A_DAY, day.length())));
        } catch (DateTimeException e) {
            throw new UsageException(file + ": '" + moment + "' is no moment such as 2019-04-25T09:32:09.");
        }
    }
}
