package org.redress.tools.organising;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Routing's interface to the organisation, asked with an administrator's token. */
final class Routing implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String url;
    private final String token;

    /**
     * The service the terminal's environment names.
     *
     * @throws UsageException when there is no address or no token
     */
    Routing(Terminal terminal) {
        this.url = terminal.required("REDRESS_ROUTING_URL").replaceAll("/+$", "") + "/api/organisation/";
        this.token = terminal.required("REDRESS_TOKEN");
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body what it says
     */
    record Answer(int status, JsonNode body) {

        boolean isRefusal() {
            return status >= 400;
        }
    }

    /** Hands in a draft. */
    Answer draft(Object files) throws InterruptedException {
        return ask(request("drafts").POST(BodyPublishers.ofString(JSON.writeValueAsString(files))));
    }

    /** Puts one into effect as the version after the one it was held against. */
    Answer activate(Object activation, int before) throws InterruptedException {
        return ask(request("versions")
                .header("If-Match", "\"" + before + "\"")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(activation))));
    }

    /** Asks for all versions. */
    Answer versions() throws InterruptedException {
        return ask(request("versions").GET());
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Accept-Language", "en")
                    .header("Authorization", "Bearer " + token);
        } catch (IllegalArgumentException e) {
            throw new UsageException("REDRESS_ROUTING_URL is no address: " + e.getMessage());
        }
    }

    private Answer ask(HttpRequest.Builder asked) throws InterruptedException {
        HttpRequest request = asked.build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 401 -> throw new UsageException(request.uri() + " does not accept the token in REDRESS_TOKEN.");
                case 403 -> throw new UsageException("The token in REDRESS_TOKEN lacks the role admin.");
                case 500, 502, 503, 504 ->
                    throw new UsageException(request.uri() + " answered HTTP " + answer.statusCode() + ".");
                default -> new Answer(answer.statusCode(), JSON.readTree(answer.body()));
            };
        } catch (IOException | JacksonException e) {
            throw new UsageException(
                    request.uri() + " gave no answer: " + e.getClass().getSimpleName() + ".");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
