package org.redress.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How many rungs an instance of routing fired, by its own metrics. */
final class Firing {

    private static final String FIRED = "redress_rungs_fired_total";
    private static final String UNFIRED = "redress_rungs_unfired ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI metrics;
    private double begun;

    /** Of the instance at an address. */
    Firing(URI address) {
        metrics = address.resolve("/actuator/prometheus");
    }

    /** Counts anew from here. */
    void begin() {
        begun = sum(FIRED);
    }

    /** How many it fired since then. */
    double count() {
        return sum(FIRED) - begun;
    }

    /** Waits until it and another fired so many together. */
    void awaitWith(Firing other, int rungs) {
        patiently().until(() -> count() + other.count() >= rungs);
    }

    /** Waits until it fired some and sees nothing more that is due. */
    void awaitNothingDue() {
        patiently().until(() -> count() > 0 && sum(UNFIRED) == 0);
    }

    /** Waits until it answers. */
    void awaitBack() {
        patiently().ignoreExceptions().until(() -> sum(UNFIRED) == 0);
    }

    private static ConditionFactory patiently() {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20));
    }

    private double sum(String name) {
        try {
            HttpRequest request = HttpRequest.newBuilder(metrics)
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new IllegalStateException(metrics + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
