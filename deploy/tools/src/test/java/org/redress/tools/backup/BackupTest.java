package org.redress.tools.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.contracts.Topic;
import org.redress.starters.Infrastructure;
import org.redress.tools.Installation;
import org.redress.tools.Shell;
import org.redress.tools.Terminal;

class BackupTest {

    private final String prefix =
            "backup_" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + "_";
    private final MongoClient client = MongoClients.create(Infrastructure.mongo());
    private final Map<String, String> environment = Map.of(
            "MONGODB_URI",
            Infrastructure.mongo(),
            "REDRESS_DATABASE_PREFIX",
            prefix,
            "KAFKA_BOOTSTRAP_SERVERS",
            Infrastructure.kafka(),
            "REDRESS_TOPIC_PREFIX",
            prefix);
    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    private Path backup;

    @BeforeEach
    void fill() {
        environment.forEach(shell::with);
        backup = folder.resolve("backup");
        Installation.SERVICES.forEach(service -> documents(service)
                .insertMany(IntStream.range(0, 2_500)
                        .mapToObj(number -> document(service, number))
                        .toList()));
        documents("intake").createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        documents("routing")
                .createIndex(
                        Indexes.compoundIndex(Indexes.ascending("number"), Indexes.descending("at")),
                        new IndexOptions()
                                .partialFilterExpression(new Document("number", new Document("$gt", 5)))
                                .name("some"));
    }

    @AfterEach
    void drop() {
        loseAll();
        client.close();
    }

    private void loseAll() {
        Installation.SERVICES.forEach(
                service -> client.getDatabase(prefix + service).drop());
    }

    private static Document document(String service, int number) {
        return new Document("_id", service + number)
                .append("number", number)
                .append("at", new Date(1_000_000_000_000L + number))
                .append("sealed", new Binary(new byte[] {1, 2, (byte) number}))
                .append("exact", Decimal128.parse("1.10"))
                .append("long", 5L)
                .append("nested", List.of(new Document("词", "加班费未发")));
    }

    private MongoCollection<Document> documents(String service) {
        return client.getDatabase(prefix + service).getCollection("documents");
    }

