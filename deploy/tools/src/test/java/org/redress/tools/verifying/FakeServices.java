package org.redress.tools.verifying;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.redress.tools.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The edges of the four services: writes down what they are asked and answers as it is told. */
final class FakeServices implements AutoCloseable {

    /** What a service answers. */
    record Answer(int status, String body) {

        static Answer sent(int number) {
            return new Answer(200, "{\"sent\":" + number + "}");
        }

        static Answer corrected(int number) {
            return new Answer(200, "{\"corrected\":" + number + "}");
        }
    }

    /** A service's part of a test. */
    interface Service {
        Answer asked(String service, String path, JsonNode body);
    }

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Service service = (name, path, body) -> new Answer(404, "");
    private final HttpServer server;

    FakeServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    Shell knownTo(Shell shell) {
        for (String name : List.of("intake", "routing", "notification", "analytics")) {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
            shell.with("REDRESS_" + name.toUpperCase(Locale.ROOT) + "_URL", url);
        }
        return shell.with("REDRESS_TOKEN", "t-1");
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", 3);
        JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        asked.add(path[1] + " " + path[2] + " " + body.path("topic").asString("")
                + " " + body.path("aggregateId").asString("") + " "
                + body.path("key").asString(""));
        boolean known = "Bearer t-1".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = known ? service.asked(path[1], path[2], body) : new Answer(401, "");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
