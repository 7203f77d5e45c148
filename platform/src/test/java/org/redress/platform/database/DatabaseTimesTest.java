package org.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redress.starters.Infrastructure;
import org.springframework.data.mongodb.core.MongoTemplate;

class DatabaseTimesTest {

    private static final Document SLOW = new Document("$where", "sleep(1500) || true");

    private final MongoClient client = MongoClients.create(settings(Duration.ofMillis(300)));
    private final MongoTemplate mongo =
            new MongoTemplate(client, "times_" + UUID.randomUUID().toString().substring(0, 8));

    @BeforeEach
    void keepsSomething() {
        // The first call also pays for the connection.
        new PatientMongo(client, mongo).template().getCollection("any").insertOne(new Document("_id", 1));
    }

    @AfterEach
    void drops() {
        new PatientMongo(client, mongo).template().getDb().drop();
        client.close();
    }

    @Test
    @Timeout(20)
    void leavesACallThatTakesTooLong() {
        long before = System.nanoTime();

        assertThatThrownBy(() -> mongo.getCollection("any").find(SLOW).first())
                .isInstanceOf(MongoOperationTimeoutException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(1_400));
    }

    @Test
    void waitsLongerForWhatGoesThroughAWholeCollection() {
        assertThat(new PatientMongo(client, mongo)
                        .template()
                        .getCollection("any")
                        .find(SLOW)
                        .first())
                .isNotNull();
    }

    private static MongoClientSettings settings(Duration inAll) {
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder().applyConnectionString(new ConnectionString(Infrastructure.mongo()));
        new DatabaseAutoConfiguration().timedCalls(inAll).customize(settings);
        MongoClientSettings built = settings.build();
        assertThat(List.of(built.getTimeout(TimeUnit.MILLISECONDS))).containsExactly(inAll.toMillis());
        return built;
    }
}
