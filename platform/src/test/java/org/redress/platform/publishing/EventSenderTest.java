package org.redress.platform.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.tracing.Traces;

class EventSenderTest {

    private final Broker broker = new Broker();
    private final EventSender sender = new EventSender(broker, new TopicNames(""), Traces.none());

    @Test
    void holdsUpOnlyTheAggregateOfAnEventThatIsTooLargeUnserialisableOrUnknown() {
        Sent sent = sender.send(List.of(
                event("large", 1, "case.closed.v1"),
                event("large", 2, "case.closed.v1"),
                event("broken", 1, "case.closed.v1"),
                event("a", 1, "case.dreamt-up.v1"),
                event("b", 1, "case.closed.v1")));

        assertThat(sent.acknowledged()).extracting(PendingEvent::aggregateId).containsExactly("b");
        assertThat(sent.held()).containsExactlyInAnyOrder("large", "broken", "a");
        assertThat(broker.asked).containsExactly("large", "broken", "b");
    }

    @Test
    void asksATopicThatIsAwayOnceAndTheOthersStill() {
        Sent sent = sender.send(List.of(
                event("away", 1, "petition.withdrawn.v1"),
                event("c", 1, "petition.withdrawn.v1"),
                event("b", 1, "case.closed.v1")));

        assertThat(sent.acknowledged()).extracting(PendingEvent::aggregateId).containsExactly("b");
        assertThat(sent.held()).isEmpty();
        assertThat(broker.asked).containsExactly("away", "b");
    }

    private static PendingEvent event(String aggregate, long sequence, String type) {
        return new PendingEvent(
                sequence, 1, "e", aggregate, type, aggregate, "{}".getBytes(StandardCharsets.UTF_8), true);
    }

    /** Takes all but what its key says it does not. */
    private static final class Broker extends MockProducer<String, byte[]> {

        private final List<String> asked = new ArrayList<>();

        Broker() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback answered) {
            asked.add(record.key());
            return switch (record.key()) {
                case "large" -> CompletableFuture.failedFuture(new RecordTooLargeException("too large"));
                case "away" -> CompletableFuture.failedFuture(new TimeoutException("no metadata"));
                case "broken" -> throw new SerializationException("broken");
                default -> super.send(record, answered);
            };
        }
    }
}
