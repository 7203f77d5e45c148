package org.redress.analytics;

import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.redress.starters.Infrastructure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service on a real broker and a real database; its tests share one, which is empty before each. */
@SpringBootTest(properties = "redress.hotspots.look-every=100ms")
@AutoConfigureMockMvc
public abstract class AnalyticsStack {

    private static final String OWN = "t" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    protected MongoTemplate mongo;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        registry.add("KAFKA_BOOTSTRAP_SERVERS", Infrastructure::kafka);
        registry.add("MONGODB_URI", Infrastructure::mongo);
        registry.add("REDRESS_DATABASE", () -> OWN);
        registry.add("REDRESS_TOPIC_PREFIX", () -> OWN + ".");
        registry.add("REDRESS_SINGLE_BROKER", () -> "true");
    }

    @BeforeEach
    protected void empty() {
        for (String collection : new String[] {"facts", "volumes", "directory"}) {
            mongo.getCollection(collection).deleteMany(new Document());
        }
        collections("figures").forEach(collection -> collection.deleteMany(new Document()));
        turnaround("").forEach(collection -> collection.deleteMany(new Document()));
    }

    /** The collections of the projection, whatever their generation. */
    protected List<MongoCollection<Document>> turnaround(String kind) {
        return collections("turnaround" + kind);
    }

    /** The collections whose names begin so. */
    protected List<MongoCollection<Document>> collections(String start) {
        return mongo.getCollectionNames().stream()
                .filter(name -> name.startsWith(start))
                .map(mongo::getCollection)
                .toList();
    }
}
