package org.redress.platform.publishing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.messaging.TopicNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends many events in a pipeline: all are handed over, one flush, then every answer is looked at. */
final class EventSender {

    private static final Logger log = LoggerFactory.getLogger(EventSender.class);

    private final Producer<String, byte[]> producer;
    private final TopicNames topics;

    EventSender(Producer<String, byte[]> producer, TopicNames topics) {
        this.producer = producer;
        this.topics = topics;
    }

    /** Sends in the order given and returns those the broker acknowledged; a failure is an unknown, not a loss. */
    Set<PendingEvent> send(List<PendingEvent> events) {
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        for (PendingEvent event : events) {
            Future<RecordMetadata> answer = producer.send(toRecord(event));
            answers.add(answer);
            if (failedAtOnce(answer)) {
                break; // the broker is away: each further send would wait for it again
            }
        }
        producer.flush();
        Set<PendingEvent> acknowledged = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            if (acknowledged(answers.get(i))) {
                acknowledged.add(events.get(i));
            }
        }
        return acknowledged;
    }

    private static boolean failedAtOnce(Future<RecordMetadata> answer) {
        return answer.isDone() && answer.state() == Future.State.FAILED;
    }

    private static boolean acknowledged(Future<RecordMetadata> answer) {
        try {
            answer.get();
            return true;
        } catch (ExecutionException e) {
            log.warn(
                    "Not acknowledged by the broker, stays pending: {}",
                    e.getCause() == null ? e : e.getCause().toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ProducerRecord<String, byte[]> toRecord(PendingEvent event) {
        Topic topic = event.topic();
        return new ProducerRecord<>(
                topics.name(topic),
                null,
                event.key(),
                event.bytes(),
                EventHeaders.write(
                        event.eventId(), event.aggregateId(), event.type(), event.sequence(), event.epoch()));
    }
}
