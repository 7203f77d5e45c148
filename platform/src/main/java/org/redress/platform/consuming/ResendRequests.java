package org.redress.platform.consuming;

import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.TopicParties;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;

/** Asks the service that publishes a topic to send an aggregate's events again. */
class ResendRequests {

    private final RestClient client;
    private final TopicParties parties;

    ResendRequests(RestClient client, TopicParties parties) {
        this.client = client;
        this.parties = parties;
    }

    /** Returns how many events were sent again; none where the producer does not know the aggregate. */
    int resend(Topic topic, String aggregateId, Missing missing) {
        Answer answer = client.post()
                .uri(parties.producerAddress(topic) + "/internal/resend")
                .body(new Wanted(aggregateId, missing.epoch(), missing.from()))
                .retrieve()
                .onStatus(status -> status.isSameCodeAs(HttpStatus.NOT_FOUND), (request, response) -> {})
                .body(Answer.class);
        return answer == null || answer.sent() == null ? 0 : answer.sent();
    }

    record Wanted(String aggregateId, @Nullable Integer epoch, long from) {}

    /** Says nothing of what was sent where it tells of a problem. */
    record Answer(@Nullable Integer sent) {}
}
