package org.redress.bench.faults;

import java.io.PrintStream;
import java.time.Duration;

/** Tells what happens, with the time since the begin. */
final class Progress {

    private final PrintStream out;
    private final long began = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    void tell(String sentence) {
        Duration now = elapsed();
        out.printf("%02d:%02d %s%n", now.toMinutes(), now.toSecondsPart(), sentence);
        out.flush();
    }
}
