package org.redress.tools.importing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The edge of the importer: takes petitions over HTTP by key, and breaks as it is told. */
final class FakeIntake implements AutoCloseable {

    /** What to answer instead of taking the petition. */
    record Trouble(int status, String body) {}

    final Map<String, JsonNode> taken = new ConcurrentHashMap<>();
    final AtomicInteger requests = new AtomicInteger();
    volatile @Nullable String token;
    volatile IntFunction<@Nullable Trouble> trouble = request -> null;

    private final HttpServer server;

    FakeIntake() {
        this(0);
    }

    FakeIntake(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/petitions", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        token = exchange.getRequestHeaders().getFirst("Authorization");
        Trouble answer = trouble.apply(requests.incrementAndGet());
        if (answer == null) {
            answer = take(exchange, JsonMapper.shared().readTree(body));
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Trouble take(HttpExchange exchange, JsonNode petition) {
        if (petition.path("subject").asString("").length() > 20) {
            return new Trouble(400, """
                    {"status":400,"title":"Wrong request",
                     "errors":[{"field":"subject","problem":"is too long","accepted":"at most 20 characters"}]}""");
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (taken.putIfAbsent(key, petition) != null) {
            exchange.getResponseHeaders().add("Idempotent-Replayed", "true");
        }
        return new Trouble(202, "{\"petitionId\":\"p-" + key + "\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
