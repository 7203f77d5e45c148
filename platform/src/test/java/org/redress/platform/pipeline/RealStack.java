package org.redress.platform.pipeline;

import java.util.UUID;
import org.redress.starters.Infrastructure;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real broker and a real database, with names of its own for each test class. */
final class RealStack {

    private RealStack() {}

    static void register(DynamicPropertyRegistry registry) {
        String own = "t" + UUID.randomUUID().toString().substring(0, 8);
        registry.add("KAFKA_BOOTSTRAP_SERVERS", Infrastructure::kafka);
        registry.add("MONGODB_URI", Infrastructure::mongo);
        registry.add("REDRESS_DATABASE", () -> own);
        registry.add("REDRESS_TOPIC_PREFIX", () -> own + ".");
        registry.add("REDRESS_SINGLE_BROKER", () -> "true");
        registry.add("redress.consuming.patience", () -> "0s");
        registry.add("redress.continuity.look-every", () -> "200ms");
    }
}
