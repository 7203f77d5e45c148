package org.redress.bench.decisions.walking;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.redress.bench.stack.RunningStack;
import org.redress.bench.stack.RunningStack.Answer;
import tools.jackson.databind.json.JsonMapper;

/** Hands messages in as an adapter does, under their own ids and received at this moment. */
final class Door {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long AGAIN_AFTER_MILLIS = 200;

    private final RunningStack stack;

    Door(RunningStack stack) {
        this.stack = stack;
    }

    /** Hands one in, with its key until it is answered, and returns the petition's id. */
    String submit(Message message) throws InterruptedException {
        String body = JSON.writeValueAsString(petition(message));
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = post(message.id(), body);
        while (LATER.contains(answer.status()) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER_MILLIS);
            answer = post(message.id(), body);
        }
        if (answer.status() != 202) {
            throw new IllegalStateException("message " + message.id() + " was refused: " + answer);
        }
        return answer.json().path("petitionId").asString();
    }

    private Answer post(String key, String body) {
        try {
            return stack.post("intake", "/api/petitions", "adapter", body, "Idempotency-Key", key);
        } catch (UncheckedIOException e) {
            return new Answer(503, e.toString(), "");
        }
    }

    private static Map<String, Object> petition(Message message) {
        Map<String, Object> petition = new LinkedHashMap<>();
        petition.put("channel", "web");
        petition.put("purpose", "appeal");
        petition.put("externalId", message.id());
        petition.put("subject", message.subject());
        petition.put("text", message.text());
        petition.put("receivedAt", message.submittedAt().toString());
        return petition;
    }
}
