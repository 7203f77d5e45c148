package org.redress.bench;

import java.util.Arrays;
import java.util.List;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;

/** Runs one of the benches: {@code faults} or {@code throughput}. */
public final class Bench {

    private static final String USAGE =
            "usage: faults … | throughput …; 'faults --help' and 'throughput --help' tell more.";

    private Bench() {}

    /** Runs the bench named by the first argument and ends the process with its status. */
    public static void main(String[] arguments) {
        int status = run(List.copyOf(Arrays.asList(arguments)), new Terminal(System.getenv(), System.out, System.err));
        System.exit(status);
    }

    private static int run(List<String> arguments, Terminal terminal) {
        try {
            throw new UsageException(String.join(" ", arguments) + ": no such bench. " + USAGE);
        } catch (UsageException e) {
            terminal.err().println(e.getMessage());
            return UsageException.STATUS;
        }
    }
}
