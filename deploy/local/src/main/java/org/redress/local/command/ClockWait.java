package org.redress.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.redress.local.run.Part;
import org.redress.local.run.RunFolder;
import org.redress.local.run.RunState;
import org.redress.starters.StartFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Waits until the services have followed business time. */
final class ClockWait {

    private static final Duration ASK_EVERY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunState state;
    private final RunFolder run;
    private final Terminal terminal;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    ClockWait(RunState state, RunFolder run, Terminal terminal) {
        this.state = state;
        this.run = run;
        this.terminal = terminal;
    }

    /** Returns when all services that are not kept away have read the version and routing has no rung left to fire. */
    void until(long version, Duration within) {
        List<Part> asked =
                Part.services().stream().filter(part -> !run.isAway(part)).toList();
        if (!asked.contains(Part.ROUTING)) {
            throw new StartFailure(
                    "routing is kept away and cannot fire rungs: deploy/local/start routing has it back.");
        }
        long end = System.nanoTime() + within.toNanos();
        for (Part part : asked) {
            while (!has(part, version)) {
                if (System.nanoTime() > end) {
                    throw new StartFailure("%s did not follow business time within %d minutes: see %s."
                            .formatted(part.label(), within.toMinutes(), run.log(part.label())));
                }
                LockSupport.parkNanos(ASK_EVERY.toNanos());
            }
        }
        terminal.line("Every service has read it; no rung that is due is unfired.");
    }

    private boolean has(Part part, long version) {
        return ask(part)
                .filter(clock -> clock.path("version").asLong(-1) >= version)
                .filter(clock -> part != Part.ROUTING || clock.path("unfired").asLong(-1) == 0)
                .isPresent();
    }

    private Optional<JsonNode> ask(Part part) {
        URI address = URI.create(state.variable("REDRESS_" + part.name() + "_URL") + "/actuator/clock");
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
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
