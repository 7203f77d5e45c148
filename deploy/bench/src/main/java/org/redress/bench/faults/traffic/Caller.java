package org.redress.bench.faults.traffic;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.redress.journey.stack.RunningStack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to the services; may try one for as long as it gets no answer that decides it. */
final class Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Set<Integer> LATER = Set.of(0, 401, 408, 425, 429, 500, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final RunningStack stack;
    private final Turnaways turnaways;
    private final CountDownLatch stopped;

    Caller(RunningStack stack, Turnaways turnaways, CountDownLatch stopped) {
        this.stack = stack;
        this.turnaways = turnaways;
        this.stopped = stopped;
    }

    /**
     * A request.
     *
     * @param service the service it goes to
     * @param path its path
     * @param role the role to sign in with; empty to sign in not at all
     * @param headers further headers
     * @param body its JSON; empty to read instead of posting
     */
    record Call(String service, String path, String role, Map<String, String> headers, String body) {}

    /** What came back: status 0 when nothing did. */
    record Reply(int status, String body) {

        boolean decides() {
            return !LATER.contains(status);
        }

        boolean accepted() {
            return status / 100 == 2;
        }

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /** Sends it until an answer decides it; empty when none did within patience. */
    Optional<Reply> until(Call call) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 0; System.nanoTime() < end; attempt++) {
            Reply reply = once(call);
            if (reply.decides()) {
                return Optional.of(reply);
            }
            pause(Math.min(2_000, 100 << Math.min(attempt, 5)));
        }
        return Optional.empty();
    }

    /** Sends it once. */
    Reply once(Call call) throws InterruptedException {
        String token = call.role().isEmpty() ? "" : stack.token(call.role());
        try {
            HttpResponse<String> response =
                    http.send(request(call, token), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() == 401) {
                stack.forgetToken(call.role(), token);
            }
            turnaways.note(response);
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            turnaways.noteNoAnswer();
            return new Reply(0, e.toString());
        }
    }

    /** Waits, but not beyond the end of all traffic. */
    boolean pause(long millis) throws InterruptedException {
        if (stopped.getCount() == 0) {
            TimeUnit.MILLISECONDS.sleep(Math.min(millis, 200));
            return false;
        }
        return !stopped.await(millis, TimeUnit.MILLISECONDS);
    }

    private HttpRequest request(Call call, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        stack.address(call.service()).resolve(call.path()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json");
        call.headers().forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return call.body().isEmpty()
                ? request.GET().build()
                : request.POST(BodyPublishers.ofString(call.body(), StandardCharsets.UTF_8))
                        .build();
    }
}
