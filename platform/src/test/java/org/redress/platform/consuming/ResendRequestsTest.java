package org.redress.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withStatus;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.TopicParties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;

class ResendRequestsTest {

    @Test
    void hasNothingSentWhereTheProducerDoesNotKnowTheAggregate() {
        RestClient.Builder client = RestClient.builder();
        MockRestServiceServer.bindTo(client)
                .build()
                .expect(requestTo("http://routing/internal/resend"))
                .andRespond(withStatus(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body("{\"status\":404}"));
        TopicParties parties =
                new TopicParties(Map.of(Topic.CASES, "routing"), Map.of(), Map.of("routing", "http://routing"));

        assertThat(new ResendRequests(client.build(), parties).resend(Topic.CASES, "p-1", new Missing(null, 1)))
                .isZero();
    }
}
