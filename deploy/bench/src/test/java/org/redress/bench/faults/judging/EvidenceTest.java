package org.redress.bench.faults.judging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.bench.faults.traffic.Acknowledged;
import org.redress.bench.faults.traffic.Ledger;
import org.redress.contracts.Topic;
import org.redress.starters.Infrastructure;
import org.redress.starters.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the judges are given is what lies on a real broker, in a real database and in a folder. */
class EvidenceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ID = "p-1";

    private final String name = "faults" + UUID.randomUUID().toString().substring(0, 8);
    private final MongoClient client = MongoClients.create(Infrastructure.mongo());
    private final Ledger ledger = new Ledger();

    @TempDir
    private Path mails;

    @BeforeEach
    void aPetitionThatWentItsWay() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Infrastructure.kafka()))) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(name + topic.topicName(), 2, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        ledger.add(new Acknowledged.Petition(ID, "demo-1", "R-1", "code"));
        send(Topic.SUBMISSIONS, "petition.submitted.v1", "e-1");
        send(Topic.CASES, "case.registered.v1", "e-2");
        stores();
        mail("first.eml");
    }

    @AfterEach
    void end() {
        client.listDatabaseNames().forEach(database -> {
            if (database.startsWith(name)) {
                client.getDatabase(database).drop();
            }
        });
        client.close();
    }

    private void stores() {
        Document history = new Document("epoch", 1).append("sequence", 1L);
        Document reached = new Document("epoch", 1).append("last", 1L).append("parked", false);
        in("intake", "petitions")
                .insertOne(new Document("_id", ID)
                        .append("receipt", "R-1")
                        .append("pending", List.of(history))
                        .append("inbox", new Document("CASES", reached))
                        .append("stages", List.of(new Document("stage", "submitted"), new Document("stage", "x")))
                        .append("epoch", 1)
                        .append("sequence", 1L));
        in("routing", "cases")
                .insertOne(new Document("_id", ID)
                        .append("registration", new Document("edition", 1))
                        .append("inbox", new Document("SUBMISSIONS", reached))
                        .append("epoch", 1)
                        .append("sequence", 1L));
        in("routing", "cases_events").insertOne(new Document(history).append("aggregateId", ID));
        in("notification", "petitions")
                .insertOne(new Document("_id", ID)
                        .append("submitted", true)
                        .append("scope", "group")
                        .append("inbox", new Document("CASES", reached).append("SUBMISSIONS", reached)));
        in("analytics", "facts")
                .insertOne(new Document("_id", ID)
                        .append("day", "2026-03-01")
                        .append("inbox", new Document("CASES", reached)));
        in("analytics", "volumes").insertOne(new Document("dimension", "unit").append("count", 1L));
        plan("e-1");
        plan("e-2");
    }

    private void plan(String event) {
        in("notification", "notifications")
                .insertOne(new Document("_id", event)
                        .append(
                                "entries",
                                List.of(new Document("template", "RECEIVED")
                                        .append("channel", "email")
                                        .append("recipient", "petitioner")
                                        .append("state", "SENT")
                                        .append("messageId", "<m@x>"))));
    }

    private MongoCollection<Document> in(String service, String collection) {
        return client.getDatabase(name + service).getCollection(collection);
    }

    private void mail(String file) throws IOException {
        Files.writeString(
                mails.resolve(file), "To: a@example.org\r\nMessage-Id: <m@x>\r\n\r\nMessage-ID: <other@x>\r\n");
    }

    private void send(Topic topic, String type, String eventId) throws Exception {
        ObjectNode event = (ObjectNode) JSON.readTree(golden(type));
        event.put("eventId", eventId).put("aggregateId", ID).put("petitionId", ID);
        List<Header> headers = List.of(
                header("eventId", eventId),
                header("aggregateId", ID),
                header("type", type),
                header("sequence", "1"),
                header("epoch", "1"));
        Map<String, Object> settings = Map.of("bootstrap.servers", Infrastructure.kafka());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            name + topic.topicName(), null, ID, JSON.writeValueAsBytes(event), headers))
                    .get();
        }
    }

    private static String golden(String type) throws IOException {
        return Files.readString(
                Repository.root().resolve("contracts/src/test/resources/golden").resolve(type + ".json"));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> found() throws IOException {
        Sources sources = new Sources(Infrastructure.mongo(), name, Infrastructure.kafka(), name, mails);
        return Verdict.of(EvidenceReader.read(sources, ledger)).findings().stream()
                .map(Finding::toString)
                .toList();
    }

    @Test
    void findsNothingWhereNothingIsWrong() throws IOException {
        assertThat(found()).isEmpty();
    }

    @Test
    void findsACaseThatWasDeleted() throws IOException {
        in("routing", "cases").deleteOne(new Document("_id", ID));

        assertThat(found())
                .contains(
                        "lost: petition p-1 is not a case in routing",
                        "torn: p-1:1:1 has no document in routing.cases",
                        "lost: p-1:1:1 is not applied by routing.cases");
    }

    @Test
    void findsAnotherEventAtTheSamePlaceAndTakesACopyForOne() throws Exception {
        send(Topic.CASES, "case.registered.v1", "e-2");
        assertThat(found()).isEmpty();

        send(Topic.CASES, "case.registered.v1", "e-3");
        assertThat(found()).contains("doubled: p-1:1:1 on petition.cases is 2 different events");
    }

    @Test
    void findsWhatIsParkedAndAGapThatNobodyFilled() throws IOException {
        in("analytics", "facts").updateOne(new Document("_id", ID), set("inbox.CASES.parked", true));
        gap("CASES:filled", 1);
        gap("CASES:open", 2);

        assertThat(found())
                .containsExactlyInAnyOrder(
                        "gaps_open: p-1 is parked by analytics.facts",
                        "gaps_open: gap CASES:open of analytics is not filled");
    }

    private void gap(String id, long sequence) {
        in("analytics", "gaps")
                .insertOne(new Document("_id", id)
                        .append("topic", "CASES")
                        .append("aggregateId", ID)
                        .append("upTo", new Document("epoch", 1).append("sequence", sequence)));
    }

    private static Document set(String field, Object value) {
        return new Document("$set", new Document(field, value));
    }

    @Test
    void findsAMailThatIsGoneAndOneThatCameTwice() throws IOException {
        mail("second.eml");
        assertThat(found()).containsExactly("mail_copies_extra: mails of e-2 came 2 times");

        Files.delete(mails.resolve("first.eml"));
        Files.delete(mails.resolve("second.eml"));
        assertThat(found())
                .allMatch(sentence -> sentence.startsWith("alerts_missing"))
                .isNotEmpty();
    }

    @Test
    void findsFactsWithoutAnEffectAndVolumesThatCountMore() throws IOException {
        in("analytics", "volumes").updateOne(new Document(), set("count", 2L));
        assertThat(found()).containsExactly("doubled: volumes are 2 where facts are 1");

        in("analytics", "facts").updateOne(new Document(), new Document("$unset", new Document("day", "")));
        assertThat(found()).contains("torn: analytics.facts stands at p-1:1:1 and shows no effect of it");
    }
}
