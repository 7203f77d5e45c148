package org.redress.local.command;

import org.redress.local.run.RunFolder;
import org.redress.local.signin.Role;

/** Prints a bearer token. */
final class TokenCommand implements Command {

    private final RunFolder run;
    private final Terminal terminal;

    TokenCommand(RunFolder run, Terminal terminal) {
        this.run = run;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public String help() {
        return """
                deploy/local/token ROLE[:PERSON]
                Prints a bearer token for calls by hand: ROLE is one of %s,
                PERSON an id of the demo people; without one, the first with that role.""".formatted(Role.names());
    }

    @Override
    public int run(Options options) {
        if (options.words().size() != 1) {
            throw new UsageError("token takes one ROLE[:PERSON]; ROLE is one of %s.".formatted(Role.names()));
        }
        String[] asked = options.words().getFirst().split(":", 2);
        if (Role.named(asked[0]).isEmpty()) {
            throw new UsageError("\"%s\" is no role: there are %s.".formatted(asked[0], Role.names()));
        }
        terminal.line(new TokenRequest(run, Commands.running(run)).fetch(asked[0], asked.length > 1 ? asked[1] : ""));
        return 0;
    }
}
