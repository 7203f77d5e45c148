package org.redress.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.messaging.TopicNames;
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

    @Autowired
    private Producer<String, byte[]> producer;

    @Autowired
    private TopicNames topics;

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

    /** Sends an event as its service would, and waits until the broker has it. */
    protected void send(Event event) {
        assertThat(sending(event)).succeedsWithin(Duration.ofSeconds(20));
    }

    /** Sends an event as its service would. */
    protected Future<?> sending(Event event) {
        Head head = event.head();
        return producer.send(new ProducerRecord<>(
                topics.name(Topic.of(event.getClass())),
                null,
                head.key(),
                EventCodec.encode(event),
                EventHeaders.write(
                        head.eventId(),
                        head.aggregateId(),
                        EventCodec.typeOf(event.getClass()),
                        head.sequence(),
                        head.epoch())));
    }
}
