package org.redress.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.redress.local.run.ClientSecrets;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;
import org.redress.starters.StartFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the sign-in server of a running installation for a token, as the command line's own client. */
final class TokenRequest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunFolder run;
    private final RunState state;

    TokenRequest(RunFolder run, RunState state) {
        this.run = run;
        this.state = state;
    }

    String fetch(String role, String person) {
        String form = "grant_type=client_credentials&role=" + encoded(role) + "&person=" + encoded(person);
        HttpRequest request = HttpRequest.newBuilder(URI.create(state.variable("REDRESS_ISSUER") + "/oauth2/token"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + credentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = JsonMapper.builder().build().readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new StartFailure(body.path("error_description").asString("The sign-in server refused."));
            }
            return body.path("access_token").asString();
        } catch (IOException e) {
            throw new StartFailure("The sign-in server does not answer: deploy/local/status shows what runs.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while waiting for the sign-in server.", e);
        }
    }

    private String credentials() {
        String pair = ClientSecrets.CLI + ':' + ClientSecrets.in(run).of(ClientSecrets.CLI);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
