package org.redress.platform.consuming;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;

/** Asks the service that publishes a topic to send an aggregate's events again. */
class ResendRequests {

    private final RestClient client;
    private final Map<String, String> producers;

    /** With the base address of each topic's producer, by the topic's enum name in lower case. */
    ResendRequests(RestClient client, Map<String, String> producers) {
        this.client = client;
        this.producers = Map.copyOf(producers);
    }

    /** Returns how many events were sent again; none where the producer does not know the aggregate. */
    int resend(Topic topic, String aggregateId, Missing missing) {
        String base = producers.get(topic.name().toLowerCase(Locale.ROOT));
        if (base == null) {
            throw new IllegalStateException("no producer configured for " + topic + " (redress.producers)");
        }
        Answer answer = client.post()
                .uri(base + "/internal/resend")
                .body(new Wanted(aggregateId, missing.epoch(), missing.from()))
                .retrieve()
                .onStatus(status -> status.isSameCodeAs(HttpStatus.NOT_FOUND), (request, response) -> {})
                .body(Answer.class);
        return answer == null ? 0 : answer.sent();
    }

    record Wanted(String aggregateId, @Nullable Integer epoch, long from) {}

    record Answer(int sent) {}
}
