package org.redress.local.supervise;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.redress.local.run.Part;
import org.redress.starters.Ports;

/** Asks parts whether they can do their work. */
public final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Health() {}

    /**
     * Services by their readiness, intake also by what it knows of the organisation, the sign-in server by its
     * description, all others by their open port.
     */
    public static boolean of(Part part, int port) {
        if (!Ports.answers(port)) {
            return false;
        }
        if (part.isService()) {
            return answers(port, "/actuator/health/readiness")
                    && (part != Part.INTAKE || answers(port, "/actuator/health/organisation"));
        }
        return part != Part.SIGN_IN || answers(port, "/.well-known/openid-configuration");
    }

    private static boolean answers(int port, String path) {
        URI address = URI.create("http://" + Ports.LOOPBACK + ':' + port + path);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
