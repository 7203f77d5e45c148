package org.redress.starters;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class InfrastructureTest {

    private final String unique = "starters-" + UUID.randomUUID();

    @Test
    void deliversARecordThroughTheBroker() throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", Infrastructure.kafka(), "group.id", unique, "auto.offset.reset", "earliest");
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(unique, 1, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(unique, "key", "意见")).get();
        }
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(unique));
            ConsumerRecord<String, String> record =
                    consumer.poll(Duration.ofSeconds(30)).iterator().next();
            assertThat(record.value()).isEqualTo("意见");
            assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
        }
    }

    @Test
    void commitsATransactionInTheDatabase() {
        try (var client = MongoClients.create(Infrastructure.mongo());
                var session = client.startSession()) {
            var documents = client.getDatabase(unique).getCollection("letters");
            session.withTransaction(() -> documents.insertOne(session, new Document("_id", 1).append("text", "来信")));
            assertThat(documents.find().first()).containsEntry("text", "来信");
            client.getDatabase(unique).drop();
        }
    }
}
