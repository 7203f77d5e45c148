package org.redress.intake;

import java.util.UUID;
import org.redress.starters.Infrastructure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Intake as it ships, on a real broker and a real database, in a database and behind a topic prefix of its own. */
@SpringBootTest(classes = IntakeApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import(TestTokens.class)
public abstract class IntakeStack {

    protected static final String ADAPTER = "Bearer adapter.hotline";
    protected static final TestKeys KEYS = new TestKeys();
    private static final String UNIQUE = UUID.randomUUID().toString().substring(0, 8);

    @Value("${local.server.port}")
    private int port;

    @Autowired
    protected MongoTemplate mongo;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        registry.add("KAFKA_BOOTSTRAP_SERVERS", Infrastructure::kafka);
        registry.add("MONGODB_URI", Infrastructure::mongo);
        registry.add("REDRESS_DATABASE", () -> "intake_" + UNIQUE);
        registry.add("REDRESS_TOPIC_PREFIX", () -> UNIQUE + ".");
        registry.add("REDRESS_SINGLE_BROKER", () -> "true");
        registry.add("redress.consuming.patience", () -> "0s");
        registry.add("REDRESS_KEYS", () -> KEYS.folder().toString());
    }

    protected static Streams streams() {
        return new Streams(Infrastructure.kafka(), UNIQUE + ".");
    }

    protected Door door() {
        return new Door(port);
    }
}
