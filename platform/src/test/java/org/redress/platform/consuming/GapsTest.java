package org.redress.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.CaseEvent;
import org.redress.platform.messaging.TopicParties;
import org.redress.platform.time.RealTime;
import org.redress.starters.Infrastructure;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

class GapsTest {

    private final MongoClient client = MongoClients.create(Infrastructure.mongo());
    private final MongoTemplate mongo =
            new MongoTemplate(client, "gaps_" + UUID.randomUUID().toString().substring(0, 8));
    private final List<String> asked = new ArrayList<>();
    private final Map<Source, Position> positions = new HashMap<>();
    private final Gaps gaps = new Gaps(mongo, new Producers(), new SimpleMeterRegistry());

    @BeforeEach
    void watch() {
        gaps.watch(new Standing());
    }

    @AfterEach
    void drop() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    void asksForTheOthersWhenOneProducerIsAway() {
        gap("away");
        gap("b");

        gaps.askForMissing();

        assertThat(asked).containsExactlyInAnyOrder("away", "b");
    }

    @Test
    void asksLessAndLessOftenForWhatNeverComes() {
        gap("a");

        gaps.askForMissing();
        gaps.askForMissing();

        assertThat(asked).containsExactly("a");
        Date next = mongo.findById("CASES:a", Document.class, "gaps").getDate("askAt");
        assertThat(next).isAfter(Date.from(RealTime.now()));
        mongo.getCollection("gaps")
                .updateOne(
                        new Document("_id", "CASES:a"),
                        new Document("$set", new Document("askAt", Date.from(Instant.EPOCH))));

        gaps.askForMissing();

        assertThat(asked).containsExactly("a", "a");
        assertThat(mongo.findById("CASES:a", Document.class, "gaps").getDate("askAt"))
                .isAfter(next);
    }

    @Test
    void forgetsAGapThatIsFilledWithoutWaitingToAsk() {
        gap("a");
        gaps.askForMissing();
        positions.put(new Source("a", "a"), new Position(1, 5, false));

        gaps.askForMissing();

        assertThat(mongo.findById("CASES:a", Document.class, "gaps")).isNull();
    }

    private void gap(String id) {
        Date since = Date.from(RealTime.now().minus(Duration.ofMinutes(5)));
        mongo.getCollection("gaps")
                .insertOne(new Document("_id", "CASES:" + id)
                        .append("topic", "CASES")
                        .append("aggregateId", id)
                        .append("key", id)
                        .append("since", since)
                        .append("askAt", since)
                        .append("asked", 0)
                        .append(Gaps.UP_TO, Gaps.place(1, 5)));
    }

    private final class Producers extends ResendRequests {

        private Producers() {
            super(RestClient.create(), new TopicParties(Map.of(), Map.of(), Map.of()));
        }

        @Override
        int resend(Topic topic, String aggregateId, Missing missing) {
            asked.add(aggregateId);
            if (aggregateId.equals("away")) {
                throw new ResourceAccessException("away");
            }
            return 0;
        }
    }

    @Consumes(Topic.CASES)
    private final class Standing implements EventHandler<CaseEvent> {

        @Override
        public Map<Source, Position> positions(Collection<Source> sources) {
            return positions;
        }

        @Override
        public void apply(List<Received<CaseEvent>> batch) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void park(Source source, Position before, Position after) {
            throw new UnsupportedOperationException();
        }
    }
}
