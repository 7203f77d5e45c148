package org.redress.local.command;

import java.util.List;
import org.redress.local.run.RunFolder;
import org.redress.local.signin.Role;

/** Prints bearer tokens. */
final class TokenCommand implements Command {

    private final RunFolder run;
    private final Terminal terminal;

    private record Asked(String role, String person) {

        private static Asked of(String word) {
            String[] parts = word.split(":", 2);
            if (Role.named(parts[0]).isEmpty()) {
                throw new UsageError("\"%s\" is no role: there are %s.".formatted(parts[0], Role.names()));
            }
            return new Asked(parts[0], parts.length > 1 ? parts[1] : "");
        }
    }

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
                deploy/local/token ROLE[:PERSON]...
                Prints a bearer token for calls by hand, a line for each: ROLE is one of %s,
                PERSON an id of the demo people; without one, the first with that role.""".formatted(Role.names());
    }

    @Override
    public int run(Options options) {
        if (options.words().isEmpty()) {
            throw new UsageError("token takes ROLE[:PERSON]; ROLE is one of %s.".formatted(Role.names()));
        }
        List<Asked> all = options.words().stream().map(Asked::of).toList();
        TokenRequest request = new TokenRequest(run, Commands.running(run));
        all.forEach(asked -> terminal.line(request.fetch(asked.role(), asked.person())));
        return 0;
    }
}
