package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;
import org.redress.contracts.Json;
import org.redress.contracts.Sealed;
import org.redress.contracts.Topic;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.organisation.Directories;
import org.redress.platform.sealing.Sealer;
import org.redress.platform.time.BusinessClock;
import org.redress.starters.Infrastructure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service with a real broker, a real database and a real mail server, one for all classes that extend it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "SMTP_READ_TIMEOUT=1000",
            "SMTP_CONNECT_TIMEOUT=1000",
            "redress.notification.mail.sending.poll=50ms",
            "redress.notification.mail.sending.lease=4s",
            "redress.notification.mail.sending.batch-time=3s",
            "redress.notification.mail.sending.longest-outage=1s",
            "redress.notification.mail.sending.retry.first=200ms",
            "redress.notification.mail.take-over-every=200ms",
            "redress.notification.digest.look-every=200ms",
            "redress.notification.digest.again=500ms",
            "redress.notification.mail.outside=outside@example.org",
            "redress.issuer=http://127.0.0.1:9"
        })
@AutoConfigureMockMvc
public abstract class RunningService {

    protected static final SampleMailServer MAILS = new SampleMailServer();
    private static final KeysetHandle KEYS = keyPair();
    private static final Path FOLDER = folder();
    private static final AtomicInteger CLOCK_VERSION = new AtomicInteger();

    @Autowired
    private BusinessClock clock;

    @Autowired
    protected MongoTemplate mongo;

    @Autowired
    private Producer<String, byte[]> producer;

    @Autowired
    private TopicNames topics;

    @Autowired
    private Directories directories;

    protected final String petition = UUID.randomUUID().toString();

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        String own = "t" + UUID.randomUUID().toString().substring(0, 8);
        registry.add("KAFKA_BOOTSTRAP_SERVERS", Infrastructure::kafka);
        registry.add("MONGODB_URI", Infrastructure::mongo);
        registry.add("REDRESS_DATABASE", () -> own);
        registry.add("REDRESS_TOPIC_PREFIX", () -> own + ".");
        registry.add("REDRESS_SINGLE_BROKER", () -> "true");
        registry.add("REDRESS_KEYS", () -> FOLDER.resolve("keys").toString());
        registry.add("REDRESS_CLOCK_FILE", () -> FOLDER.resolve("clock.json").toString());
        registry.add("SMTP_PORT", MAILS::port);
    }

    @BeforeEach
    void knowsTheOrganisation() {
        if (!directories.newest().isKnown()) {
            send(Samples.organisation(1));
            eventually().until(() -> directories.newest().isKnown());
        }
    }

    @AfterEach
    void mailServerAnswers() {
        MAILS.answerAgain();
    }

    protected static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
    }

    /** Sends events as their producers do, and waits until the broker has them. */
    protected void send(Event... events) {
        for (Event event : events) {
            Head head = event.head();
            String type = EventCodec.typeOf(event.getClass());
            assertThat(producer.send(new ProducerRecord<>(
                            topics.name(Topic.of(event.getClass())),
                            null,
                            head.key(),
                            EventCodec.encode(event),
                            EventHeaders.write(
                                    head.eventId(), head.aggregateId(), type, head.sequence(), head.epoch()))))
                    .succeedsWithin(Duration.ofSeconds(20));
        }
    }

    protected Sealed contact(String name, String email, String language) {
        return contact(petition, name, email, language);
    }

    protected static Sealed contact(String petition, String name, String email, String language) {
        PetitionContact contact =
                new PetitionContact(name, "+8613800000000", email, null, List.of(), false, null, language);
        try {
            return new Sealer(KEYS.getPublicKeysetHandle())
                    .seal(petition, PetitionContact.FIELD, Json.MAPPER.writeValueAsBytes(contact));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The stored entries of a notification; empty while there is none. */
    protected List<Document> entries(String notification) {
        Document found = mongo.findById(notification, Document.class, "notifications");
        return found == null ? List.of() : found.getList("entries", Document.class);
    }

    protected List<String> states(String notification) {
        return entries(notification).stream()
                .map(entry -> entry.getString("state"))
                .toList();
    }

    /** What was published about a notification, oldest first. */
    protected List<Event> published(String notification) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Infrastructure.kafka());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topics.name(Topic.DELIVERIES)).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Event> events = new ArrayList<>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    String type = new String(record.headers().lastHeader("type").value(), StandardCharsets.UTF_8);
                    Event event = EventCodec.decode(type, record.value());
                    if (event.head().aggregateId().equals(notification)) {
                        events.add(event);
                    }
                });
            }
            return events;
        }
    }

    /** Sets business time, which runs on from there. */
    protected void businessTime(Instant now) {
        String json = "{\"version\":%d,\"base\":\"%s\",\"business\":\"%s\",\"frozen\":false}"
                .formatted(CLOCK_VERSION.incrementAndGet(), Instant.now(), now);
        try {
            Path written = Files.writeString(FOLDER.resolve("clock.part"), json);
            Files.move(written, FOLDER.resolve("clock.json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().until(() -> clock.version() == CLOCK_VERSION.get());
    }

    private static KeysetHandle keyPair() {
        try {
            HybridConfig.register();
            return KeysetHandle.generateNew(
                    HpkeParameters.builder()
                            .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                            .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                            .setVariant(HpkeParameters.Variant.TINK)
                            .build(),
                    RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("redress-notification-");
            Path keys = Files.createDirectory(
                    folder.resolve("keys"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path key = Files.createFile(
                    keys.resolve("contact.private.json"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    key,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            KEYS, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
            return folder;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
