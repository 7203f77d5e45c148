package org.redress.tools.verifying;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.tools.Arguments;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.databind.json.JsonMapper;

/** The tool {@code parked}: what the services have set aside, and why. */
public final class ParkedCommand {

    private static final String USAGE = """
            usage: parked [--json]
              Lists what each service has set aside because it could not apply an event: which aggregate, at which
              event, and why. Its later events wait with it; all others go on.
              --json   only the last line, which is JSON
            Needs MONGODB_URI. Exit 0: nothing is set aside; 1: something is; 2: the databases cannot be read.""";

    private static final int SOME = 1;
    private static final int LISTED = 100;

    private ParkedCommand() {}

    /**
     * Lists them.
     *
     * @return 0 when nothing is set aside, 1 when something is
     * @throws UsageException when the arguments are wrong or the databases cannot be read
     */
    public static int run(List<String> words, Terminal terminal) throws InterruptedException {
        Arguments arguments = Arguments.read(words, Set.of(), Set.of("--json", "--help"));
        if (arguments.has("--help") || !arguments.operands().isEmpty()) {
            throw new UsageException(USAGE);
        }
        List<Parked> parked = Reading.from(terminal, Parked::in);
        if (!arguments.has("--json")) {
            show(parked, terminal);
        }
        terminal.out().println(JsonMapper.shared().writeValueAsString(json(parked)));
        return parked.isEmpty() ? 0 : SOME;
    }

    private static void show(List<Parked> parked, Terminal terminal) {
        parked.stream().limit(LISTED).forEach(terminal.out()::println);
        if (parked.size() > LISTED) {
            terminal.out().println("… and " + (parked.size() - LISTED) + " more");
        }
        terminal.out()
                .println(
                        parked.isEmpty()
                                ? "Nothing is set aside."
                                : parked.size()
                                        + " set aside. Mend the cause first (a configuration, a new version); then"
                                        + " 'redrive ID' or 'redrive --all' has them sent again, in order.");
    }

    private static Map<String, Object> json(List<Parked> parked) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("parkedCount", parked.size());
        json.put("parked", parked.stream().limit(LISTED).map(Parked::json).toList());
        return json;
    }
}
