package org.redress.routing.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.contracts.Event;
import org.redress.contracts.Json;
import org.redress.routing.Intake;
import tools.jackson.databind.JsonNode;

/** Stands for the service that publishes petitions: keeps their events and sends them again when it is asked to. */
final class Archive implements AutoCloseable {

    private final Map<String, List<Event>> events = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile Intake sender;

    Archive() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token","subject_types_supported":["public"],
                "authorization_endpoint":"%1$s/authorize","response_types_supported":["code"],
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(address())));
        server.createContext("/token", exchange -> answer(exchange, """
                {"access_token":"t","token_type":"Bearer","expires_in":300}"""));
        server.createContext("/internal/resend", this::resend);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void keep(Event event) {
        events.computeIfAbsent(event.head().aggregateId(), id -> new ArrayList<>())
                .add(event);
    }

    /** Sends from now on by way of this one. */
    void sendBy(Intake intake) {
        sender = intake;
    }

    private void resend(HttpExchange exchange) throws IOException {
        JsonNode asked = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
        Intake intake = Objects.requireNonNull(sender, "nobody sends");
        List<Event> again = events.getOrDefault(asked.path("aggregateId").asString(), List.of()).stream()
                .filter(event -> event.head().sequence() >= asked.path("from").asLong())
                .toList();
        again.forEach(intake::send);
        answer(exchange, "{\"sent\":" + again.size() + "}");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
