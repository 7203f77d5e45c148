package org.redress.platform.publishing;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.tracing.Publication;
import org.redress.platform.tracing.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends many events in a pipeline: all are handed over, one flush, then every answer is looked at. An event that fails
 * for what it is holds up the rest of its aggregate, a topic that takes nothing the rest of that topic.
 */
final class EventSender {

    private static final Logger log = LoggerFactory.getLogger(EventSender.class);

    private final Producer<String, byte[]> producer;
    private final TopicNames topics;
    private final Traces traces;

    EventSender(Producer<String, byte[]> producer, TopicNames topics, Traces traces) {
        this.producer = producer;
        this.topics = topics;
        this.traces = traces;
    }

    /** Sends in the order given; what is not acknowledged is an unknown, not a loss. */
    Sent send(List<PendingEvent> events) {
        Map<PendingEvent, Future<RecordMetadata>> answers = new LinkedHashMap<>();
        Set<String> held = new HashSet<>();
        Set<Topic> away = EnumSet.noneOf(Topic.class);
        if (events.isEmpty()) {
            return new Sent(Set.of(), Set.of());
        }
        for (PendingEvent event : events) {
            Topic topic = event.topic().orElse(null);
            if (topic == null) {
                hold(event, held, "its type is not known");
            } else if (!held.contains(event.aggregateId()) && !away.contains(topic)) {
                handOver(event, topic, answers, held, away);
            }
        }
        producer.flush();
        return new Sent(acknowledged(answers, held), held);
    }

    /** Where a topic is away each further send to it would wait for it again. */
    private void handOver(
            PendingEvent event,
            Topic topic,
            Map<PendingEvent, Future<RecordMetadata>> answers,
            Set<String> held,
            Set<Topic> away) {
        Future<RecordMetadata> answer = handOver(event, topic);
        answers.put(event, answer);
        Throwable failure = failedAtOnce(answer);
        if (failure != null && isOfTheEvent(failure)) {
            held.add(event.aggregateId());
        } else if (failure != null) {
            away.add(topic);
        }
    }

    private Future<RecordMetadata> handOver(PendingEvent event, Topic topic) {
        Optional<Publication> publication = publication(event, topic);
        try {
            return producer.send(
                    toRecord(event, topic, publication),
                    (metadata, failure) -> publication.ifPresent(traced -> traced.ended(failure)));
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static @Nullable Throwable failedAtOnce(Future<RecordMetadata> answer) {
        return answer.isDone() && answer.state() == Future.State.FAILED ? answer.exceptionNow() : null;
    }

    private static Set<PendingEvent> acknowledged(Map<PendingEvent, Future<RecordMetadata>> answers, Set<String> held) {
        Set<PendingEvent> acknowledged = new HashSet<>();
        answers.forEach((event, answer) -> {
            Throwable failure = failure(answer);
            if (failure == null) {
                acknowledged.add(event);
            } else if (isOfTheEvent(failure)) {
                hold(event, held, failure.toString());
            } else {
                log.warn("Not acknowledged by the broker, stays pending: {}", failure.toString());
            }
        });
        return acknowledged;
    }

    private static @Nullable Throwable failure(Future<RecordMetadata> answer) {
        try {
            answer.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }

    private static void hold(PendingEvent event, Set<String> held, String why) {
        held.add(event.aggregateId());
        log.error("{} of {} cannot be published: {}", event.type(), event.aggregateId(), why);
    }

    /** It fails whoever sends it, and for as long as it is what it is. */
    private static boolean isOfTheEvent(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof SerializationException;
    }

    private Optional<Publication> publication(PendingEvent event, Topic topic) {
        return event.traceable()
                ? traces.publishing(event.key(), event.eventId(), event.type(), topics.name(topic))
                : Optional.empty();
    }

    private ProducerRecord<String, byte[]> toRecord(
            PendingEvent event, Topic topic, Optional<Publication> publication) {
        List<Header> headers =
                EventHeaders.write(event.eventId(), event.aggregateId(), event.type(), event.sequence(), event.epoch());
        return new ProducerRecord<>(
                topics.name(topic),
                null,
                event.key(),
                event.bytes(),
                publication
                        .map(it -> EventHeaders.traced(headers, it.traceparent()))
                        .orElse(headers));
    }
}
