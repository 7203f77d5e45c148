package org.redress.tools.importing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Intake's {@code POST /api/petitions}, tried until it gave an answer. */
final class Intake implements AutoCloseable {

    /** The header that names a row, so that a repeat is recognised. */
    static final String KEY_HEADER = "Idempotency-Key";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MOST_FAILURES = 8;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI address;
    private final @Nullable String token;
    private final Patience patience;

    Intake(URI base, @Nullable String token, Patience patience) {
        this.address = URI.create(base.toString().replaceAll("/+$", "") + "/api/petitions");
        this.token = token;
        this.patience = patience;
    }

    /**
     * Posts a row and returns intake's decision.
     *
     * @throws ImportStoppedException when intake stays away for too long or takes nothing from this client
     */
    Outcome post(Row row) throws InterruptedException {
        HttpRequest request = request(row);
        int failures = 0;
        for (int attempt = 0; ; attempt++) {
            Answer answer = send(request);
            switch (Answer.Kind.of(answer)) {
                case DECIDED -> {
                    patience.progressed();
                    return answer.outcome();
                }
                case REFUSES_CLIENT -> throw new ImportStoppedException(answer.refusal(address));
                case FAILED -> {
                    if (++failures == MOST_FAILURES) {
                        return answer.outcome();
                    }
                    patience.await(attempt, Duration.ZERO, answer.summary());
                }
                case LATER -> patience.await(attempt, answer.retryAfter(), answer.summary());
            }
        }
    }

    private HttpRequest request(Row row) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en")
                .header(KEY_HEADER, HeaderText.of(row.externalId()))
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(row.petition())));
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        return builder.build();
    }

    private Answer send(HttpRequest request) throws InterruptedException {
        try {
            return Answer.of(http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return Answer.none(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
