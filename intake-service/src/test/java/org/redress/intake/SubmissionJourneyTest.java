package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.redress.contracts.EventCodec;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.intake.Door.Answer;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.Petitions;
import org.redress.intake.petitions.Samples;
import org.redress.intake.petitions.SubmissionDigests;
import org.redress.intake.petitions.SubmitPetition;
import org.redress.intake.petitions.Submitted;
import org.redress.intake.petitions.Submitter;
import org.redress.intake.petitions.TextSealer;
import org.redress.intake.receipts.AccessCodes;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.sealing.Mac;
import org.springframework.beans.factory.annotation.Autowired;

class SubmissionJourneyTest extends IntakeStack {

    @Autowired
    private Petitions petitions;

    @Autowired
    private AggregateStore<Petition> store;

    @Autowired
    private TextSealer sealer;

    @Autowired
    private Mac mac;

    @Autowired
    private InstantSource clock;

    @Test
    void readsEveryShapeOfAPetitionThatWasEverStored() throws IOException {
        assertThat(store.read(List.of(stored("petitions-1.json"))).all())
                .singleElement()
                .satisfies(petition -> assertThat(petition.wasTaken()).isTrue());
    }

    /** A shape that was stored once is read for ever: add one, never change one. */
    private static Document stored(String resource) throws IOException {
        try (InputStream in = SubmissionJourneyTest.class.getResourceAsStream("/documents/" + resource)) {
            return Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void givesAReceiptAndPublishesWhatWasHandedInSealed() {
        Map<String, Object> petition = Door.petition();
        petition.put("channel", "hotline");
        petition.put("externalId", "H-" + UUID.randomUUID());
        petition.put("receivedAt", "2026-03-01 09:30:00");
        petition.put("occurredOn", "2026-02-27");
        petition.put("headCount", 6);
        petition.put("place", "三号宿舍楼");
        petition.put("about", List.of("后勤科", Map.of("officer", "li.wei")));
        petition.put("petitioner", Map.of("name", "王小明", "phone", "138 0013 8000", "language", "en"));

        Answer answer = door().submit(petition, "Authorization", ADAPTER);

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
        assertThat(answer.header("Idempotent-Replayed")).isEmpty();
        assertThat(answer.text("receipt")).matches("[0-9A-HJKMNP-TV-Z]{10}");
        assertThat(answer.text("accessCode")).matches("[0-9A-HJKMNP-TV-Z]{16}");
        String id = answer.text("petitionId");
        assertThat(UUID.fromString(id).version()).isEqualTo(7);

        ConsumerRecord<String, byte[]> message =
                streams().find("petition.submissions", id).orElseThrow();
        assertThat(Streams.headers(message))
                .containsEntry("aggregateId", id)
                .containsEntry("type", "petition.submitted.v1")
                .containsEntry("sequence", "1")
                .containsEntry("epoch", "1")
                .containsKey("eventId");
        assertThat(new String(message.value(), UTF_8)).doesNotContain("宿舍", "王小明", "13800138000", "li.wei");
        PetitionSubmitted event = (PetitionSubmitted) EventCodec.decode("petition.submitted.v1", message.value());
        assertThat(event.receipt()).isEqualTo(answer.text("receipt"));
        assertThat(event.channel()).isEqualTo("hotline");
        assertThat(event.purpose()).isEqualTo("appeal");
        assertThat(event.receivedAt()).isEqualTo(Instant.parse("2026-03-01T01:30:00Z"));
        assertThat(event.occurredOn()).isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(event.headCount()).isEqualTo(6);
        assertThat(event.headCountClaimed()).isFalse();
        assertThat(event.anonymous()).isFalse();
        assertThat(event.submittedBy()).isEqualTo("hotline");
        assertThat(event.externalId()).isEqualTo(petition.get("externalId"));
        assertOpens(id, event, petition);
    }

    private static void assertOpens(String id, PetitionSubmitted event, Map<String, Object> petition) {
        PetitionContent content =
                Door.JSON.readValue(KEYS.content().open(id, "content", event.content()), PetitionContent.class);
        assertThat(content)
                .isEqualTo(new PetitionContent(
                        (String) petition.get("subject"),
                        (String) petition.get("text"),
                        "三号宿舍楼",
                        List.of(
                                new PetitionContent.About("text", "后勤科"),
                                new PetitionContent.About("officer", "li.wei"))));
        PetitionContact contact = Door.JSON.readValue(
                KEYS.contact().open(id, "contact", Objects.requireNonNull(event.contact())), PetitionContact.class);
        assertThat(contact)
                .isEqualTo(new PetitionContact(
                        "王小明",
                        "+8613800138000",
                        null,
                        null,
                        List.of(),
                        false,
                        null,
                        "en",
                        "138 0013 8000",
                        null,
                        null,
                        null));
    }

    @Test
    void keepsNoWordOfThePetitionInClear() {
        Map<String, Object> petition = Door.petition();
        petition.put("petitioner", Map.of("name", "王小明", "email", "wang@example.org"));

        String id = door().submit(petition).text("petitionId");

        String everything = everythingKept(id);
        assertThat(everything).contains(id).doesNotContain("宿舍", "王小明", "example.org");
    }

    /** Every document of every collection that has to do with a petition, as JSON. */
    private String everythingKept(String id) {
        StringBuilder kept = new StringBuilder();
        for (String name : mongo.getCollectionNames()) {
            for (Document document : mongo.getCollection(name).find()) {
                String json = document.toJson();
                kept.append(json.contains(id) ? json : "");
            }
        }
        return kept.toString();
    }

    @Test
    void claimsWhatThePublicFormSays() {
        Map<String, Object> petition = Door.petition();
        petition.put("headCount", 500);

        String id = door().submit(petition).text("petitionId");

        PetitionSubmitted event = published(id);
        assertThat(event.headCountClaimed()).isTrue();
        assertThat(event.anonymous()).isTrue();
        assertThat(event.contact()).isNull();
        assertThat(event.submittedBy()).isNull();
        assertThat(event.receivedAt()).isEqualTo(event.submittedAt());
    }

    private PetitionSubmitted published(String id) {
        byte[] value = streams().find("petition.submissions", id).orElseThrow().value();
        return (PetitionSubmitted) EventCodec.decode("petition.submitted.v1", value);
    }

    @Test
    void answersARepeatWithTheReceiptGivenFirst() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> petition = Door.petition();
        Answer first = door().submit(petition, "Idempotency-Key", key);
        petition.put("text", "  " + petition.get("text") + "\n");

        Answer repeat = door().submit(petition, "Idempotency-Key", '"' + key + '"');

        assertThat(repeat.status()).isEqualTo(202);
        assertThat(repeat.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(repeat.json()).isEqualTo(first.json());
    }

    @Test
    void refusesAKeyThatWasUsedForOtherWords() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> petition = Door.petition();
        Answer first = door().submit(petition, "Idempotency-Key", key);
        petition.put("text", "something else");
        long before = count();

        Answer other = door().submit(petition, "Idempotency-Key", key, "Accept-Language", "en");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("receipt")).isEqualTo(first.text("receipt"));
        assertThat(other.json().path("errors").path(0).path("field").asString()).isEqualTo("Idempotency-Key");
        assertThat(other.json().path("errors").path(0).path("problem").asString())
                .endsWith("its receipt is " + first.text("receipt"));
        assertThat(other.json().toString()).doesNotContain(first.text("accessCode"));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void recognisesAnAdaptersOwnNumber() {
        Map<String, Object> petition = Door.petition();
        petition.put("externalId", "N-" + UUID.randomUUID());
        petition.put("receivedAt", "2026-03-01");
        Answer first = door().submit(petition, "Authorization", ADAPTER);
        petition.put("receivedAt", "2026-03-02");

        Answer repeat = door().submit(petition, "Authorization", ADAPTER, "Idempotency-Key", "row-1");
        Answer stranger = door().submit(petition, "Authorization", "Bearer adapter.mail");
        petition.put("headCount", 2);
        Answer other = door().submit(petition, "Authorization", ADAPTER);

        assertThat(repeat.json()).isEqualTo(first.json());
        assertThat(stranger.status()).isEqualTo(202);
        assertThat(stranger.text("receipt")).isNotEqualTo(first.text("receipt"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("errors").path(0).path("field").asString()).isEqualTo("externalId");
        assertThat(other.text("receipt")).isEqualTo(first.text("receipt"));
    }

    @Test
    void comparesNoDayOfABodyOutsideThatNobodyWrote() {
        Map<String, Object> petition = Door.petition();
        petition.put("externalId", "N-" + UUID.randomUUID());
        petition.put("receivedAt", "2026-03-01");
        petition.put("origin", Map.of("body", "市热线", "number", "12345-" + UUID.randomUUID()));
        Answer first = door().submit(petition, "Authorization", ADAPTER);
        petition.put("receivedAt", "2026-03-02");

        Answer repeat = door().submit(petition, "Authorization", ADAPTER);

        assertThat(first.status()).as(first.json().toString()).isEqualTo(202);
        assertThat(repeat.json()).isEqualTo(first.json());
    }

    @Test
    void takesAPetitionOnceHoweverManySendItAtOnce() throws Exception {
        int senders = 16;
        String key = UUID.randomUUID().toString();
        long before = count();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(senders)) {
            for (int i = 0; i < senders; i++) {
                answers.add(executor.submit(() -> {
                    start.await();
                    return door().submit(Door.petition(), "Idempotency-Key", key);
                }));
            }
            start.countDown();
        }

        Answer first = answers.getFirst().get();
        int replayed = 0;
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(202);
            assertThat(answer.get().json()).isEqualTo(first.json());
            replayed += answer.get().header("Idempotent-Replayed").equals("true") ? 1 : 0;
        }
        assertThat(count()).isEqualTo(before + 1);
        assertThat(replayed).isEqualTo(senders - 1);
    }

