package org.redress.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;
import org.redress.contracts.NewerEventException;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.CaseClosed;
import org.redress.platform.consuming.EventConsumers;
import org.redress.platform.consuming.Missing;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Replay;
import org.redress.platform.consuming.Replays;
import org.redress.platform.consuming.Source;
import org.redress.platform.consuming.StalePositionException;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.Continuity;
import org.redress.platform.publishing.Found;
import org.redress.platform.publishing.Publisher;
import org.redress.platform.publishing.Saved;
import org.redress.platform.publishing.StaleAggregateException;
import org.redress.platform.publishing.UnreadableDocumentException;
import org.redress.platform.web.UnavailableException;
import org.redress.starters.Infrastructure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PipelineTest {

    @Autowired
    private AggregateStore<Note> notes;

    @Autowired
    @Qualifier("noteReader")
    private NoteReader reader;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Producer<String, byte[]> producer;

    @Autowired
    private SecondReader second;

    @Autowired
    private Replays replays;

    @Autowired
    private TopicNames topics;

    @Autowired
    private Publisher publisher;

    @Autowired
    private EventConsumers consumers;

    @Autowired
    private Continuity continuity;

    @Autowired
    private MeterRegistry meters;

    private final String id = UUID.randomUUID().toString();

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        RealStack.register(registry);
        registry.add("redress.held.look-every", () -> "1s");
    }

    @AfterEach
    void repair() {
        reader.failWith(received -> {});
        second.failWith(received -> {});
    }

    @Test
    void appliesWhatWasWrittenAndClearsItOnceTheBrokerHasIt() {
        Note note = new Note(id);
        note.close("a");
        note.close("b");
        notes.insert(note);
        note.close("c");
        notes.save(note);

        eventually().untilAsserted(() -> assertThat(reader.closedBy(id)).containsExactly("a", "b", "c"));
        eventually()
                .untilAsserted(() -> assertThat(stored())
                        .doesNotContainKey("pendingSince")
                        .containsEntry("pending", List.of())
                        .containsEntry("version", 1L));
        assertThat(archived()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void publishesMoreThanItHoldsInMemory() {
        List<Note> large = IntStream.range(0, 100)
                .mapToObj(number -> {
                    Note note = new Note(id + "-" + number);
                    note.close("x".repeat(200_000));
                    return note;
                })
                .toList();

        assertThat(notes.insertAll(large)).isEmpty();

        eventually()
                .untilAsserted(() -> assertThat(mongo.count(
                                Query.query(Criteria.where("_id")
                                        .regex("^" + id + "-")
                                        .and("pendingSince")
                                        .exists(true)),
                                "notes"))
                        .isZero());
        assertThat(mongo.count(Query.query(Criteria.where("aggregateId").regex("^" + id + "-")), "notes_events"))
                .isEqualTo(100);
    }

    @Test
    void writesNothingOfAStaleChange() {
        Note note = notes.insert(new Note(id));
        Note other = notes.find(id).orElseThrow();
        note.remark("first");
        notes.save(note);

        other.close("late");

        assertThatThrownBy(() -> notes.save(other)).isInstanceOf(StaleAggregateException.class);
        Note now = notes.find(id).orElseThrow();
        assertThat(now.remark()).isEqualTo("first");
        assertThat(now.closings()).isZero();
        assertThat(now.sequence()).isZero();
    }

    @Test
    void tellsWhichOfManyChangesWereStale() {
        Note fresh = notes.insert(new Note(id + "-fresh"));
        Note stale = notes.insert(new Note(id + "-stale"));
        Note winner = notes.find(stale.id()).orElseThrow();
        winner.remark("won");
        notes.save(winner);
        fresh.remark("x");
        stale.remark("x");

        assertThat(notes.saveAll(List.of(fresh, stale)).stale()).containsExactly(stale);
        assertThat(notes.find(fresh.id()).orElseThrow().remark()).isEqualTo("x");
        assertThat(notes.find(stale.id()).orElseThrow().remark()).isEqualTo("won");
    }

    @Test
    void removesAFieldThatBecameAbsent() {
        Note note = new Note(id);
        note.remark("here");
        notes.insert(note);
        note.remark(null);
        notes.save(note);

        assertThat(notes.find(id).orElseThrow().remark()).isNull();
    }

    @Test
    void refusesASecondDocumentWithTheSameId() {
        notes.insert(new Note(id));

        assertThatThrownBy(() -> notes.insert(new Note(id))).isInstanceOf(DuplicateKeyException.class);
        Note known = new Note(id);
        Note unknown = new Note(id + "-new");
        assertThat(notes.insertAll(List.of(known, unknown))).containsExactly(known);
        assertThat(notes.find(unknown.id())).isPresent();
    }

    @Test
    void appliesARepeatedRecordOnce() {
        send(closed(1, "a"), closed(1, "a"), closed(2, "b"), closed(1, "a"), closed(2, "b"), closed(3, "c"));

        eventually().untilAsserted(() -> assertThat(reader.position(id).last()).isEqualTo(3));
        assertThat(reader.closedBy(id)).containsExactly("a", "b", "c");
    }

    @Test
    void parksBehindAnUndecodableRecordAndBringsAllInByOneResend() {
        Note note = new Note(id);
        note.close("a");
        note.close("b");
        byte[] broken = "{".getBytes(StandardCharsets.UTF_8);
        send(record("case.closed.v1", 1, broken));
        send(closed(2, "b"));

        eventually().untilAsserted(() -> assertThat(deadLetters()).containsExactly("1 bad", "2 parked"));
        eventually().untilAsserted(() -> assertThat(reader.position(id)).isEqualTo(new Position(1, 0, true)));
        assertThat(parked())
                .containsEntry("sequence", 1L)
                .containsEntry("type", "case.closed.v1")
                .hasEntrySatisfying(
                        "cause",
                        cause -> assertThat(cause)
                                .asString()
                                .startsWith("org.redress.contracts.UndecodableEventException at ")
                                .isEqualTo(causeOfFirstLetter()));
        notes.insert(note);
        eventually().untilAsserted(() -> assertThat(archived()).containsExactly(1L, 2L));
        assertThat(reader.closedBy(id)).isEmpty();

        Source source = new Source(id, id);
        Position parked = reader.position(id);
        reader.park(source, parked, parked.release());
        assertThat(publisher.resend(id, new Missing(null, 1))).hasValue(2);

        eventually().untilAsserted(() -> assertThat(reader.closedBy(id)).containsExactly("a", "b"));
        // Somebody who asked at the same time comes too late and takes nothing back.
        assertThatThrownBy(() -> reader.park(source, parked, parked.release()))
                .isInstanceOf(StalePositionException.class);
        assertThat(reader.position(id)).isEqualTo(new Position(1, 2, false));
    }

    @Test
    void parksOnlyTheAggregateWhoseEventBreaksARule() {
        reader.failWith(received -> {
            if (received.event() instanceof CaseClosed closed
                    && closed.closedBy().equals(NoteReader.POISON)) {
                throw new IllegalStateException("nobody cannot close");
            }
        });
        String other = id + "-other";
        send(closed(1, NoteReader.POISON), closed(other, 1, "a"), closed(2, "b"), closed(other, 2, "b"));

        eventually().untilAsserted(() -> assertThat(reader.closedBy(other)).containsExactly("a", "b"));
        eventually().untilAsserted(() -> assertThat(deadLetters()).containsExactly("1 bad", "2 parked"));
        assertThat(reader.position(id).parked()).isTrue();
    }

    @Test
    void parksForOneConsumerOfATopicWhatAnotherApplies() {
        second.failWith(received -> {
            if (received.source().key().equals(id)) {
                throw new IllegalStateException("not for me");
            }
        });
        Note note = new Note(id);
        note.close("a");
        notes.insert(note);
        note.close("b");
        notes.save(note);

        eventually().untilAsserted(() -> assertThat(reader.closedBy(id)).containsExactly("a", "b"));
        eventually().untilAsserted(() -> assertThat(second.position(id)).isEqualTo(new Position(1, 0, true)));
        assertThat(parked()).isNull();
        assertThat(mongo.findById("CASES/second:" + id, Document.class, "parked"))
                .containsEntry("consumer", "second")
                .containsEntry("topic", "CASES");
        Source source = new Source(id, id);
        assertThat(consumers.standings(Topic.CASES, List.of(source)))
                .hasValueSatisfying(at -> assertThat(at.get(source)).isEqualTo(new Position(1, 2, false)));

        second.failWith(received -> {});
        Position parked = second.position(id);
        second.park(source, parked, parked.release());
        eventually().untilAsserted(() -> assertThat(archived()).containsExactly(1L, 2L));
        assertThat(publisher.resend(id, new Missing(null, 1))).hasValue(2);

        eventually().untilAsserted(() -> assertThat(second.closedBy(id)).containsExactly("a", "b"));
        assertThat(reader.closedBy(id)).containsExactly("a", "b");
    }

    @Test
    void replaysATopicFromItsBeginningForAHandlerOfItsOwn() {
        send(closed(1, "a"), closed(2, "b"));
        NoteReader anew = new NoteReader(mongo, "read_anew");

        try (Replay replay = replays.of(anew)) {
            replay.readTo(replay.ends(), () -> {});
            send(closed(3, "c"), closed(2, "b"));
            replay.readTo(replay.ends(), () -> {});
        }

        assertThat(anew.closedBy(id)).containsExactly("a", "b", "c");
    }

    @Test
    void waitsOutAnOutageWithoutParkingAnything() {
        AtomicBoolean away = new AtomicBoolean(true);
        reader.failWith(received -> {
            if (away.get() && received.source().key().equals(id)) {
                throw new DataAccessResourceFailureException("away");
            }
        });
        double before = deadLetterCount();
        send(closed(1, "a"), closed(2, "b"));
        eventually()
                .during(Duration.ofSeconds(2))
                .until(() -> reader.closedBy(id).isEmpty());

        away.set(false);

        eventually().untilAsserted(() -> assertThat(reader.closedBy(id)).containsExactly("a", "b"));
        assertThat(reader.position(id).parked()).isFalse();
        assertThat(deadLetters()).isEmpty();
        assertThat(deadLetterCount()).isEqualTo(before);
    }

    @Test
    void keepsARecordWithoutHeadersAsADeadLetterAndParksNobody() {
        send(new ProducerRecord<>(topics.name(Topic.CASES), id, new byte[] {1}));
        send(closed(1, "a"));

        eventually().untilAsserted(() -> assertThat(deadLetters()).containsExactly("null no-headers"));
        eventually().untilAsserted(() -> assertThat(reader.closedBy(id)).containsExactly("a"));
    }

    @Test
    void keepsTheDigestOfARecordThatIsTooLargeForADeadLetter() {
        byte[] large = new byte[1_048_400];
        new Random(1).nextBytes(large);
        send(new ProducerRecord<>(topics.name(Topic.CASES), id, large));
        send(closed(1, "a"));

        eventually().untilAsserted(() -> assertThat(deadLetters()).containsExactly("null no-headers"));
        ConsumerRecord<String, byte[]> letter =
                read(topics.deadLetters(Topic.CASES)).getFirst();
        assertThat(header(letter, "dead-letter-bytes")).isEqualTo("1048400");
        assertThat(header(letter, "dead-letter-sha256")).hasSize(64);
        eventually().untilAsserted(() -> assertThat(reader.closedBy(id)).containsExactly("a"));
    }

    @Test
    void readsAndWritesEachDocumentByItself() {
        Note large = notes.insert(new Note(id + "-large"));
        Note other = notes.insert(new Note(id));
        mongo.insert(new Document("_id", id + "-ill").append("closings", "many"), "notes");
        mongo.insert(new Document("_id", id + "-newer").append("schema", 99), "notes");

        Found<Note> found = notes.findAll(List.of(id, id + "-ill", id + "-newer", id + "-none"));

        assertThat(found.read()).extracting(Note::id).containsExactly(id);
        assertThat(found.unreadable())
                .extracting(UnreadableDocumentException::id)
                .containsExactlyInAnyOrder(id + "-ill", id + "-newer");
        assertThatThrownBy(() -> notes.find(id + "-newer")).hasMessageContaining("schema 99 is newer than 1");
        assertThat(meters.get("redress.documents.unreadable").counter().count()).isPositive();

        large.remark("x".repeat(17_000_000));
        other.remark("fine");
        Saved<Note> saved = notes.saveAll(List.of(large, other));

        assertThat(saved.failed()).containsOnlyKeys(large);
        assertThat(saved.stale()).isEmpty();
        assertThat(notes.find(id).orElseThrow().remark()).isEqualTo("fine");
    }

    @Test
    void holdsAPartitionAtWhatANewerVersionWroteAndParksNobody() {
        reader.failWith(received -> {
            if (received.event() instanceof CaseClosed closed
                    && closed.closedBy().equals("newer")) {
                throw new NewerEventException("a constant", null);
            }
        });
        String other = UUID.randomUUID().toString();
        send(inPartition(3, closed(1, "a")), inPartition(3, closed(2, "newer")), inPartition(3, closed(3, "c")));
        send(inPartition(4, closed(other, 1, "x")));

        eventually().untilAsserted(() -> assertThat(reader.closedBy(other)).containsExactly("x"));
        eventually()
                .untilAsserted(
                        () -> assertThat(consumers.held()).singleElement(STRING).contains("a constant"));
        assertThat(meters.get("redress.consumer.held").gauge().value()).isEqualTo(1);
        assertThat(reader.position(id)).isEqualTo(new Position(1, 1, false));
        assertThat(parked()).isNull();
        assertThat(deadLetters()).isEmpty();

        reader.failWith(received -> {});

        eventually().untilAsserted(() -> assertThat(reader.closedBy(id)).containsExactly("a", "newer", "c"));
        eventually().untilAsserted(() -> assertThat(consumers.held()).isEmpty());
    }

    @Test
    void holdsUpOnlyTheAggregateWhoseEventsCannotBePublished() {
        Document unknown = event(1, 1).append("type", "case.dreamt-up.v1").append("aggregateId", id + "-a");
        mongo.insert(leftBehind(id + "-a", List.of(unknown)), "notes");
        mongo.insert(leftBehind(id + "-b", "nonsense"), "notes");
        mongo.insert(leftBehind(id, List.of(event(1, 1))), "notes");

        eventually().untilAsserted(() -> assertThat(archived()).containsExactly(1L));
        // What is counted is counted after what was acknowledged is cleared.
        eventually()
                .untilAsserted(() -> assertThat(meters.get("redress.events.unpublishable")
                                .counter()
                                .count())
                        .isPositive());
        mongo.remove(Query.query(Criteria.where("_id").in(id + "-a", id + "-b")), "notes");
    }

    private static Document leftBehind(String aggregate, Object pending) {
        return new Document("_id", aggregate)
                .append("pendingSince", Instant.now().minusSeconds(60))
                .append("pending", pending);
    }

    @Test
    void remembersAGapUntilTheMissingOneComes() {
        send(closed(1, "a"), closed(3, "c"));

        eventually()
                .untilAsserted(() -> assertThat(mongo.findById("CASES:" + id, Document.class, "gaps"))
                        .containsEntry("upTo", new Document("epoch", 1).append("sequence", 3L)));
        assertThat(reader.closedBy(id)).containsExactly("a");

        send(closed(2, "b"), closed(3, "c"));
        eventually().untilAsserted(() -> assertThat(reader.closedBy(id)).containsExactly("a", "b", "c"));
    }

    @Test
    void replacesTheStateByTheSnapshotOfANewEpoch() {
        send(closed(1, "a"), closed(2, "b"));
        eventually().untilAsserted(() -> assertThat(reader.position(id).last()).isEqualTo(2));

        send(record("case.closed.v1", 3, new byte[] {'{'}));
        eventually().untilAsserted(() -> assertThat(reader.position(id)).isEqualTo(new Position(1, 2, true)));
        assertThat(parked()).isNotNull();

        send(closed(id, 2, 1, "restored"), closed(3, "old"));

        eventually().untilAsserted(() -> assertThat(reader.position(id)).isEqualTo(new Position(2, 1, false)));
        eventually().untilAsserted(() -> assertThat(parked()).isNull());
        assertThat(reader.closedBy(id)).containsExactly("restored");
    }

    @Test
    void keepsTwoEventsAtOnePlaceAsDamageUntilANewEpochReplacesThem() {
        send(closed(1, "a"), closed(2, "b"));
        eventually().untilAsserted(() -> assertThat(reader.position(id).last()).isEqualTo(2));

        send(closed(id, 1, 2, "other", "b of another history"));

        eventually().untilAsserted(() -> assertThat(deadLetters()).containsExactly("2 damage"));
        eventually().untilAsserted(() -> assertThat(reader.position(id)).isEqualTo(new Position(1, 2, true)));
        assertThat(parked().getString("cause"))
                .startsWith("damage: another event, e-2, was applied at the place of other");

        send(closed(id, 2, 1, "restored"));

        eventually().untilAsserted(() -> assertThat(parked()).isNull());
        assertThat(reader.closedBy(id)).containsExactly("restored");
    }

    /** As when a service is stopped, its database put back to a backup, and the service started again. */
    @Test
    void tellsAgainWhatHadGoneFurtherThanTheBackupAndLosesNothingThatIsAcknowledgedAfterwards() {
        Note kept = notes.insert(noteClosedBy(id, "a", "b"));
        eventually().untilAsserted(() -> assertThat(archived()).containsExactly(1L, 2L));
        Map<String, List<Document>> backup = backup();
        Note later = notes.find(id).orElseThrow();
        later.close("lost");
        notes.save(later);
        String fresh = id + "-made-after-the-backup";
        notes.insert(noteClosedBy(fresh, "lost too"));
        eventually().untilAsserted(() -> assertThat(reader.closedBy(fresh)).containsExactly("lost too"));
        eventually().untilAsserted(() -> assertThat(reader.position(id).last()).isEqualTo(3));

        restore(backup);
        eventually().until(continuity::isRestored);
        assertThatThrownBy(() -> publisher.resend(id, new Missing(null, 1))).isInstanceOf(UnavailableException.class);
        Note now = notes.find(id).orElseThrow();
        now.close("while nothing is published");
        notes.save(now);
        Continuity.Restoration restoration = continuity.begin();
        notes.insert(noteClosedBy(fresh, "made anew"));

        try {
            assertThat(restoration.retold()).isEqualTo(1);
            assertThat(restoration.gone()).contains(fresh);
            eventually()
                    .untilAsserted(() ->
                            assertThat(reader.closedBy(id)).containsExactly("a", "b", "while nothing is published"));
            eventually().untilAsserted(() -> assertThat(reader.closedBy(fresh)).containsExactly("made anew"));
            assertThat(reader.position(id)).isEqualTo(new Position(restoration.epoch(), 3, false));
            assertThat(kept.epoch()).isLessThan(restoration.epoch());
        } finally {
            mongo.updateFirst(new Query(), new Update().set("epoch", 1), "publishing");
        }
    }

    private static Note noteClosedBy(String noteId, String... people) {
        Note note = new Note(noteId);
        for (String person : people) {
            note.close(person);
        }
        return note;
    }

    private Map<String, List<Document>> backup() {
        Map<String, List<Document>> backup = new LinkedHashMap<>();
        // The mark comes last: a service that runs on must not take it for new while the others are still as they were.
        Stream.of("notes", "notes_events", "publishing")
                .forEach(name -> backup.put(name, mongo.findAll(Document.class, name)));
        return backup;
    }

    private void restore(Map<String, List<Document>> backup) {
        backup.forEach((name, documents) -> {
            mongo.getCollection(name).deleteMany(new Document());
            mongo.getCollection(name).insertMany(documents);
        });
    }

    @Test
    void sendsTheSameBytesAgain() {
        Note note = new Note(id);
        note.close("a");
        notes.insert(note);
        eventually().untilAsserted(() -> assertThat(archived()).hasSize(1));

        publisher.resend(id, new Missing(null, 1));

        eventually()
                .untilAsserted(() -> assertThat(read(topics.name(Topic.CASES))).hasSize(2));
        List<ConsumerRecord<String, byte[]>> sent = read(topics.name(Topic.CASES));
        assertThat(sent.get(1).value()).isEqualTo(sent.get(0).value());
        assertThat(header(sent.get(1), "eventId")).isEqualTo(header(sent.get(0), "eventId"));
    }

    @Test
    void sendsTheNewestEpochWholeToOneWhoStandsInAnOlder() {
        archive(1, 3);
        archive(2, 1);
        archive(2, 2);

        assertThat(publisher.resend(id, new Missing(1, 4))).hasValue(2);
        assertThat(publisher.resend(id, new Missing(2, 2))).hasValue(1);
        assertThat(publisher.resend(id, new Missing(3, 1))).isEmpty();
    }

    @Test
    void sendsWhatIsStillPendingToo() {
        archive(1, 1);
        mongo.insert(
                new Document("_id", id)
                        .append("pendingSince", Instant.now())
                        .append("pending", List.of(event(1, 1), event(1, 2))),
                "notes");

        assertThat(publisher.resend(id, new Missing(1, 1))).hasValue(2);
    }

    @Test
    void answersNothingForATopicItDoesNotConsume() {
        assertThat(consumers.redrive(Topic.DELIVERIES, new Source(id, id))).isEmpty();
        assertThat(publisher.resend("unknown", new Missing(null, 1))).isEmpty();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100));
    }

    private CaseClosed closed(long sequence, String by) {
        return closed(id, sequence, by);
    }

    private CaseClosed closed(String aggregate, long sequence, String by) {
        return closed(aggregate, 1, sequence, by);
    }

    private CaseClosed closed(String aggregate, int epoch, long sequence, String by) {
        return closed(aggregate, epoch, sequence, "e-" + sequence, by);
    }

    private CaseClosed closed(String aggregate, int epoch, long sequence, String eventId, String by) {
        Head head = new Head(eventId, aggregate, aggregate, sequence, epoch, Instant.EPOCH);
        return new CaseClosed(head, "HQ", false, by, List.of());
    }

    private void send(CaseClosed... events) {
        for (CaseClosed event : events) {
            send(inPartition(null, event));
        }
    }

    private ProducerRecord<String, byte[]> inPartition(@Nullable Integer partition, CaseClosed event) {
        Head head = event.head();
        return new ProducerRecord<>(
                topics.name(Topic.CASES),
                partition,
                head.key(),
                EventCodec.encode(event),
                EventHeaders.write(
                        head.eventId(), head.aggregateId(), "case.closed.v1", head.sequence(), head.epoch()));
    }

    @SafeVarargs
    private final void send(ProducerRecord<String, byte[]>... records) {
        for (ProducerRecord<String, byte[]> record : records) {
            send(record);
        }
    }

    private void send(ProducerRecord<String, byte[]> record) {
        assertThat(producer.send(record)).succeedsWithin(Duration.ofSeconds(20));
    }

    private ProducerRecord<String, byte[]> record(String type, long sequence, byte[] bytes) {
        return new ProducerRecord<>(
                topics.name(Topic.CASES), null, id, bytes, EventHeaders.write("e", id, type, sequence, 1));
    }

    private void archive(int epoch, long sequence) {
        mongo.insert(event(epoch, sequence).append("_id", id + ":" + epoch + ":" + sequence), "notes_events");
    }

    private Document event(int epoch, long sequence) {
        return new Document("aggregateId", id)
                .append("eventId", "e-" + epoch + "-" + sequence)
                .append("epoch", epoch)
                .append("sequence", sequence)
                .append("type", "case.closed.v1")
                .append("key", id)
                .append("bytes", EventCodec.encode(closed(id, epoch, sequence, "x")));
    }

    private Document parked() {
        return mongo.findById("CASES:" + id, Document.class, "parked");
    }

    private String causeOfFirstLetter() {
        return read(topics.deadLetters(Topic.CASES)).stream()
                .filter(letter -> header(letter, "dead-letter-binding").equals("cases"))
                .map(letter -> header(letter, "dead-letter-cause"))
                .findFirst()
                .orElseThrow();
    }

    private Document stored() {
        return mongo.findById(id, Document.class, "notes");
    }

    private List<Long> archived() {
        return mongo.findAll(Document.class, "notes_events").stream()
                .filter(event -> event.getString("aggregateId").equals(id))
                .map(event -> event.getLong("sequence"))
                .toList();
    }

    private List<String> deadLetters() {
        return read(topics.deadLetters(Topic.CASES)).stream()
                .filter(letter -> header(letter, "dead-letter-binding").equals("cases"))
                .map(letter -> header(letter, "sequence") + " " + header(letter, "dead-letter-reason"))
                .toList();
    }

    private double deadLetterCount() {
        return meters.find("redress.dead.letters").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Infrastructure.kafka());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> mine = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> {
                    if (id.equals(found.key())) {
                        mine.add(found);
                    }
                });
            }
            return mine;
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "null" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
