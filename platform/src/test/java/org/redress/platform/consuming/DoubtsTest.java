package org.redress.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseEvent;
import org.redress.platform.messaging.DeadLetters;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.messaging.TopicParties;
import org.redress.platform.sealing.UnknownKeyException;
import org.redress.platform.time.RealTime;
import org.redress.platform.tracing.Traces;
import org.redress.starters.Infrastructure;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.web.client.RestClient;

class DoubtsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MongoClient client = MongoClients.create(Infrastructure.mongo());
    private final MongoTemplate mongo =
            new MongoTemplate(client, "doubts_" + UUID.randomUUID().toString().substring(0, 8));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Doubts doubts = new Doubts(mongo, new Patience(MINUTE, MINUTE.multipliedBy(10)), meters);
    private final Caller reader = new Caller();
    private final EventConsumer<CaseEvent> consumer = consumer(true);

    @BeforeEach
    void watch() {
        doubts.watch(reader.consumption(), consumer);
    }

    @AfterEach
    void drop() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    void triesAgainWhatFailedWhileTheOthersGoOn() {
        reader.failing.add("a");
        consumer.accept(batch(closed("a", 1), closed("b", 1), closed("a", 2), closed("b", 2)));

        assertThat(reader.applied).containsExactly("b 1", "b 2");
        assertThat(reader.position("a")).isEqualTo(Position.START);
        assertThat(broker.history()).isEmpty();

        failedSince(Duration.ofSeconds(30));
        doubts.tryAgain();
        assertThat(reader.position("a")).as("not yet bad").isEqualTo(Position.START);

        reader.failing.clear();
        failedSince(Duration.ofSeconds(50));
        doubts.tryAgain();

        assertThat(reader.applied).containsExactly("b 1", "b 2", "a 1");
        assertThat(kept().countDocuments()).isZero();
        assertThat(broker.history()).isEmpty();
        assertThat(mongo.findById("CASES:a", Document.class, "gaps").get(Gaps.UP_TO))
                .as("what came after it is asked for")
                .isEqualTo(Gaps.place(1, 2));
    }

    @Test
    void parksWhatStillFailsAfterAMinute() {
        reader.failing.add("a");
        consumer.accept(batch(closed("a", 1)));
        failedSince(MINUTE);

        doubts.tryAgain();

        assertThat(reader.position("a")).isEqualTo(Position.START.park());
        assertThat(broker.history()).hasSize(1);
        assertThat(kept().countDocuments()).isZero();
    }

    @Test
    void parksAtOnceForAHandlerThatNobodyTriesAgainFor() {
        consumer.accept(batch(closed("a", 1)));
        reader.failing.add("b");
        EventConsumer<CaseEvent> replaying = consumer(false);

        replaying.accept(batch(closed("b", 1), closed("c", 1)));

        assertThat(reader.applied).containsExactly("a 1", "c 1");
        assertThat(reader.position("b")).isEqualTo(Position.START.park());
        assertThat(kept().countDocuments()).isZero();
    }

    @Test
    void outlivesARecordThatEndsInAnError() {
        reader.failure = StackOverflowError::new;
        reader.failing.add("a");

        consumer.accept(batch(closed("a", 1), closed("b", 1)));

        assertThat(reader.applied).containsExactly("b 1");
        assertThat(kept().countDocuments()).isOne();
    }

    @Test
    void leavesATryThatAnotherInstanceTook() {
        reader.failing.add("a");
        consumer.accept(batch(closed("a", 1)));
        reader.failing.clear();
        failedSince(MINUTE);
        doubts.tryAgain();
        doubts.tryAgain();

        assertThat(reader.applied).containsExactly("a 1");
    }

    @Test
    void waitsLongerForAKey() {
        Patience patience = new Patience(MINUTE, MINUTE.multipliedBy(10));

        assertThat(patience.with(new IllegalStateException("x"))).isEqualTo(MINUTE);
        assertThat(patience.with(new IllegalStateException(new UnknownKeyException("p", "content", "1f"))))
                .isEqualTo(MINUTE.multipliedBy(10));
    }

    private void failedSince(Duration time) {
        Instant then = RealTime.now().minus(time);
        kept().updateMany(
                        new Document(),
                        new Document(
                                "$set",
                                new Document("since", Date.from(then)).append("tryAt", Date.from(Instant.EPOCH))));
    }

    private MongoCollection<Document> kept() {
        return mongo.getCollection("doubts");
    }

    private EventConsumer<CaseEvent> consumer(boolean patient) {
        Gaps gaps = new Gaps(
                mongo, new ResendRequests(RestClient.create(), new TopicParties(Map.of(), Map.of(), Map.of())), meters);
        DeadLetters letters = new DeadLetters(broker, new TopicNames(""), meters, "test");
        SetAside aside = new SetAside(
                letters,
                new ParkedList(mongo, gaps, meters),
                gaps,
                doubts,
                new HeldPartitions(new TopicNames(""), meters));
        return new EventConsumer<>(reader, aside, new ConsumedCounter(meters), () -> true, Traces.none(), patient);
    }

    private static CaseClosed closed(String id, long sequence) {
        return new CaseClosed(
                new Head("e-" + id + sequence, id, id, sequence, 1, Instant.EPOCH), "HQ", false, "who", List.of());
    }

    private static Message<List<byte[]>> batch(CaseClosed... events) {
        List<CaseClosed> all = Arrays.asList(events);
        return MessageBuilder.withPayload(all.stream().map(EventCodec::encode).toList())
                .setHeader(
                        KafkaHeaders.RECEIVED_KEY,
                        all.stream().map(event -> event.head().key()).toList())
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, Collections.nCopies(all.size(), 0))
                .setHeader(KafkaHeaders.OFFSET, Collections.nCopies(all.size(), 0L))
                .setHeader(
                        KafkaHeaders.BATCH_CONVERTED_HEADERS,
                        all.stream().map(DoubtsTest::headers).toList())
                .build();
    }

    private static Map<String, Object> headers(CaseClosed event) {
        Head head = event.head();
        return Map.of(
                "eventId", head.eventId(),
                "aggregateId", head.aggregateId(),
                "type", "case.closed.v1",
                "sequence", Long.toString(head.sequence()),
                "epoch", Integer.toString(head.epoch()));
    }

    @Consumes(Topic.CASES)
    private static final class Caller implements EventHandler<CaseEvent> {

        private final List<String> applied = new ArrayList<>();
        private final Set<String> failing = new HashSet<>();
        private Supplier<Throwable> failure = () -> new IllegalStateException("not now");
        private final Map<Source, Position> positions = new HashMap<>();

        @Override
        public Map<Source, Position> positions(Collection<Source> sources) {
            return Map.copyOf(positions);
        }

        @Override
        public void apply(List<Received<CaseEvent>> batch) {
            if (batch.stream().anyMatch(each -> failing.contains(each.source().key()))) {
                failure();
            }
            for (Received<CaseEvent> each : batch) {
                applied.add(each.source().key() + " " + each.after().last());
                positions.put(each.source(), each.after());
            }
        }

        @Override
        public void park(Source source, Position before, Position after) {
            positions.put(source, after);
        }

        private void failure() {
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }

        Position position(String id) {
            return positions.getOrDefault(new Source(id, id), Position.START);
        }
    }
}