    @Test
    void givesTwoPetitionsWithoutKeysTwoReceipts() {
        assertThat(door().submit(Door.petition()).text("receipt"))
                .isNotEqualTo(door().submit(Door.petition()).text("receipt"));
    }

    @Test
    void drawsAnotherReceiptWhenOneIsTaken() {
        Iterator<String> drawn =
                List.of("AAAAAAAAAA", "AAAAAAAAAA", "BBBBBBBBBB").iterator();
        SubmitPetition submit = new SubmitPetition(
                petitions, sealer, new SubmissionDigests(mac), new AccessCodes(mac), clock, drawn::next);

        Submitted first = submit.submit(Samples.submission(Submitter.PUBLIC, "one", null));
        Submitted second = submit.submit(Samples.submission(Submitter.PUBLIC, "two", null));

        assertThat(receipt(first)).isEqualTo("AAAAAAAAAA");
        assertThat(receipt(second)).isEqualTo("BBBBBBBBBB");
    }

    private static String receipt(Submitted submitted) {
        return ((Submitted.Taken) submitted).slip().receipt();
    }

    @Test
    void clearsWhatTheBrokerHas() {
        String id = door().submit(Door.petition()).text("petitionId");

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Document document = mongo.getCollection("petitions")
                    .find(new Document("_id", id))
                    .first();
            assertThat(document.getList("pending", Document.class, List.of())).isEmpty();
            assertThat(mongo.getCollection("petitions_events").countDocuments(new Document("aggregateId", id)))
                    .isEqualTo(1);
        });
    }

    @Test
    void describesItsInterface() {
        Answer description = door().get("/v3/api-docs");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().toString()).doesNotContain("*/*");
        var paths = description.json().path("paths");
        assertThat(paths.propertyNames()).contains("/api/petitions", "/api/tracking");
        assertThat(paths.path("/api/petitions").path("post").path("responses").propertyNames())
                .contains("202", "400", "401", "413", "415", "422", "503")
                .doesNotContain("200");
        assertThat(paths.path("/api/tracking").path("post").path("responses").propertyNames())
                .contains("200", "400", "404", "429", "503");
        assertThat(paths.path("/api/petitions")
                        .path("post")
                        .path("responses")
                        .path("400")
                        .path("content")
                        .path("application/problem+json")
                        .path("schema")
                        .toString())
                .contains("#/components/schemas/ProblemDocument");
        assertThat(description.json().path("components").path("schemas").propertyNames())
                .contains("ProblemDocument", "ReceiptSlip", "TrackingAnswer");
        assertThat(paths.path("/api/petitions").path("post").path("security").toString())
                .isEqualTo("[{},{\"bearer\":[]}]");
        assertThat(paths.path("/api/petitions")
                        .path("post")
                        .path("responses")
                        .path("202")
                        .path("content")
                        .toString())
                .contains("ReceiptSlip");
        assertThat(description
                        .json()
                        .path("components")
                        .path("schemas")
                        .path("PetitionRequest")
                        .path("required")
                        .toString())
                .contains("channel", "subject", "text");
        assertThat(description
                        .json()
                        .at("/components/schemas/PetitionRequest/properties/purpose/enum")
                        .toString())
                .isEqualTo("[\"suggestion\",\"report\",\"appeal\",\"thanks\"]");
        assertThat(description
                        .json()
                        .at("/components/schemas/Step/properties/stage/enum")
                        .toString())
                .contains("\"submitted\"", "\"give-opinion\"", "\"review-request-taken\"");
    }

    @Test
    void tellsItsClockAndHealthToEverybodyAndItsMetricsToThisMachine() {
        assertThat(door().get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(door().get("/actuator/health/liveness").status()).isEqualTo(200);
        for (String path : List.of("", "/readiness", "/liveness", "/organisation")) {
            assertThat(door().get("/actuator/health" + path).json().propertyNames())
                    .as("a stranger is told up or down, and no more")
                    .containsExactly("status");
        }
        assertThat(door().get("/actuator/health/mongo").status()).isEqualTo(404);
        assertThat(door().get("/actuator/clock").text("now")).isNotBlank();
        assertThat(door().get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.9")
                        .status())
                .isEqualTo(401);
        assertThat(door().get("/actuator/env").status()).isEqualTo(401);
    }

    private long count() {
        return mongo.getCollection("petitions").countDocuments();
    }
}
