package org.redress.tools.verifying;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What services do for operators, asked with a token of the role admin. */
final class Services implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    // A recount goes through all facts, a rebuild through all events.
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Terminal terminal;
    private final String token;

    /**
     * The services at the addresses the terminal's environment names.
     *
     * @throws UsageException when there is no token
     */
    Services(Terminal terminal) {
        this.terminal = terminal;
        this.token = terminal.required("REDRESS_TOKEN");
    }

    /** Clears a parked mark, if there is one, and has the producer send again everything after the position. */
    Reply redrive(Consumption consumption, String id, String key) throws InterruptedException {
        String stream = consumption.stream().name();
        Map<String, String> body = Map.of("topic", stream, "aggregateId", id, "key", key);
        Reply reply = ask(consumption.consumer(), "/internal/redrive", body, "sent");
        if (reply.refused()) {
            return reply;
        }
        return switch (reply.count()) {
            case 0 ->
                reply.saying(consumption.producer().service()
                        + " had nothing more to send: it came with what another was sent, or is not there any more");
            case 1 -> reply.saying("had 1 event of " + stream + " sent again");
            default -> reply.saying("had " + reply.count() + " events of " + stream + " sent again");
        };
    }

    /** Has a mail that failed sent again. */
    Reply sendAgain(String id) throws InterruptedException {
        Reply reply = ask(Holder.NOTIFICATION, "/internal/mails/resend", Map.of("id", id), "sent");
        return reply.refused() ? reply : reply.saying(reply.changed() ? "is sent again" : "has not failed any more");
    }

    /** Has the volumes set right by the facts. */
    Reply recount() throws InterruptedException {
        Reply reply = ask(Holder.ANALYTICS, "/internal/recount", Map.of(), "corrected");
        return reply.refused() ? reply : reply.saying("counted again and set " + reply.count() + " volumes right");
    }

    /** Has a service whose database was restored tell again what had gone further. */
    Answer restored(String service) throws InterruptedException {
        return ask(service, "/internal/restored", Map.of());
    }

    /** Has a projection of analytics built anew. */
    Answer rebuild(String projection) throws InterruptedException {
        return ask(Holder.ANALYTICS.service(), "/internal/rebuild", Map.of("projection", projection));
    }

    private Reply ask(Holder asked, String path, Map<String, String> body, String count) throws InterruptedException {
        Answer answer = ask(asked.service(), path, body);
        return answer.isDone()
                ? Reply.done(answer.json().path(count).asInt())
                : Reply.refused(answer.json().path(Answer.REFUSED).asString());
    }

    private Answer ask(String service, String path, Map<String, String> body) throws InterruptedException {
        URI address = address(service, path);
        try {
            HttpResponse<String> answer = http.send(request(address, body), BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 -> new Answer(JSON.readTree(answer.body()));
                case 401 -> throw new UsageException(address + " does not accept the token in REDRESS_TOKEN.");
                case 403 -> throw new UsageException("The token in REDRESS_TOKEN lacks the role admin.");
                case 400 -> Answer.refused("does not know what was asked for: " + detail(answer.body()));
                case 404 -> Answer.refused("there is no such way back: is the service older than these tools?");
                default -> Answer.refused("answered HTTP " + answer.statusCode());
            };
        } catch (IOException | JacksonException e) {
            return Answer.refused(
                    "gave no answer at " + address + ": " + e.getClass().getSimpleName());
        }
    }

    /** What is accepted in place of the first wrong field, where the problem says so. */
    private static String detail(String problem) {
        JsonNode json = JSON.readTree(problem);
        String accepted = json.path("errors").path(0).path("accepted").asString("");
        return accepted.isEmpty() ? json.path("detail").asString("") : accepted;
    }

    /** What a service answered, or why it did not do what it was asked. */
    record Answer(JsonNode json) {

        private static final String REFUSED = "refused";

        static Answer refused(String why) {
            return new Answer(JSON.createObjectNode().put(REFUSED, why));
        }

        boolean isDone() {
            return !json.has(REFUSED);
        }
    }

    private URI address(String service, String path) {
        String variable = "REDRESS_" + service.toUpperCase(Locale.ROOT) + "_URL";
        try {
            return URI.create(terminal.required(variable).replaceAll("/+$", "") + path);
        } catch (IllegalArgumentException e) {
            throw new UsageException(variable + " is no address: " + e.getMessage());
        }
    }

    private HttpRequest request(URI address, Map<String, String> body) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
