package org.redress.tools.importing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back for one try.
 *
 * @param status HTTP status; 0 when there was no response
 * @param replayed whether intake says that it had answered the same before
 * @param retryAfter how long it asks to wait; zero when it does not
 * @param body response, or what went wrong on the way
 */
record Answer(int status, boolean replayed, Duration retryAfter, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** What to do after a try. */
    enum Kind {
        /** The row has its answer. */
        DECIDED,
        /** Intake takes nothing from this client: trying further rows is useless. */
        REFUSES_CLIENT,
        /** Something broke; the same row may break again. */
        FAILED,
        /** Intake is away or busy. */
        LATER;

        static Kind of(Answer answer) {
            return switch (answer.status()) {
                case 0, 408, 425, 429, 502, 503, 504 -> LATER;
                case 401, 403, 404, 405, 406 -> REFUSES_CLIENT;
                default -> answer.status() >= 500 ? FAILED : DECIDED;
            };
        }
    }

    static Answer of(HttpResponse<String> response) {
        boolean replayed = response.headers()
                .firstValue("Idempotent-Replayed")
                .map(value -> value.equalsIgnoreCase("true"))
                .orElse(false);
        return new Answer(response.statusCode(), replayed, wait(response), response.body());
    }

    static Answer none(IOException e) {
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return new Answer(0, false, Duration.ZERO, e.getClass().getSimpleName() + message);
    }

    private static Duration wait(HttpResponse<String> response) {
        String value = response.headers().firstValue("Retry-After").orElse("");
        if (!value.matches("\\d{1,6}")) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(value));
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    /** The row's outcome; refusals with the reasons of the problem's details. */
    Outcome outcome() {
        if (status / 100 == 2) {
            return replayed ? new Outcome.Repeated() : new Outcome.Accepted();
        }
        return new Outcome.Rejected(complaints());
    }

    private List<Outcome.Complaint> complaints() {
        JsonNode problem = problem();
        List<Outcome.Complaint> complaints = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            String accepted = error.path("accepted").isMissingNode()
                            || error.path("accepted").isNull()
                    ? ""
                    : " (accepted: " + text(error.path("accepted")) + ")";
            complaints.add(
                    new Outcome.Complaint(error.path("field").asString(""), text(error.path("problem")) + accepted));
        }
        if (complaints.isEmpty()) {
            complaints.add(new Outcome.Complaint("", summary()));
        }
        return complaints;
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : node.toString();
    }

    /** The answer in a few words. */
    String summary() {
        if (status == 0) {
            return body;
        }
        JsonNode problem = problem();
        String detail = problem.path("detail").asString(problem.path("title").asString(""));
        return "HTTP " + status + (detail.isBlank() ? "" : ": " + detail);
    }

    /** The sentence for an answer that no row can change. */
    String refusal(URI address) {
        String remedy = switch (status) {
            case 401 -> "The token is not accepted, or has expired: get a new one and run the import again.";
            case 403 -> "The token lacks the role adapter.";
            default -> "Is this the address of intake?";
        };
        return String.format(Locale.ROOT, "%s answered %s. %s", address, summary(), remedy);
    }

    private JsonNode problem() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }
}
