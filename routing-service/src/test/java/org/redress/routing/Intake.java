package org.redress.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;
import org.redress.contracts.Json;
import org.redress.contracts.Topic;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.contracts.submissions.PetitionReviewRequested;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.publishing.Ids;
import org.redress.platform.sealing.Sealer;

/** Hands petitions in as intake does: sealed, on the topic, with headers. */
public final class Intake {

    private final Producer<String, byte[]> producer;
    private final TopicNames topics;
    private final Sealer content;
    private final Sealer contact;

    /** On a stack's topics, with its keys. */
    public Intake(Producer<String, byte[]> producer, TopicNames topics, RoutingStack stack) {
        this(producer, topics, stack.contentSealer(), stack.contactSealer());
    }

    /** On some topics, with keys of its own. */
    public Intake(Producer<String, byte[]> producer, TopicNames topics, Sealer content, Sealer contact) {
        this.producer = producer;
        this.topics = topics;
        this.content = content;
        this.contact = contact;
    }

    /** An appeal that was received and taken at the same moment. */
    public PetitionSubmitted appeal(String unit, String subject, String text, Instant at) {
        return petition("appeal", unit, subject, text, at, at);
    }

    /** An appeal about somebody. */
    public PetitionSubmitted about(String unit, String text, Instant at, About... about) {
        return petition("appeal", unit, new PetitionContent("扣发奖金", text, "厂区东门", List.of(about)), at, at);
    }

    /** An appeal with these words. */
    public PetitionSubmitted saying(PetitionContent says, Instant at) {
        return petition("appeal", "plant-1", says, at, at);
    }

    /** A petition that was received at one moment and taken at another. */
    public PetitionSubmitted petition(
            String purpose, String unit, String subject, String text, Instant receivedAt, Instant takenAt) {
        return petition(purpose, unit, new PetitionContent(subject, text, "厂区东门", List.of()), receivedAt, takenAt);
    }

    private PetitionSubmitted petition(
            String purpose, String unit, PetitionContent says, Instant receivedAt, Instant takenAt) {
        PetitionContact who = new PetitionContact("测试人", "+8613800000000", null, null, List.of(), false, "phone", "zh");
        return petition(purpose, unit, says, who, receivedAt, takenAt);
    }

    /** An appeal of somebody. */
    public PetitionSubmitted from(PetitionContact who, PetitionContent says, Instant at) {
        return petition("appeal", "plant-1", says, who, at, at);
    }

    private PetitionSubmitted petition(
            String purpose,
            String unit,
            PetitionContent says,
            PetitionContact who,
            Instant receivedAt,
            Instant takenAt) {
        String id = Ids.next();
        return new PetitionSubmitted(
                new Head(Ids.next(), id, id, 1, 1, takenAt),
                "RECEIPT",
                "web",
                purpose,
                unit,
                receivedAt,
                takenAt,
                LocalDate.of(2026, 2, 1),
                1,
                true,
                who.name() == null || who.anonymous(),
                null,
                null,
                content.seal(id, PetitionContent.FIELD, Json.MAPPER.writeValueAsBytes(says)),
                contact.seal(id, PetitionContact.FIELD, Json.MAPPER.writeValueAsBytes(who)));
    }

    /** The same petition with the number that an adapter has for it. */
    public static PetitionSubmitted numbered(PetitionSubmitted petition, String externalId) {
        return new PetitionSubmitted(
                petition.head(),
                petition.receipt(),
                "hotline",
                petition.purpose(),
                petition.unit(),
                petition.receivedAt(),
                petition.submittedAt(),
                petition.occurredOn(),
                petition.headCount(),
                petition.headCountClaimed(),
                petition.anonymous(),
                "adapter",
                externalId,
                petition.content(),
                petition.contact());
    }

    /** The same petition as an officer recorded it, sent by a body outside, with the number of people who were counted. */
    public static PetitionSubmitted recorded(
            PetitionSubmitted petition, String officer, PetitionOrigin origin, int counted, int said) {
        return new PetitionSubmitted(
                petition.head(),
                petition.receipt(),
                "hotline",
                petition.purpose(),
                petition.unit(),
                petition.receivedAt(),
                petition.submittedAt(),
                petition.occurredOn(),
                counted,
                false,
                petition.anonymous(),
                null,
                null,
                petition.content(),
                petition.contact(),
                said,
                officer,
                origin,
                null);
    }

    /** The same petition with people who speak for all. */
    public static PetitionSubmitted represented(PetitionSubmitted petition, int representatives) {
        return new PetitionSubmitted(
                petition.head(),
                petition.receipt(),
                "visit",
                petition.purpose(),
                petition.unit(),
                petition.receivedAt(),
                petition.submittedAt(),
                petition.occurredOn(),
                12,
                petition.headCountClaimed(),
                petition.anonymous(),
                petition.submittedBy(),
                petition.externalId(),
                petition.content(),
                petition.contact(),
                null,
                null,
                null,
                representatives);
    }

    /** The same petition with a receipt of its own. */
    public static PetitionSubmitted receipted(PetitionSubmitted petition, String receipt) {
        return new PetitionSubmitted(
                petition.head(),
                receipt,
                petition.channel(),
                petition.purpose(),
                petition.unit(),
                petition.receivedAt(),
                petition.submittedAt(),
                petition.occurredOn(),
                petition.headCount(),
                petition.headCountClaimed(),
                petition.anonymous(),
                petition.submittedBy(),
                petition.externalId(),
                petition.content(),
                petition.contact());
    }

    /** What the petitioner adds, as the next event of a petition. */
    public PetitionSupplemented supplement(PetitionSubmitted petition, long sequence, String text) {
        String id = petition.head().aggregateId();
        String request = Ids.next();
        return new PetitionSupplemented(
                new Head(Ids.next(), id, id, sequence, 1, petition.submittedAt()),
                request,
                petition.submittedAt(),
                content.seal(id, PetitionSupplemented.fieldOf(request), text.getBytes(UTF_8)),
                null);
    }

    /** The petitioner's withdrawal, as the next event of a petition. */
    public PetitionWithdrawn withdrawal(PetitionSubmitted petition, long sequence, String reason) {
        String id = petition.head().aggregateId();
        String request = Ids.next();
        return new PetitionWithdrawn(
                new Head(Ids.next(), id, id, sequence, 1, petition.submittedAt()),
                request,
                petition.submittedAt(),
                content.seal(id, PetitionWithdrawn.fieldOf(request), reason.getBytes(UTF_8)));
    }

    /** The petitioner's wish for a review, as the next event of a petition. */
    public PetitionReviewRequested review(PetitionSubmitted petition, long sequence, String reason) {
        String id = petition.head().aggregateId();
        String request = Ids.next();
        return new PetitionReviewRequested(
                new Head(Ids.next(), id, id, sequence, 1, petition.submittedAt()),
                request,
                petition.submittedAt(),
                content.seal(id, PetitionReviewRequested.fieldOf(request), reason.getBytes(UTF_8)));
    }

    /** Publishes an event on its topic and waits until the broker has it. */
    public void send(Event event) {
        send(event, EventCodec.encode(event));
    }

    /** Publishes other bytes in an event's place. */
    public void send(Event event, byte[] bytes) {
        Head head = event.head();
        String type = EventCodec.typeOf(event.getClass());
        try {
            producer.send(new ProducerRecord<>(
                            topics.name(Topic.of(event.getClass())),
                            null,
                            head.key(),
                            bytes,
                            EventHeaders.write(
                                    head.eventId(), head.aggregateId(), type, head.sequence(), head.epoch())))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
