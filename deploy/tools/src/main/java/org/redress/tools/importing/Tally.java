package org.redress.tools.importing;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Counts what became of the rows, lists the rejected ones and shows progress. */
final class Tally {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final double NANOS_A_SECOND = 1e9;

    private final long rows;
    private final PrintStream out;
    private final PrintStream err;
    private final UnaryOperator<String> nameOf;
    private final long startedAt = System.nanoTime();

    private long accepted;
    private long repeated;
    private long rejected;
    private long shownAt = startedAt;

    Tally(long rows, PrintStream out, PrintStream err, UnaryOperator<String> nameOf) {
        this.rows = rows;
        this.out = out;
        this.err = err;
        this.nameOf = nameOf;
    }

    synchronized void count(long line, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted taken -> accepted++;
            case Outcome.Repeated again -> repeated++;
            case Outcome.Rejected refused -> {
                rejected++;
                refused.complaints().forEach(complaint -> out.println(sentence(line, complaint)));
            }
        }
        long now = System.nanoTime();
        if (now - shownAt >= PROGRESS_NANOS) {
            shownAt = now;
            progress();
        }
    }

    private String sentence(long line, Outcome.Complaint complaint) {
        String column = complaint.field().isEmpty() ? "" : ", column " + nameOf.apply(complaint.field());
        return "line " + line + column + ": " + complaint.reason();
    }

    synchronized void progress() {
        long done = accepted + repeated + rejected;
        err.printf(
                Locale.ROOT,
                "%,d of %,d rows: %,d accepted, %,d repeated, %,d rejected, %,.0f a second%n",
                done,
                rows,
                accepted,
                repeated,
                rejected,
                done / Math.max(seconds(), 0.001));
    }

    /** Rows that were refused. */
    synchronized long rejected() {
        return rejected;
    }

    /** The last line of the output. */
    synchronized String json() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("rows", rows);
        summary.put("accepted", accepted);
        summary.put("repeated", repeated);
        summary.put("rejected", rejected);
        summary.put("seconds", Math.round(seconds() * 10) / 10.0);
        return JSON.writeValueAsString(summary);
    }

    private double seconds() {
        return (System.nanoTime() - startedAt) / NANOS_A_SECOND;
    }
}
