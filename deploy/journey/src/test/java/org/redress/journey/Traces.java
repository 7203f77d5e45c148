package org.redress.journey;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.redress.journey.stack.RunningStack;

/** Looks for words wherever a running platform leaves anything: databases, topics, files and metrics. */
final class Traces {

    private static final Set<String> NOT_OURS = Set.of("admin", "local", "config");
    private static final List<String> SERVICES = List.of("intake", "routing", "notification", "analytics");

    private final RunningStack stack;
    private final List<String> words;
    private final Set<String> places = new TreeSet<>();

    private Traces(RunningStack stack, List<String> words) {
        this.stack = stack;
        this.words = words;
    }

    /** The places where one of the words stands in the clear, each with the word. */
    static Set<String> of(RunningStack stack, String... words) throws IOException {
        Traces traces = new Traces(stack, List.of(words));
        traces.inDatabases();
        traces.onTopics();
        traces.inFiles();
        SERVICES.forEach(service -> traces.look(
                "metrics of " + service,
                stack.get(service, "/actuator/prometheus", "").text()));
        return traces.places;
    }

    private void inDatabases() throws IOException {
        try (MongoClient client = MongoClients.create(stack.state().variable("MONGODB_URI"))) {
            for (String name : client.listDatabaseNames()) {
                if (!NOT_OURS.contains(name)) {
                    MongoDatabase database = client.getDatabase(name);
                    for (String collection : database.listCollectionNames()) {
                        inCollection(database, collection);
                    }
                }
            }
            // Of each write, also of what was changed or deleted since.
            inCollection(client.getDatabase("local"), "oplog.rs");
        }
    }

    private void inCollection(MongoDatabase database, String collection) {
        for (Document found : database.getCollection(collection).find()) {
            value("database " + database.getName() + "." + collection, found);
        }
    }

    /** A value with all it holds; what is kept as bytes is looked at as the text it may be. */
    private void value(String place, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> document ->
                document.forEach((name, each) -> {
                    value(place, name);
                    value(place, each);
                });
            case Collection<?> list -> list.forEach(each -> value(place, each));
            case Binary bytes -> look(place, text(bytes.getData()));
            case null -> {}
            default -> look(place, value.toString());
        }
    }

    private void onTopics() throws IOException {
        String broker = stack.state().variable("KAFKA_BOOTSTRAP_SERVERS");
        Map<String, Object> settings = Map.of("bootstrap.servers", broker);
        try (Admin admin = Admin.create(settings);
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = admin.listTopics().names().get().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(this::record);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void record(ConsumerRecord<byte[], byte[]> read) {
        String place = "topic " + read.topic();
        look(place, text(read.key()));
        look(place, text(read.value()));
        for (Header header : read.headers()) {
            look(place, text(header.value()));
        }
    }

    /** Files as they lie there: logs, mails, the broker's segments, the database's files and journal, what is temporary. */
    private void inFiles() throws IOException {
        try (Stream<Path> files = Files.walk(stack.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    byte[] bytes = Files.readAllBytes(file);
                    // Bytes as they are: a word's bytes are found whatever stands around them.
                    look("file in " + stack.folder().relativize(file).getName(0), raw(bytes), true);
                } catch (NoSuchFileException e) {
                    // Gone since it was listed.
                }
            }
        }
    }

    private void look(String place, String text) {
        look(place, text, false);
    }

    private void look(String place, String text, boolean bytes) {
        for (String word : words) {
            if (text.contains(bytes ? raw(word.getBytes(StandardCharsets.UTF_8)) : word)) {
                places.add(place + ": " + word);
            }
        }
    }

    private static String raw(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
