package org.redress.tools.verifying;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;
import org.redress.contracts.Sealed;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.deliveries.NotificationSent;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.starters.Infrastructure;

/** The databases of four services as they are when everything arrived, to be broken by tests. */
final class Deployment implements AutoCloseable {

    static final Instant LONG_AGO = Instant.parse("2026-01-05T01:00:00Z");
    private static final byte[] BYTES = "sealed".getBytes(StandardCharsets.UTF_8);

    final String prefix =
            "verify_" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + "_";
    private final MongoClient client = MongoClients.create(Infrastructure.mongo());

    Databases databases(int page) {
        return new Databases(client, prefix, page);
    }

    MongoDatabase of(Holder holder) {
        return client.getDatabase(prefix + holder.service());
    }

    MongoCollection<Document> documents(Holder holder) {
        return of(holder).getCollection(holder.collection());
    }

    MongoCollection<Document> archive(Holder holder) {
        return of(holder).getCollection(holder.archive());
    }

    MongoCollection<Document> plans() {
        return of(Holder.NOTIFICATION).getCollection("notifications");
    }

    /** A petition that was registered and accepted long ago and is known everywhere. */
    String settled() {
        return settled("appeal");
    }

    String settled(String purpose) {
        String id = uuid(LONG_AGO);
        publish(Holder.INTAKE, List.of(submitted(id, purpose)), true);
        publish(Holder.ROUTING, List.of(registered(id, purpose), accepted(id, LONG_AGO)), true);
        consumed(id, 1, 2);
        counted(id, purpose);
        return id;
    }

    /** Facts of a petition, and its place in the volumes. */
    void counted(String id, String purpose) {
        boolean apart = purpose.equals("report");
        set(
                Holder.ANALYTICS,
                id,
                Updates.combine(
                        Updates.set("day", "2026-01-05"),
                        Updates.set("unit", "HQ"),
                        Updates.set("topic", "wages"),
                        Updates.set("purpose", purpose),
                        Updates.set("restricted", apart)));
        if (apart) {
            volume("restricted", "-");
        } else {
            volume("unit", "HQ");
            volume("topic", "wages");
            volume("cell", "HQ|HQ|wages");
        }
    }

    /** A case as routing keeps it, and what is known of it for figures. */
    void figured(String id) {
        Document clock = new Document("kind", "notice")
                .append("dueOn", "2026-01-20")
                .append("state", "MET")
                .append("rungs", List.of(new Document("name", "due")));
        Document petition =
                new Document("channel", "web").append("purpose", "APPEAL").append("headCount", 3);
        set(
                Holder.ROUTING,
                id,
                Updates.combine(
                        Updates.set("state", "LED_ELSEWHERE"),
                        Updates.set("ordinary", true),
                        Updates.set("registration.petition", petition),
                        Updates.set("registration.classification.topic", "wages"),
                        Updates.set("registration.assignment.unit", "HQ"),
                        Updates.set("clocks.all", List.of(clock)),
                        Updates.set(
                                "history",
                                List.of(
                                        entry("REGISTERED", "2026-01-05T15:59:59Z"),
                                        entry("LED_ELSEWHERE", "2026-01-05T16:00:00Z")))));
        Document facts = new Document("unit", "HQ")
                .append("topic", "wages")
                .append("channel", "web")
                .append("purpose", "appeal")
                .append("headCount", 3)
                .append("state", "led-elsewhere")
                .append("restricted", false)
                .append("registeredOn", "2026-01-05")
                .append("firstStepOn", "2026-01-06")
                .append(
                        "clocks",
                        List.of(new Document("kind", "notice")
                                .append("dueOn", "2026-01-20")
                                .append("state", "MET")));
        set(Holder.FIGURES, id, Updates.set("facts", facts));
        position(id, Family.FIGURES, 2, false);
    }

    private static Document entry(String what, String at) {
        return new Document("what", what).append("at", Date.from(Instant.parse(at)));
    }

    /** A notification whose messages to the petitioner stand so: a state, and a reason behind a colon. */
    void mail(String id, String petition, String... states) {
        List<Document> entries = new ArrayList<>();
        for (String state : states) {
            String[] parts = state.split(":", 2);
            entries.add(new Document("number", entries.size())
                    .append("template", "ANSWERED")
                    .append("recipient", "petitioner")
                    .append("state", parts[0])
                    .append("reason", parts.length == 1 ? null : parts[1]));
        }
        plans().insertOne(new Document("_id", id)
                .append("petitionId", petition)
                .append("plannedAt", Date.from(LONG_AGO))
                .append("entries", entries));
    }

    /** A notification that was sent long ago, which routing knows. */
    String delivered() {
        String id = uuid(LONG_AGO);
        publish(
                Holder.PLANS,
                List.of(new NotificationSent(
                        new Head(uuid(LONG_AGO), id, "p", 1, 1, LONG_AGO),
                        "e",
                        "received",
                        "email",
                        "petitioner",
                        "m",
                        LONG_AGO)),
                true);
        Family.DELIVERIES.consumptions().forEach(consumption -> position(id, consumption, 1, false));
        return id;
    }

