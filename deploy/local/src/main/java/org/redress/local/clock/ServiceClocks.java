package org.redress.local.clock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks services which business time they go by; one that does not answer has not followed yet. */
public final class ServiceClocks {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Tells whether the service at this address has read that version of the clock file, or a later one. */
    public boolean hasRead(URI service, long version) {
        return ask(service).filter(clock -> read(clock) >= version).isPresent();
    }

    /** Tells whether the service that fires rungs has read that version and left no rung unfired that is due. */
    public boolean hasFired(URI service, long version) {
        return ask(service)
                .filter(clock -> read(clock) >= version)
                .filter(clock -> clock.path("unfired").asLong(-1) == 0)
                .isPresent();
    }

    private static long read(JsonNode clock) {
        return clock.path("version").asLong(-1);
    }

    private Optional<JsonNode> ask(URI service) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/actuator/clock"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
        } catch (IOException | JacksonException e) {
            // Not yet, or not at the moment: the service may be starting again.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
