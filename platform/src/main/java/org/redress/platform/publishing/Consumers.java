package org.redress.platform.publishing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.contracts.Topic;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Source;
import org.redress.platform.messaging.TopicParties;
import org.springframework.web.client.RestClient;

/** The services that consume a topic, asked where they stand. */
class Consumers {

    private final RestClient client;
    private final TopicParties parties;

    Consumers(RestClient client, TopicParties parties) {
        this.client = client;
        this.parties = parties;
    }

    /** Names of those that consume a topic. */
    List<String> of(Topic topic) {
        return parties.consumersOf(topic);
    }

    /**
     * Where one of them stands with each of these, by the aggregates' ids; one it never saw is absent.
     *
     * @throws org.springframework.web.client.RestClientException when it gives no answer
     */
    Map<String, Position> standings(String consumer, Topic topic, Collection<Source> sources) {
        Answer answer = client.post()
                .uri(parties.address(consumer) + "/internal/standings")
                .body(new Question(topic, List.copyOf(sources)))
                .retrieve()
                .body(Answer.class);
        Map<String, Position> standings = new HashMap<>();
        if (answer != null) {
            answer.standings()
                    .forEach(each ->
                            standings.put(each.aggregateId(), new Position(each.epoch(), each.last(), each.parked())));
        }
        return standings;
    }

    record Question(Topic topic, List<Source> sources) {}

    record Answer(List<Standing> standings) {}

    record Standing(String aggregateId, int epoch, long last, boolean parked) {}
}