    /** The organisation named group, which all know. */
    void organised() {
        Head head = new Head(uuid(LONG_AGO), "group", null, 1, 1, LONG_AGO);
        publish(
                Holder.ORGANISATION,
                List.of(new OrganisationActivated(
                        head, 1, "g", "Asia/Shanghai", List.of(), List.of(), null, null, null)),
                true);
        Family.ORGANISATIONS.consumptions().forEach(consumption -> position("group", consumption, 1, false));
    }

    /** A petition intake took just now, which nobody else has seen. */
    String justTaken() {
        String id = uuid(Instant.now());
        PetitionSubmitted event = submitted(id, "appeal");
        publish(Holder.INTAKE, List.of(event), false);
        return id;
    }

    /** A petition intake took long ago and published, which nobody else has seen. */
    String lost() {
        String id = uuid(LONG_AGO);
        publish(Holder.INTAKE, List.of(submitted(id, "appeal")), true);
        return id;
    }

    /** Another event of a case, archived, which nobody has consumed. */
    void acceptedAgain(String id, Instant at) {
        publish(Holder.ROUTING, List.of(accepted(id, 3, at)), true);
    }

    void set(Holder holder, String id, Bson update) {
        documents(holder).updateOne(Filters.eq("_id", id), update, new UpdateOptions().upsert(true));
    }

    void consumed(String id, long submissions, long cases) {
        for (Consumption consumption : Family.PETITIONS.consumptions()) {
            position(id, consumption, consumption.stream() == Stream.CASES ? cases : submissions, false);
        }
    }

    void position(String id, Consumption consumption, long last, boolean parked) {
        set(
                consumption.consumer(),
                id,
                Updates.set(
                        "inbox." + consumption.stream(),
                        new Document("epoch", 1).append("last", last).append("parked", parked)));
    }

    void volume(String dimension, String key) {
        of(Holder.ANALYTICS)
                .getCollection("volumes")
                .updateOne(
                        Filters.eq("_id", dimension + ":" + key + ":2026-01-05:0"),
                        Updates.combine(
                                Updates.set("dimension", dimension),
                                Updates.set("key", key),
                                Updates.set("day", "2026-01-05"),
                                Updates.inc("count", 1L)),
                        new UpdateOptions().upsert(true));
    }

    private void publish(Holder holder, List<? extends Event> events, boolean acknowledged) {
        List<Document> stored = new ArrayList<>();
        for (Event event : events) {
            Head head = event.head();
            stored.add(new Document("sequence", head.sequence())
                    .append("epoch", head.epoch())
                    .append("eventId", head.eventId())
                    .append("aggregateId", head.aggregateId())
                    .append("type", EventCodec.typeOf(event.getClass()))
                    .append("key", head.key())
                    .append("bytes", new Binary(EventCodec.encode(event))));
            plans().insertOne(new Document("_id", head.eventId()));
        }
        Head last = events.getLast().head();
        set(
                holder,
                last.aggregateId(),
                Updates.combine(Updates.set("epoch", 1), Updates.set("sequence", last.sequence())));
        if (acknowledged) {
            stored.forEach(event -> event.append(
                    "_id", event.get("aggregateId") + ":" + event.get("epoch") + ":" + event.get("sequence")));
            archive(holder).insertMany(stored);
        } else {
            set(
                    holder,
                    last.aggregateId(),
                    Updates.combine(Updates.set("pending", stored), Updates.set("pendingSince", new Date())));
        }
    }

    private static PetitionSubmitted submitted(String id, String purpose) {
        Sealed sealed = new Sealed("test", "k", BYTES, BYTES);
        return new PetitionSubmitted(
                head(id, 1, time(id)),
                "R",
                "web",
                purpose,
                null,
                LONG_AGO,
                LONG_AGO,
                null,
                1,
                false,
                true,
                null,
                null,
                sealed,
                null);
    }

    private static CaseRegistered registered(String id, String purpose) {
        return new CaseRegistered(
                head(id, 1, LONG_AGO),
                "HQ",
                false,
                "web",
                purpose,
                "wages",
                "HQ",
                "post-1",
                1,
                null,
                1,
                LONG_AGO,
                LONG_AGO,
                List.of("post-1"),
                List.of());
    }

    private static CaseAccepted accepted(String id, Instant at) {
        return accepted(id, 2, at);
    }

    private static CaseAccepted accepted(String id, long sequence, Instant at) {
        return new CaseAccepted(
                head(id, sequence, at), "HQ", false, LocalDate.of(2026, 1, 6), "post-1", false, List.of());
    }

    private static Head head(String id, long sequence, Instant at) {
        return new Head(uuid(at), id, id, sequence, 1, at);
    }

    private static Instant time(String id) {
        return Instant.ofEpochMilli(UUID.fromString(id).getMostSignificantBits() >>> 16);
    }

    private static String uuid(Instant at) {
        long random = ThreadLocalRandom.current().nextLong();
        return new UUID(at.toEpochMilli() << 16 | 0x7000 | random & 0xFFF, random & 0x3FFFFFFFFFFFFFFFL | 1L << 63)
                .toString();
    }

    @Override
    public void close() {
        for (Holder holder : Holder.values()) {
            of(holder).drop();
        }
        client.close();
    }
}
