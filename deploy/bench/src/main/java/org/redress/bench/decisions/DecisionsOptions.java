package org.redress.bench.decisions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.redress.bench.decisions.walking.Run;
import org.redress.starters.Repository;
import org.redress.tools.Arguments;
import org.redress.tools.UsageException;

/**
 * What is asked of a run.
 *
 * @param messages the file of messages with their replies
 * @param run which limit is judged
 * @param limit at most so many messages, the earliest
 * @param rows where a line for each message is written
 * @param keep whether the run folder stays
 */
record DecisionsOptions(Path messages, Run run, int limit, Path rows, boolean keep) {

    static final String USAGE = """
            usage: deploy/bench/decisions --messages FILE --run A|B [--limit N] [--rows FILE] [--keep]
              Starts the platform as it ships in a folder of its own and walks real messages through it in business
              time, each handed in and replied to at its moment, every rung fired at its own. Then counts from outside
              whose decision (A: 15 days, decided when the reply came) or answer (B: 60 days, accepted at once) was
              late, and whether exactly those fired at the limit, once and in time. The last line is JSON.
              --messages FILE   columns id, subject, submitted_at, text, reply, replied_at; stays where it is
              --run A|B         which limit
              --limit N         the earliest N messages only
              --rows FILE       a line for each message, for deploy/bench/decisions-count
                                (deploy/bench/target/decisions-a/rows.csv, or b)
              --keep            leave data, mails and logs where they are
              exit 0: every message was late or in time as it has to be; 1: one was not; 2: wrong arguments.""";

    private static final Set<String> VALUES = Set.of("--messages", "--run", "--limit", "--rows");
    private static final Set<String> SWITCHES = Set.of("--keep", "--help");

    static DecisionsOptions read(List<String> words) {
        Arguments arguments = Arguments.read(words, VALUES, SWITCHES);
        if (arguments.has("--help") || !arguments.operands().isEmpty()) {
            throw new UsageException(USAGE);
        }
        Path messages = Path.of(arguments.option("--messages", ""));
        if (!Files.isRegularFile(messages)) {
            throw new UsageException("--messages needs a file, not '" + messages + "'.");
        }
        Run run = run(arguments.option("--run", ""));
        String rows = arguments.option("--rows");
        return new DecisionsOptions(
                messages,
                run,
                arguments.number("--limit", Integer.MAX_VALUE),
                rows == null ? folder(run).resolve("rows.csv") : Path.of(rows),
                arguments.has("--keep"));
    }

    /** The folder of a run. */
    static Path folder(Run run) {
        return Repository.root()
                .resolve("deploy/bench/target/decisions-" + run.name().toLowerCase(Locale.ROOT));
    }

    private static Run run(String given) {
        for (Run run : Run.values()) {
            if (run.name().equals(given)) {
                return run;
            }
        }
        throw new UsageException("--run needs A or B, not '" + given + "'.");
    }
}
