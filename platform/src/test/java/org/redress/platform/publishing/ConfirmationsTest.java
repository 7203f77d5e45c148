package org.redress.platform.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
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
import org.redress.platform.consuming.Missing;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Source;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.messaging.TopicParties;
import org.redress.platform.time.RealTime;
import org.redress.starters.Infrastructure;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

class ConfirmationsTest {

    private static final Duration LONG_AGO = Duration.ofMinutes(11);

    private final MongoClient client = MongoClients.create(Infrastructure.mongo());
    private final MongoDatabase database =
            client.getDatabase("confirmations_" + UUID.randomUUID().toString().substring(0, 8));
    private final PendingCollection cases =
            new PendingCollection(database.getCollection("cases"), database.getCollection("cases_events"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<String, Position> applied = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private boolean away;
    private boolean onItsWay;
    private final Confirmations confirmations = new Confirmations(
            database,
            () -> Map.of(Topic.CASES, cases),
            new Analytics(),
            new Reached(),
            (String id, Missing missing) -> sent.add(id + " from " + missing.from()),
            Duration.ofMinutes(10),
            meters);

    @BeforeEach
    void begin() {
        confirmations.look();
        // As if it had begun an hour ago.
        database.getCollection("confirmations")
                .updateOne(new Document(), new Document("$set", new Document("confirmedAt", ago(Duration.ofHours(1)))));
    }

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void sendsALastEventAgainThatAConsumerLostAndCountsIt() {
        published("lost", 3, LONG_AGO);
        published("known", 2, LONG_AGO);
        published("fresh", 1, Duration.ofMinutes(1));
        applied.put("lost", new Position(1, 2, false));
        applied.put("known", new Position(1, 2, false));

        confirmations.look();

        assertThat(sent).contains("lost from 3").doesNotContain("known from 3", "fresh from 1");
        assertThat(meters.counter("redress.events.resent", "topic", "petition.cases", "consumer", "analytics")
                        .count())
                .isPositive();
    }

    @Test
    void waitsForAConsumerThatIsAwayOrHasItStillBeforeIt() {
        published("lost", 1, LONG_AGO);
        away = true;
        confirmations.look();
        away = false;
        unclaim();
        onItsWay = true;
        confirmations.look();
        assertThat(sent).isEmpty();

        onItsWay = false;
        unclaim();
        confirmations.look();

        assertThat(sent).contains("lost from 1");
    }

    @Test
    void leavesToPeopleWhatIsParked() {
        published("parked", 2, LONG_AGO);
        applied.put("parked", new Position(1, 0, true));

        confirmations.look();

        assertThat(sent).isEmpty();
    }

    @Test
    void comparesEverythingRoundByRoundHoweverOldItIs() {
        published("lost-later", 2, Duration.ofDays(100));
        published("further", 2, Duration.ofDays(100));
        published("hole", 2, Duration.ofDays(100));
        database.getCollection("cases_events").deleteOne(new Document("_id", "hole:1:2"));
        applied.put("further", new Position(1, 5, false));
        applied.put("hole", new Position(1, 2, false));

        confirmations.look();

        assertThat(sent).containsExactly("lost-later from 1");
        assertThat(differences("behind")).isOne();
        assertThat(differences("ahead")).isOne();
        assertThat(differences("lost")).isOne();
        confirmations.look();
        assertThat(differences("ahead")).as("of the round that ended").isOne();
        assertThat(meters.get("redress.verify.round.age").gauge().value()).isLessThan(60);
    }

    private double differences(String kind) {
        return meters.get("redress.verify.differences")
                .tag("kind", kind)
                .gauge()
                .value();
    }

    private void unclaim() {
        database.getCollection("confirmations")
                .updateMany(
                        new Document(), new Document("$set", new Document("claimedUntil", Date.from(Instant.EPOCH))));
    }

    private void published(String id, long sequence, Duration before) {
        database.getCollection("cases")
                .insertOne(new Document("_id", id).append("epoch", 1).append("sequence", sequence));
        for (long n = 1; n <= sequence; n++) {
            database.getCollection("cases_events")
                    .insertOne(new Document("_id", id + ":1:" + n)
                            .append("aggregateId", id)
                            .append("key", id)
                            .append("epoch", 1)
                            .append("sequence", n)
                            .append("publishedAt", ago(before)));
        }
    }

    private static Date ago(Duration before) {
        Instant then = RealTime.now().minus(before);
        return Date.from(then);
    }

    private final class Analytics extends Consumers {

        private Analytics() {
            super(RestClient.create(), new TopicParties(Map.of(), Map.of(Topic.CASES, List.of("analytics")), Map.of()));
        }

        @Override
        Map<String, Position> standings(String consumer, Topic topic, Collection<Source> sources) {
            if (away) {
                throw new ResourceAccessException("away");
            }
            return applied;
        }
    }

    private final class Reached extends Passing {

        private Reached() {
            super(Map.of(), new TopicNames(""));
        }

        @Override
        boolean isPast(String consumer, Topic topic, Instant moment) {
            return !onItsWay;
        }
    }
}
