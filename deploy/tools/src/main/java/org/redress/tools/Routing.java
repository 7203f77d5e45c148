package org.redress.tools;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Routing's interface, asked with an administrator's token. */
public final class Routing implements AutoCloseable {

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
     * @param path where all that is asked of it begins
     * @throws UsageException when there is no address or no token
     */
    public Routing(Terminal terminal, String path) {
        this.url = terminal.required("REDRESS_ROUTING_URL").replaceAll("/+$", "") + path;
        this.token = terminal.required("REDRESS_TOKEN");
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body what it says
     */
    public record Answer(int status, JsonNode body) {

        /** True when it was refused, with the reason in the body. */
        public boolean isRefusal() {
            return status >= 400;
        }
    }

    /** Hands something in below the path. */
    public Answer post(String below, Object body) throws InterruptedException {
        return ask(request(below).POST(written(body)));
    }

    /** The same, as what follows the version that was looked at. */
    public Answer post(String below, Object body, int seen) throws InterruptedException {
        return ask(request(below).header("If-Match", "\"" + seen + "\"").POST(written(body)));
    }

    /** Asks for something below the path. */
    public Answer get(String below) throws InterruptedException {
        return ask(request(below).GET());
    }

    private static HttpRequest.BodyPublisher written(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
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
