package org.redress.local.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.redress.local.run.Part;
import org.redress.local.run.PartState;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;
import org.redress.local.supervise.Health;
import org.redress.starters.ProcessRecord;
import org.redress.starters.StartFailure;

/** Keeps one part away ({@code stop}) or has it back ({@code start}). */
final class AwayCommand implements Command {

    private static final Duration WITHIN = Duration.ofMinutes(3);

    private final String name;
    private final boolean away;
    private final RunFolder run;
    private final Terminal terminal;

    AwayCommand(String name, boolean away, RunFolder run, Terminal terminal) {
        this.name = name;
        this.away = away;
        this.run = run;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String help() {
        return """
                deploy/local/%s NAME
                %s
                NAME is one of %s.""".formatted(
                        name,
                        away
                                ? "Ends one part in order and keeps it away until deploy/local/start NAME."
                                : "Has a part back that deploy/local/stop kept away, and returns when it is healthy.",
                        Part.names());
    }

    @Override
    public int run(Options options) {
        String word = options.words().isEmpty() ? "" : options.words().getFirst();
        Part part = Part.named(word)
                .filter(found -> options.words().size() == 1)
                .orElseThrow(() -> new UsageError("%s takes one name of %s.".formatted(name, Part.names())));
        RunState state = Commands.running(run);
        if (state.part(part).isEmpty()) {
            throw new StartFailure("%s is not run by this installation.".formatted(part.label()));
        }
        run.setAway(part, away);
        await(part);
        terminal.line(part.label() + (away ? " is kept away." : " is healthy."));
        return 0;
    }

    private void await(Part part) {
        long end = System.nanoTime() + WITHIN.toNanos();
        while (!reached(part)) {
            if (System.nanoTime() > end) {
                throw new StartFailure("%s did not %s within %d minutes: see %s."
                        .formatted(part.label(), name, WITHIN.toMinutes(), run.log(part.label())));
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private boolean reached(Part part) {
        PartState state = Commands.running(run).part(part).orElseThrow();
        Optional<ProcessHandle> process = Optional.ofNullable(state.process()).flatMap(ProcessRecord::alive);
        return away ? process.isEmpty() : process.isPresent() && Health.of(part, state.port());
    }
}
