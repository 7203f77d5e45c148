package org.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.redress.intake.Door.Answer;
import org.redress.starters.Infrastructure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Intake with nobody where the broker should be, and a database behind a wire that can be cut. */
@SpringBootTest(classes = IntakeApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestTokens.class)
class OutageTest {

    private static final TestKeys KEYS = new TestKeys();
    private static final ServerAddress DATABASE = new ServerAddress(
            new ConnectionString(Infrastructure.mongo()).getHosts().getFirst());
    private static final Forwarder WIRE = new Forwarder(DATABASE.getHost(), DATABASE.getPort());

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private MongoTemplate mongo;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        registry.add("KAFKA_BOOTSTRAP_SERVERS", () -> "127.0.0.1:1");
        registry.add("MONGODB_URI", OutageTest::throughTheWire);
        registry.add(
                "REDRESS_DATABASE",
                () -> "outage_" + UUID.randomUUID().toString().substring(0, 8));
        registry.add("REDRESS_SINGLE_BROKER", () -> "true");
        registry.add("REDRESS_KEYS", () -> KEYS.folder().toString());
    }

    private static String throughTheWire() {
        return Infrastructure.mongo()
                .replace(DATABASE.getHost() + ":" + DATABASE.getPort(), "127.0.0.1:" + WIRE.port())
                .replaceAll("replicaSet=[^&]*", "directConnection=true");
    }

    @Test
    void takesPetitionsWithoutABroker() {
        Answer answer = new Door(port).submit(Door.petition());

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
        Document kept = mongo.getCollection("petitions")
                .find(new Document("_id", answer.text("petitionId")))
                .first();
        assertThat(kept.getList("pending", Document.class)).hasSize(1);
        assertThat(new Door(port).get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(new Door(port)
                        .track(answer.text("receipt"), answer.text("accessCode"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesRequestsWithoutABroker() {
        Door door = new Door(port);
        Answer slip = door.submit(Door.petition());

        assertThat(door.supplement(slip, "另附工资条三张。").status()).isEqualTo(202);
        assertThat(door.withdraw(slip, "已解决").status()).isEqualTo(202);

        Document kept = mongo.getCollection("petitions")
                .find(new Document("_id", slip.text("petitionId")))
                .first();
        assertThat(kept.getList("pending", Document.class)).hasSize(3);
    }

    @Test
    void cannotJudgeAUnitBeforeItHeardOfTheOrganisation() {
        Map<String, Object> petition = Door.petition();
        petition.put("unit", "plant-1");

        Answer answer = new Door(port).submit(petition);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.text("detail")).contains("可不填单位");
        assertThat(new Door(port).get("/actuator/health/organisation").status()).isEqualTo(503);
    }

    @Test
    void saysWhenToComeBackWhileTheDatabaseIsAway() {
        Door door = new Door(port);
        String key = UUID.randomUUID().toString();
        long before = mongo.getCollection("petitions").countDocuments();
        WIRE.cut();
        try {
            Answer away = door.submit(Door.petition(), "Idempotency-Key", key);

            assertThat(away.status()).as(away.json().toString()).isEqualTo(503);
            assertThat(away.header("Retry-After")).isEqualTo("5");
            assertThat(away.header("Content-Type")).startsWith("application/problem+json");
            assertThat(door.track("7K3M9QX2TB", "0000000000000000").status()).isEqualTo(503);
            Answer request = door.post(
                    "/api/tracking/supplement",
                    Map.of("receipt", "7K3M9QX2TB", "accessCode", "0000000000000000", "text", "a"));
            assertThat(request.status()).isEqualTo(503);
            assertThat(request.header("Retry-After")).isEqualTo("5");
            assertThat(door.get("/actuator/health/liveness").status()).isEqualTo(200);
        } finally {
            WIRE.mend();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(door.submit(Door.petition(), "Idempotency-Key", key)
                                .status())
                        .isEqualTo(202));
        assertThat(mongo.getCollection("petitions").countDocuments()).isEqualTo(before + 1);
    }
}
