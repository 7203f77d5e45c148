package org.redress.bench;

import java.util.Arrays;
import java.util.List;
import org.redress.bench.clocks.ClocksBench;
import org.redress.bench.faults.Faults;
import org.redress.bench.hotspots.HotspotsBench;
import org.redress.bench.pages.PagesBench;
import org.redress.bench.throughput.Throughput;
import org.redress.bench.topics.TopicsBench;
import org.redress.bench.trends.TrendsBench;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;

/** Runs one of the benches: {@code faults}, {@code throughput}, {@code clocks}, {@code hotspots}, {@code topics}, {@code trends} or {@code pages}. */
public final class Bench {

    private static final String USAGE =
            "usage: faults … | throughput … | clocks … | hotspots … | topics … | trends … | pages …; --help after any of them tells more.";

    private Bench() {}

    /** Runs the bench named by the first argument and ends the process with its status. */
    public static void main(String[] arguments) {
        int status = run(List.copyOf(Arrays.asList(arguments)), new Terminal(System.getenv(), System.out, System.err));
        System.exit(status);
    }

    private static int run(List<String> arguments, Terminal terminal) {
        String bench = arguments.isEmpty() ? "" : arguments.getFirst();
        try {
            return switch (bench) {
                case "faults" -> Faults.run(arguments.subList(1, arguments.size()), terminal);
                case "clocks" -> ClocksBench.run(arguments.subList(1, arguments.size()), terminal);
                case "hotspots" -> HotspotsBench.run(arguments.subList(1, arguments.size()), terminal);
                case "topics" -> TopicsBench.run(arguments.subList(1, arguments.size()), terminal);
                case "trends" -> TrendsBench.run(arguments.subList(1, arguments.size()), terminal);
                case "pages" -> PagesBench.run(arguments.subList(1, arguments.size()), terminal);
                case "throughput" -> Throughput.run(arguments.subList(1, arguments.size()), terminal);
                default -> throw new UsageException(bench + ": no such bench. " + USAGE);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            terminal.err().println("Interrupted.");
            return UsageException.STATUS;
        } catch (UsageException e) {
            if (arguments.contains("--help")) {
                terminal.out().println(e.getMessage());
                return 0;
            }
            terminal.err().println(e.getMessage());
            return UsageException.STATUS;
        }
    }
}
