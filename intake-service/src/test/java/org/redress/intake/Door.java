package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.redress.starters.DescribedStatuses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Intake as its clients see it: over HTTP. */
public final class Door {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Every test looks whether the description of the interface names the status that it sees. */
    private static final AtomicReference<DescribedStatuses> DESCRIBED = new AtomicReference<>();

    private final String base;

    public Door(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** An answer with its JSON. */
    public record Answer(int status, JsonNode json, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text(String field) {
            return json.path(field).asString("");
        }
    }

    /** The smallest petition that is right. */
    public static Map<String, Object> petition() {
        Map<String, Object> petition = new LinkedHashMap<>();
        petition.put("channel", "web");
        petition.put("subject", "宿舍供暖不足");
        petition.put("text", "入冬以来三号宿舍楼室温不到十五度，多次报修没有结果。");
        return petition;
    }

    public Answer submit(Map<String, Object> petition, String... headers) {
        return post("/api/petitions", petition, headers);
    }

    public Answer track(String receipt, String accessCode) {
        return post("/api/tracking", Map.of("receipt", receipt, "accessCode", accessCode));
    }

    /** Adds to the petition of a slip. */
    public Answer supplement(Answer slip, String text, String... headers) {
        return post("/api/tracking/supplement", ask(slip, "text", text), headers);
    }

    /** Withdraws the petition of a slip. */
    public Answer withdraw(Answer slip, String reason, String... headers) {
        return post("/api/tracking/withdraw", ask(slip, "reason", reason), headers);
    }

    private static Map<String, Object> ask(Answer slip, String field, String words) {
        return Map.of("receipt", slip.text("receipt"), "accessCode", slip.text("accessCode"), field, words);
    }

    public Answer post(String path, Object body, String... headers) {
        return send(path, "application/json", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)), headers);
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer send(String path, String contentType, BodyPublisher body, String... headers) {
        return send(request(path, headers).header("Content-Type", contentType).POST(body));
    }

    /** A page, by a browser. */
    public HttpResponse<String> page(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Accept", "text/html");
        return HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    /** A page, by a browser that sends a form of these fields. */
    public HttpResponse<String> page(String path, String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, headers)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded");
        return HTTP.send(request.POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString(UTF_8));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpRequest asked = request.build();
            HttpResponse<String> response = HTTP.send(asked, BodyHandlers.ofString(UTF_8));
            described(asked.uri()).require(asked.method(), asked.uri().getPath(), response.statusCode());
            String body = response.body();
            return new Answer(response.statusCode(), JSON.readTree(body.isEmpty() ? "{}" : body), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static DescribedStatuses described(URI asked) throws IOException, InterruptedException {
        DescribedStatuses known = DESCRIBED.get();
        if (known == null) {
            HttpRequest description =
                    HttpRequest.newBuilder(asked.resolve("/v3/api-docs")).build();
            known = new DescribedStatuses(
                    HTTP.send(description, BodyHandlers.ofString(UTF_8)).body());
            DESCRIBED.set(known);
        }
        return known;
    }
}
