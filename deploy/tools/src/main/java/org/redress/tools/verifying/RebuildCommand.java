package org.redress.tools.verifying;

import java.util.List;
import java.util.Set;
import org.redress.tools.Arguments;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;

/** The tool {@code rebuild}: fills a projection of analytics from the beginning of its topic. */
public final class RebuildCommand {

    private static final String USAGE = """
            usage: rebuild PROJECTION [--json]
              Has analytics read the topic of cases from its beginning into new collections for PROJECTION (turnaround
              or figures), beside those that are read, and switch to them when nothing is lacking. Old cases come into a
              projection this way that is new or counts by other rules. Events keep coming meanwhile, and nobody is told
              anything. Where it is broken off, nothing has changed: run it again.
              --json   only the last line, which is JSON
            Needs REDRESS_ANALYTICS_URL and REDRESS_TOKEN, a token with the role admin.
            Exit 0: it was built anew; 1: it was not; 2: the service does not accept the token.""";

    private static final int NOT_REBUILT = 1;

    private RebuildCommand() {}

    /**
     * Has a projection built anew.
     *
     * @return 0 when it was, otherwise 1
     * @throws UsageException when the arguments are wrong or the token is not accepted
     */
    public static int run(List<String> words, Terminal terminal) throws InterruptedException {
        Arguments arguments = Arguments.read(words, Set.of(), Set.of("--json", "--help"));
        List<String> projections = arguments.operands();
        if (arguments.has("--help") || projections.size() != 1) {
            throw new UsageException(USAGE);
        }
        try (Services asked = new Services(terminal)) {
            Services.Answer answer = asked.rebuild(projections.getFirst());
            if (!arguments.has("--json")) {
                terminal.out().println(projections.getFirst() + " " + told(answer));
            }
            terminal.out().println(answer.json());
            return answer.isDone() ? 0 : NOT_REBUILT;
        }
    }

    private static String told(Services.Answer answer) {
        return answer.isDone()
                ? "was built anew from " + answer.json().path("read").asLong() + " events."
                : "was not built anew: analytics "
                        + answer.json().path("refused").asString();
    }
}
