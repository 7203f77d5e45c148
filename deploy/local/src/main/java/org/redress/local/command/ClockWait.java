package org.redress.local.command;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.redress.local.clock.ServiceClocks;
import org.redress.local.run.Part;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;
import org.redress.starters.StartFailure;

/** Waits until the services have followed business time. */
final class ClockWait {

    private static final Duration ASK_EVERY = Duration.ofMillis(200);

    private final RunState state;
    private final RunFolder run;
    private final Terminal terminal;
    private final ServiceClocks clocks = new ServiceClocks();

    ClockWait(RunState state, RunFolder run, Terminal terminal) {
        this.state = state;
        this.run = run;
        this.terminal = terminal;
    }

    /** Returns when all services that are not kept away have read the version and routing has no rung left to fire. */
    void until(long version, Duration within) {
        List<Part> asked =
                Part.services().stream().filter(part -> !run.isAway(part)).toList();
        if (!asked.contains(Part.ROUTING)) {
            throw new StartFailure(
                    "routing is kept away and cannot fire rungs: deploy/local/start routing has it back.");
        }
        long end = System.nanoTime() + within.toNanos();
        for (Part part : asked) {
            while (!has(part, version)) {
                if (System.nanoTime() > end) {
                    throw new StartFailure("%s did not follow business time within %d minutes: see %s."
                            .formatted(part.label(), within.toMinutes(), run.log(part.label())));
                }
                LockSupport.parkNanos(ASK_EVERY.toNanos());
            }
        }
        terminal.line("Every service has read it; no rung that is due is unfired.");
    }

    private boolean has(Part part, long version) {
        URI address = URI.create(state.variable("REDRESS_" + part.name() + "_URL"));
        return part == Part.ROUTING ? clocks.hasFired(address, version) : clocks.hasRead(address, version);
    }
}
