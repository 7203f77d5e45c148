package org.redress.tools.verifying;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.redress.tools.Arguments;
import org.redress.tools.Installation;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.databind.JsonNode;

/** The tool {@code restored}: brings a service whose database was restored from a backup back among the others. */
public final class RestoredCommand {

    private static final String USAGE = """
            usage: restored SERVICE [--json]
              After the database of SERVICE (intake, routing, notification or analytics) was restored from a backup: tells
              the history of each petition, case, notification or organisation that had gone further before the restore
              again, in a new epoch that replaces what the other services hold of it, and publishes again. Then
              'verify --heal' has everything sent again that SERVICE had consumed since the backup.
              Stop SERVICE before its database is restored, and start one instance alone afterwards: it finds out by
              itself, and publishes nothing until this is done.
              Petitions that were taken after the backup are listed by receipt: a hundred, all of them in the last line.
              --json   only the last line, which is JSON
            Needs REDRESS_INTAKE_URL, REDRESS_ROUTING_URL, REDRESS_NOTIFICATION_URL, REDRESS_ANALYTICS_URL and
            REDRESS_TOKEN, a token with the role admin.
            Exit 0: it publishes again; 1: it does not, or some history is not whole; 2: the services do not accept
            the token.""";

    private static final int SOME_NOT = 1;
    private static final int LISTED = 100;

    private RestoredCommand() {}

    /**
     * Has a service begin a new epoch.
     *
     * @return 0 when it publishes again and every history is whole, otherwise 1
     * @throws UsageException when the arguments are wrong or the token is not accepted
     */
    public static int run(List<String> words, Terminal terminal) throws InterruptedException {
        Arguments arguments = Arguments.read(words, Set.of(), Set.of("--json", "--help"));
        List<String> services = arguments.operands();
        if (arguments.has("--help") || services.size() != 1 || !Installation.SERVICES.contains(services.getFirst())) {
            throw new UsageException(USAGE);
        }
        try (Services asked = new Services(terminal)) {
            Services.Answer answer = asked.restored(services.getFirst());
            if (!arguments.has("--json")) {
                show(answer, services.getFirst(), terminal);
            }
            terminal.out().println(answer.json());
            return answer.isDone() && answer.json().path("incomplete").isEmpty() ? 0 : SOME_NOT;
        }
    }

    private static void show(Services.Answer answer, String service, Terminal terminal) {
        if (!answer.isDone()) {
            terminal.out().println(service + " " + answer.json().path("refused").asString());
            return;
        }
        JsonNode json = answer.json();
        terminal.out()
                .println(json.path("retold").asInt() + " told again in epoch "
                        + json.path("epoch").asInt());
        // A petitioner is known by the receipt; an older service tells none.
        list(
                json.path("gone"),
                id -> json.path("receipts").path(id).asString(id),
                "made after the backup, nothing of it is left in " + service,
                terminal);
        list(json.path("incomplete"), id -> id, "not told again, its history is not whole: see 'verify'", terminal);
        terminal.out().println(service + " publishes again. Now 'verify --heal' brings it what it has consumed since.");
    }

    private static void list(JsonNode ids, UnaryOperator<String> name, String what, Terminal terminal) {
        ids.valueStream().limit(LISTED).forEach(id -> terminal.out().println(name.apply(id.asString()) + ": " + what));
        if (ids.size() > LISTED) {
            terminal.out().println("… and " + (ids.size() - LISTED) + " more");
        }
    }
}
