package org.redress.bench.throughput;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/** What broker and database do at most with records of one kilobyte, kept as safely as the platform keeps its own. */
final class Limits {

    private static final String TOPIC = "bench.limit";
    private static final int PARTITIONS = 12;
    private static final int GROUP = 256;
    private static final int WRITERS = 4;
    private static final byte[] KILOBYTE = "信访件".repeat(114).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private Limits() {}

    /** Records a second that the broker acknowledges to one idempotent producer that never waits for a single one. */
    static double broker(Backlog broker, String bootstrapServers, Duration time) {
        try {
            broker.admin()
                    .createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
            try {
                return send(bootstrapServers, time);
            } finally {
                broker.admin().deleteTopics(List.of(TOPIC)).all().get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker's limit was not measured", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double send(String bootstrapServers, Duration time) {
        AtomicLong acknowledged = new AtomicLong();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "enable.idempotence", true);
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            // The first quarter warms up.
            long began = System.nanoTime() + time.toNanos() / 4;
            long end = began + time.toNanos();
            for (long key = 0; System.nanoTime() < end; key++) {
                var unused = producer.send(
                        new ProducerRecord<>(TOPIC, String.valueOf(key), KILOBYTE), (metadata, failure) -> {
                            long now = System.nanoTime();
                            if (failure == null && now >= began && now < end) {
                                acknowledged.incrementAndGet();
                            }
                        });
            }
        }
        return acknowledged.get() * 1e9 / time.toNanos();
    }

    /** Documents a second that the database has on disk, written in groups by a few writers. */
    static double database(Stores stores, Duration time) {
        MongoCollection<Document> collection = stores.own()
                .getCollection("limit")
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        AtomicLong written = new AtomicLong();
        long began = System.nanoTime() + time.toNanos() / 4;
        long end = began + time.toNanos();
        CompletableFuture.allOf(IntStream.range(0, WRITERS)
                        .mapToObj(writer -> CompletableFuture.runAsync(
                                () -> write(collection, written, began, end),
                                runnable -> Thread.ofPlatform().start(runnable)))
                        .toArray(CompletableFuture[]::new))
                .join();
        stores.own().drop();
        return written.get() * 1e9 / time.toNanos();
    }

    private static void write(MongoCollection<Document> collection, AtomicLong written, long began, long end) {
        InsertManyOptions unordered = new InsertManyOptions().ordered(false);
        while (System.nanoTime() < end) {
            List<Document> group = new ArrayList<>(GROUP);
            for (int i = 0; i < GROUP; i++) {
                group.add(new Document("content", KILOBYTE));
            }
            collection.insertMany(group, unordered);
            long now = System.nanoTime();
            if (now >= began && now < end) {
                written.addAndGet(GROUP);
            }
        }
    }
}