    private List<Document> all(String service) {
        return documents(service).find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    private List<Document> indexes(String service) {
        return documents(service).listIndexes().into(new ArrayList<>());
    }

    @Test
    void putsBackEveryDocumentAndIndexAsTheyWere() throws IOException {
        List<List<Document>> before =
                Installation.SERVICES.stream().map(this::all).toList();
        List<List<Document>> indexesBefore =
                Installation.SERVICES.stream().map(this::indexes).toList();
        Path metrics = folder.resolve("redress.prom");

        assertThat(shell.run("backup", backup.toString(), "--metrics", metrics.toString()))
                .as(shell.err())
                .isZero();
        assertThat(shell.lastLine().path("documents").asInt()).isEqualTo(10_000);
        assertThat(shell.out()).contains("Keys are not in it");
        assertThat(Files.readString(metrics))
                .containsPattern("redress_backup_completed_timestamp_seconds\\{service=\"intake\"} 1\\d{9}\n")
                .containsPattern("redress_backup_size_bytes\\{service=\"analytics\"} \\d{4,}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(backup.resolve("routing/documents.bson.gz"))))
                .isEqualTo("rw-------");
        loseAll();

        assertThat(shell.run("restore", backup.toString())).as(shell.err()).isZero();
        assertThat(shell.lastLine().path("documents").asInt()).isEqualTo(10_000);
        assertThat(Installation.SERVICES.stream().map(this::all).toList()).isEqualTo(before);
        assertThat(Installation.SERVICES.stream().map(this::indexes).toList()).isEqualTo(indexesBefore);
        assertThat(client.getDatabase(prefix + "intake").listCollectionNames()).containsExactly("documents");
    }

    @Test
    void holdsAllDatabasesAsTheyWereAtOneMoment() throws IOException {
        MongoCollection<Document> first = client.getDatabase(prefix + "intake").getCollection("turn");
        MongoCollection<Document> last =
                client.getDatabase(prefix + "analytics").getCollection("turn");
        first.insertOne(new Document("_id", 1).append("n", 0));
        last.insertOne(new Document("_id", 1).append("n", 0));
        Thread writer = Thread.startVirtualThread(() -> {
            Document next = new Document("$inc", new Document("n", 1));
            while (!Thread.currentThread().isInterrupted()) {
                first.updateOne(new Document("_id", 1), next);
                last.updateOne(new Document("_id", 1), next);
            }
        });

        assertThat(shell.run("backup", backup.toString())).as(shell.err()).isZero();
        writer.interrupt();
        while (writer.isAlive()) {
            Thread.onSpinWait();
        }
        loseAll();
        assertThat(shell.run("restore", backup.toString())).as(shell.err()).isZero();

        int ahead = first.find().first().getInteger("n") - last.find().first().getInteger("n");
        assertThat(ahead).isBetween(0, 1);
    }

    @Test
    void keepsWhatIsToldOfServicesThatAreNotCopied() throws IOException {
        Path metrics = folder.resolve("redress.prom");
        assertThat(shell.run("backup", backup.toString(), "--metrics", metrics.toString()))
                .isZero();
        Files.writeString(metrics, Files.readString(metrics).replaceAll("} \\d+", "} 7"));

        Path another = folder.resolve("another");
        assertThat(shell.run("backup", another.toString(), "routing", "--metrics", metrics.toString()))
                .as(shell.err())
                .isZero();
        assertThat(Files.readAllLines(metrics))
                .hasSize(10)
                .contains(
                        "redress_backup_completed_timestamp_seconds{service=\"intake\"} 7",
                        "redress_backup_size_bytes{service=\"analytics\"} 7")
                .doesNotContain(
                        "redress_backup_completed_timestamp_seconds{service=\"routing\"} 7",
                        "redress_backup_size_bytes{service=\"routing\"} 7");

        Path untold = folder.resolve("untold");
        Path nowhere = folder.resolve("nowhere").resolve("redress.prom");
        assertThat(shell.run("backup", untold.toString(), "routing", "--metrics", nowhere.toString()))
                .isEqualTo(1);
        assertThat(shell.err()).contains("The backup is whole, and " + nowhere + " cannot be written");
        assertThat(shell.lastLine().path("documents").asInt()).isEqualTo(2_500);
        assertThat(untold.resolve("SHA256SUMS")).exists();
    }

    @Test
    void restoresOneServiceAlone() {
        assertThat(shell.run("backup", backup.toString())).isZero();
        client.getDatabase(prefix + "routing").drop();

        assertThat(shell.run("restore", backup.toString(), "routing"))
                .as(shell.err())
                .isZero();
        assertThat(all("routing")).hasSize(2_500);
    }

    @Test
    void movesConsumersPastWhatTheirProducersNoLongerKnow() throws Exception {
        assertThat(shell.run("backup", backup.toString())).isZero();
        client.getDatabase(prefix + "intake").drop();
        client.getDatabase(prefix + "routing").drop();
        TopicPartition submissions = new TopicPartition(prefix + Topic.SUBMISSIONS.topicName(), 0);
        TopicPartition deliveries = new TopicPartition(prefix + Topic.DELIVERIES.topicName(), 0);
        Map<String, Object> broker = Map.of("bootstrap.servers", Infrastructure.kafka());
        try (Admin admin = Admin.create(broker);
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(Stream.of(submissions, deliveries)
                            .map(partition -> new NewTopic(partition.topic(), 1, (short) 1))
                            .toList())
                    .all()
                    .get();
            for (TopicPartition each : List.of(submissions, deliveries)) {
                producer.send(new ProducerRecord<>(each.topic(), "key", "event"))
                        .get();
            }
            Map<TopicPartition, OffsetAndMetadata> begin =
                    Map.of(submissions, new OffsetAndMetadata(0), deliveries, new OffsetAndMetadata(0));
            for (String group : List.of("routing", "routing-further", "notification")) {
                admin.alterConsumerGroupOffsets(prefix + group, begin).all().get();
            }
            Map<String, Object> joining = new HashMap<>(broker);
            joining.put("group.id", prefix + "routing");
            try (KafkaConsumer<String, String> running =
                    new KafkaConsumer<>(joining, new StringDeserializer(), new StringDeserializer())) {
                running.subscribe(List.of(submissions.topic()));
                while (running.assignment().isEmpty()) {
                    running.poll(Duration.ofMillis(100));
                }
                Terminal terminal = new Terminal(environment, System.out, System.err);
                for (List<String> words : List.of(
                        List.of(backup.toString(), "routing"),
                        List.of(backup.toString(), "intake", "--lost=routing"))) {
                    assertThatThrownBy(() -> RestoreCommand.run(words, terminal, Duration.ZERO))
                            .as(words.toString())
                            .hasMessageContaining("A service still runs")
                            .hasMessageContaining("Nothing was restored");
                }
                assertThat(client.getDatabase(prefix + "routing").listCollectionNames())
                        .isEmpty();
            }

            assertThat(shell.run("restore", backup.toString(), "intake", "routing"))
                    .as(shell.err())
                    .isZero();
            assertThat(shell.lastLine().path("moved").asInt()).isEqualTo(2);
            for (String group : List.of("routing", "routing-further", "notification")) {
                Map<TopicPartition, OffsetAndMetadata> now = admin.listConsumerGroupOffsets(prefix + group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                assertThat(now.get(submissions).offset()).as(group).isEqualTo(group.equals("notification") ? 0 : 1);
                assertThat(now.get(deliveries).offset()).as(group).isZero();
            }

            // Each by a call of its own, as from servers of their own.
            for (List<String> lost : List.of(List.<String>of(), List.of("--lost", "intake"))) {
                admin.alterConsumerGroupOffsets(prefix + "routing", begin).all().get();
                client.getDatabase(prefix + "routing").drop();
                List<String> words = new ArrayList<>(List.of("restore", backup.toString(), "routing"));
                words.addAll(lost);
                assertThat(shell.run(words.toArray(String[]::new)))
                        .as(shell.err())
                        .isZero();
                assertThat(shell.lastLine().path("moved").asInt()).isEqualTo(lost.isEmpty() ? 0 : 2);
            }
            assertThat(shell.run("restore", backup.toString(), "--lost", "intake,everything"))
                    .isEqualTo(2);
            assertThat(shell.err()).contains("--lost takes some of intake,routing,notification,analytics");
            admin.deleteTopics(List.of(submissions.topic(), deliveries.topic()))
                    .all()
                    .get();
        }
    }

    @Test
    void writesNothingWhereSomethingIs() {
        assertThat(shell.run("backup", backup.toString())).isZero();
        client.getDatabase(prefix + "intake").drop();

        assertThat(shell.run("restore", backup.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("The database " + prefix + "routing is not empty, and nothing was restored");
        assertThat(documents("intake").countDocuments()).isZero();
        assertThat(shell.run("backup", backup.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("is there already");
    }

    @Test
    void writesNothingWhereTheBrokerHasNoAddress() {
        assertThat(shell.run("backup", backup.toString())).isZero();
        loseAll();
        shell.with("KAFKA_BOOTSTRAP_SERVERS", "broker.invalid:9092");

        assertThat(shell.run("restore", backup.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("The broker does not answer, and nothing was restored");
    }

    @Test
    void writesNothingFromADamagedBackup() throws IOException {
        assertThat(shell.run("backup", backup.toString())).isZero();
        loseAll();
        Path file = backup.resolve("routing/documents.bson.gz");
        byte[] good = Files.readAllBytes(file);
        byte[] bad = good.clone();
        bad[bad.length / 2] ^= 1;

        Files.write(file, bad);
        assertThat(shell.run("restore", backup.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("routing/documents.bson.gz is damaged").contains("Nothing was restored");
        Files.delete(file);
        assertThat(shell.run("restore", backup.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("routing/documents.bson.gz is missing");
        Files.write(file, good);
        Files.writeString(
                backup.resolve("manifest.json"),
                Files.readString(backup.resolve("manifest.json")).replace("2500", "2501"));
        assertThat(shell.run("restore", backup.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("manifest.json is damaged");
        Files.delete(backup.resolve("SHA256SUMS"));
        assertThat(shell.run("restore", backup.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("is no whole backup");
        Installation.SERVICES.forEach(
                service -> assertThat(documents(service).countDocuments()).isZero());
    }

    @Test
    void beginsAnewWhatWasBrokenOffInTheSecondDatabase() throws Exception {
        assertThat(shell.run("backup", backup.toString())).isZero();
        loseAll();
        Path file = backup.resolve("routing/documents.bson.gz");
        Path sums = backup.resolve("SHA256SUMS");
        byte[] good = Files.readAllBytes(file);
        String goodSums = Files.readString(sums);
        byte[] bad = Files.readAllBytes(backup.resolve("routing/documents.metadata.json.gz"));
        String badSum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bad));

        Files.write(file, bad);
        Files.writeString(sums, goodSums.replaceFirst("\\w{64}(?=  routing/documents\\.bson)", badSum));
        assertThat(shell.run("restore", backup.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("Not restored, begin anew with the same command: a document of");
        assertThat(all("intake")).hasSize(2_500);
        Files.write(file, good);
        Files.writeString(sums, goodSums);

        assertThat(shell.run("restore", backup.toString())).as(shell.err()).isZero();
        for (String service : Installation.SERVICES) {
            assertThat(all(service)).hasSize(2_500);
            assertThat(client.getDatabase(prefix + service).listCollectionNames())
                    .containsExactly("documents");
        }
    }

    @Test
    void takesNoBackupOfNothing() {
        client.getDatabase(prefix + "analytics").drop();

        assertThat(shell.run("backup", backup.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("The database " + prefix + "analytics holds nothing");
        assertThat(shell.run("backup")).isEqualTo(2);
        assertThat(shell.run("backup", backup.toString(), "everything")).isEqualTo(2);
        assertThat(Files.exists(backup.resolve("SHA256SUMS"))).isFalse();
    }
}
