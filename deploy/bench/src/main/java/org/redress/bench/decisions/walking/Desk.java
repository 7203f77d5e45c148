package org.redress.bench.decisions.walking;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.redress.bench.stack.RunningStack;
import org.redress.bench.stack.RunningStack.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes cases further as a supervisor does; each command names the version that was seen, and one that is stale is read again. */
final class Desk {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROLE = "supervisor";
    private static final String PETITION_OFFICE = "officer:chen.jing";
    private static final int NOT_THEIRS = 404;
    private static final Set<Integer> READ_AGAIN = Set.of(0, 409, 412, 503);
    private static final int TRIES = 20;
    private static final int LONGEST_FACTS = 8_000;

    private final RunningStack stack;

    Desk(RunningStack stack) {
        this.stack = stack;
    }

    /** Accepts, where that is still open, gives and serves the opinion and closes: nothing is owed any more afterwards. */
    void finish(String petitionId, String answer) {
        JsonNode seen = read(petitionId);
        seen = isOpen(seen, "accept") ? command(seen, "accept", "{}") : seen;
        seen = command(seen, "give-opinion", opinion(answer));
        seen = command(seen, "serve", "{\"how\":\"electronic\",\"proof\":\"网上答复\"}");
        command(seen, "close", "");
    }

    /** The reply as a written opinion: its words are the facts. */
    private static String opinion(String answer) {
        String facts = answer.substring(0, Math.min(answer.length(), LONGEST_FACTS));
        return JSON.writeValueAsString(Map.of(
                "outcome", "explained",
                "request", "见来信",
                "facts", facts.isBlank() ? "见答复" : facts,
                "reasons", "见答复",
                "legalBasis", "见答复"));
    }

    /** Says that a message is about nobody, where a word in it is also somebody's name and a person has to look. */
    void screen(String petitionId) {
        if (stack.get("routing", "/api/cases/" + petitionId, ROLE).status() == NOT_THEIRS) {
            Answer seen = stack.get("routing", "/api/cases/" + petitionId, PETITION_OFFICE);
            Answer answer = stack.post(
                    "routing",
                    "/api/cases/" + petitionId + "/screen",
                    PETITION_OFFICE,
                    "{\"accused\":[],\"note\":\"与所述人员无关\"}",
                    "If-Match",
                    "\"" + seen.json().path("version").asLong() + "\"");
            if (answer.status() != 200) {
                throw new IllegalStateException("the screening of " + petitionId + " was refused: " + answer);
            }
        }
    }

    /** Accepts. */
    void accept(String petitionId) {
        command(read(petitionId), "accept", "{}");
    }

    private JsonNode read(String petitionId) {
        Answer answer = stack.get("routing", "/api/cases/" + petitionId, ROLE);
        if (answer.status() != 200) {
            throw new IllegalStateException("the case " + petitionId + " cannot be read: " + answer);
        }
        return answer.json();
    }

    private JsonNode command(JsonNode first, String step, String body) {
        JsonNode seen = first;
        String id = seen.path("petitionId").asString();
        for (int attempt = 0; attempt < TRIES && isOpen(seen, step); attempt++) {
            Answer answer = post(id, step, body, seen.path("version").asLong());
            if (answer.status() == 200) {
                return answer.json();
            }
            if (!READ_AGAIN.contains(answer.status())) {
                throw new IllegalStateException(step + " of " + id + " was refused: " + answer);
            }
            seen = read(id);
        }
        if (isOpen(seen, step)) {
            throw new IllegalStateException(step + " of " + id + " did not come through in " + TRIES + " tries");
        }
        return seen; // its answer was lost: it is done
    }

    private Answer post(String id, String step, String body, long version) {
        try {
            return stack.post(
                    "routing", "/api/cases/" + id + "/" + step, ROLE, body, "If-Match", "\"" + version + "\"");
        } catch (UncheckedIOException e) {
            return new Answer(0, e.toString(), "");
        }
    }

    private static boolean isOpen(JsonNode seen, String step) {
        return seen.path("openSteps")
                .valueStream()
                .anyMatch(open -> open.asString().equals(step));
    }
}
