package org.redress.bench.faults.traffic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.redress.bench.faults.traffic.Caller.Call;
import org.redress.bench.faults.traffic.Caller.Reply;
import tools.jackson.databind.JsonNode;

/**
 * One officer, who takes cases a step further. A command carries no key: where its answer was lost the officer looks
 * at the case first, and commands again only what was not done.
 */
final class Officer {

    private static final Map<String, String> BECOMES =
            Map.of("accept", "ACCEPTED", "answer", "ANSWERED", "close", "CLOSED");
    private static final String ROLE = "supervisor";
    private static final int TRIES = 40;

    private final Caller caller;
    private final Ledger ledger;
    private final Random random;

    Officer(Caller caller, Ledger ledger, Random random) {
        this.caller = caller;
        this.ledger = ledger;
        this.random = random;
    }

    /** Takes one case, drawn at random, one step further where it has one open. */
    void work() throws InterruptedException {
        Optional<Acknowledged.Petition> drawn = ledger.any(random);
        if (drawn.isEmpty()) {
            return;
        }
        String id = drawn.get().petitionId();
        Optional<JsonNode> seen = read(id);
        if (seen.isPresent()) {
            List<String> open = openSteps(seen.get());
            if (!open.isEmpty()) {
                take(id, open.get(random.nextInt(open.size())), seen.get());
            }
        }
    }

    private void take(String id, String step, JsonNode first) throws InterruptedException {
        JsonNode seen = first;
        Acknowledged.Command command = new Acknowledged.Command(id, BECOMES.getOrDefault(step, ""));
        for (int attempt = 0; attempt < TRIES && openSteps(seen).contains(step); attempt++) {
            Reply reply = caller.once(command(id, step, seen));
            if (reply.accepted()) {
                ledger.add(command);
                return;
            }
            if (reply.decides()) {
                return; // somebody else came first: refused, and nothing was promised
            }
            caller.pause(500);
            Optional<JsonNode> again = read(id);
            if (again.isEmpty()) {
                return;
            }
            seen = again.get();
            if (isDone(seen, command.became())) {
                ledger.sawDone(command);
                return;
            }
        }
    }

    private Optional<JsonNode> read(String id) throws InterruptedException {
        return caller.until(new Call("routing", "/api/cases/" + id, ROLE, Map.of(), ""))
                .filter(Reply::accepted)
                .map(Reply::json);
    }

    private static Call command(String id, String step, JsonNode seen) {
        String version = "\"" + seen.path("version").asLong() + "\"";
        String body = switch (step) {
            case "accept" -> "{\"way\":\"simplified\"}";
            case "answer" -> "{\"text\":\"已补发三月加班工资。\"}";
            default -> "{}";
        };
        return new Call("routing", "/api/cases/" + id + "/" + step, ROLE, Map.of("If-Match", version), body);
    }

    private static List<String> openSteps(JsonNode found) {
        return found.path("openSteps")
                .valueStream()
                .map(JsonNode::asString)
                .filter(BECOMES::containsKey)
                .toList();
    }

    private static boolean isDone(JsonNode found, String became) {
        return found.path("history")
                .valueStream()
                .anyMatch(line -> line.path("what").asString().equalsIgnoreCase(became));
    }
}
