package org.redress.local.command;

import java.util.Map;
import java.util.TreeMap;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;

/** Prints what tools need to know about the running installation, as lines for a shell. */
final class EnvironmentCommand implements Command {

    private final RunFolder run;
    private final Terminal terminal;

    EnvironmentCommand(RunFolder run, Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "environment";
    }

    @Override
    public String help() {
        return """
                deploy/local/launcher environment
                Prints addresses and an adapter's token as lines for a shell; eval takes them over.""";
    }

    @Override
    public int run(Options options) {
        of(run, Commands.running(run))
                .forEach((name, value) -> terminal.line("export %s='%s'".formatted(name, value.replace("'", "'\\''"))));
        return 0;
    }

    /** Addresses of the installation, and a token that may hand petitions in. */
    static Map<String, String> of(RunFolder run, RunState state) {
        Map<String, String> environment = new TreeMap<>(state.environment());
        environment.put("REDRESS_TOKEN", new TokenRequest(run, state).fetch("adapter", ""));
        return environment;
    }
}
