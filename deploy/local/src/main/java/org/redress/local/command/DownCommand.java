package org.redress.local.command;

import java.time.Duration;
import java.util.Optional;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;

/** Ends the platform, also when its launcher was killed. */
final class DownCommand implements Command {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunFolder run;
    private final Terminal terminal;

    DownCommand(RunFolder run, Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "down";
    }

    @Override
    public String help() {
        return """
                deploy/local/down
                Ends the platform: the services first, the database last. Works also when the launcher was killed.""";
    }

    @Override
    public int run(Options options) {
        Optional<ProcessHandle> launcher = run.state().map(RunState::launcher).flatMap(record -> record.alive());
        launcher.ifPresent(handle -> {
            handle.destroy();
            Leftovers.await(handle, PATIENCE);
        });
        new Leftovers(run, terminal).end();
        terminal.line(launcher.isPresent() ? "Redress has ended." : "Nothing runs from " + run.folder() + '.');
        return 0;
    }
}
