package org.redress.tools.verifying;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.tools.Arguments;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.databind.json.JsonMapper;

/** The tool {@code redrive}: has what was set aside sent again, once its cause is mended. */
public final class RedriveCommand {

    private static final String USAGE = """
            usage: redrive (--all | ID…) [--json]
              Has the events of what was set aside sent again, from the first that was not applied. What cannot be
              applied still is set aside again: 'parked' tells.
              ID       an aggregate as 'parked' lists it, or its petition
              --all    everything that is set aside
              --json   only the last line, which is JSON
            Needs MONGODB_URI, REDRESS_INTAKE_URL, REDRESS_ROUTING_URL, REDRESS_NOTIFICATION_URL, REDRESS_ANALYTICS_URL
            and REDRESS_TOKEN, a token with the role admin.
            Exit 0: all were sent again; 1: some were not; 2: the databases cannot be read, or the services do not
            accept the token.""";

    private static final int SOME_NOT = 1;
    private static final int LISTED = 100;

    private final Services services;
    private final List<Map<String, Object>> did = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private int redriven;
    private int sent;
    private int refused;

    private RedriveCommand(Services services) {
        this.services = services;
    }

    /**
     * Redrives.
     *
     * @return 0 when all that were asked for were sent again, 1 when some were not
     * @throws UsageException when the arguments are wrong, the databases cannot be read or the token is not accepted
     */
    public static int run(List<String> words, Terminal terminal) throws InterruptedException {
        Arguments arguments = Arguments.read(words, Set.of(), Set.of("--all", "--json", "--help"));
        List<String> ids = arguments.operands();
        if (arguments.has("--help") || arguments.has("--all") != ids.isEmpty()) {
            throw new UsageException(USAGE);
        }
        try (Services services = new Services(terminal)) {
            RedriveCommand command = new RedriveCommand(services);
            List<Parked> parked = Reading.from(terminal, Parked::in);
            for (Parked each : parked) {
                if (ids.isEmpty() || ids.stream().anyMatch(each::isOf)) {
                    command.redrive(each);
                }
            }
            ids.stream()
                    .filter(id -> parked.stream().noneMatch(each -> each.isOf(id)))
                    .forEach(command::unknown);
            return command.show(arguments, terminal);
        }
    }

    private void redrive(Parked parked) throws InterruptedException {
        Reply reply = services.redrive(parked.consumption(), parked.id(), parked.key());
        sent += reply.count();
        redriven += reply.changed() ? 1 : 0;
        refused += reply.changed() ? 0 : 1;
        tell(parked.id(), parked.consumption().consumer().service(), reply.says());
    }

    private void unknown(String id) {
        refused++;
        tell(id, "", "is set aside nowhere");
    }

    private void tell(String id, String service, String says) {
        if (did.size() < LISTED) {
            Map<String, Object> deed = new LinkedHashMap<>();
            deed.put("id", id);
            deed.put("service", service);
            deed.put("did", says);
            did.add(deed);
            lines.add(id + (service.isEmpty() ? ": " : " at " + service + ": ") + says);
        }
    }

    private int show(Arguments arguments, Terminal terminal) {
        if (!arguments.has("--json")) {
            lines.forEach(terminal.out()::println);
            terminal.out()
                    .println(redriven + " sent again, " + refused + " not. 'parked' tells what is still set aside.");
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("redriven", redriven);
        json.put("sent", sent);
        json.put("refused", refused);
        json.put("did", did);
        terminal.out().println(JsonMapper.shared().writeValueAsString(json));
        return refused == 0 ? 0 : SOME_NOT;
    }
}
