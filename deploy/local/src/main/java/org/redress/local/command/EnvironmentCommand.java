package org.redress.local.command;

import java.util.Map;
import java.util.TreeMap;
import org.redress.local.keys.KeyFiles;
import org.redress.local.run.Part;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;

/** Prints what tools need to know about the running installation, as lines for a shell. */
final class EnvironmentCommand implements Command {

    private static final String ADAPTER = "adapter";

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
                deploy/local/launcher environment [ROLE]
                Prints addresses and a token of a role as lines for a shell; eval takes them over. Without a role it
                is an adapter's, which may hand petitions in; healing needs one of the role admin.""";
    }

    @Override
    public int run(Options options) {
        if (options.words().size() > 1) {
            throw new UsageError("environment takes one ROLE, adapter or admin.");
        }
        String role = options.words().isEmpty() ? ADAPTER : options.words().getFirst();
        of(run, Commands.running(run), role)
                .forEach((name, value) -> terminal.line("export %s='%s'".formatted(name, value.replace("'", "'\\''"))));
        return 0;
    }

    /** Addresses of the installation, and a token that may hand petitions in. */
    static Map<String, String> of(RunFolder run, RunState state) {
        return of(run, state, ADAPTER);
    }

    private static Map<String, String> of(RunFolder run, RunState state, String role) {
        Map<String, String> environment = new TreeMap<>(state.environment());
        environment.put(
                "REDRESS_LEDGER_KEYS",
                KeyFiles.of(run, Part.ROUTING).resolve("ledger.json").toString());
        environment.put("REDRESS_TOKEN", new TokenRequest(run, state).fetch(role, ""));
        return environment;
    }
}
