package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.redress.contracts.EventCodec;
import org.redress.contracts.submissions.PetitionReviewRequested;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;
import org.redress.intake.Door.Answer;
import tools.jackson.databind.JsonNode;

class RequestJourneyTest extends IntakeStack {

    private static final String WORDS = "另附三月份工资条三张，班长可以作证。";

    @Test
    void showsARequestAtOnceAndLaterWhatBecameOfIt() {
        Answer slip = submitted();
        String id = slip.text("petitionId");
        Answer first = door().supplement(slip, WORDS);
        Answer second = door().withdraw(slip, "已解决");
        Answer third = door().supplement(slip, "还有一张");
        assertThat(stages(slip))
                .containsExactly("submitted", "supplement-taken", "withdrawal-taken", "supplement-taken");

        streams().publish(TestEvents.registered(id, 1));
        streams().publish(TestEvents.supplemented(id, 2, first.text("requestId")));
        streams().publish(TestEvents.withdrawn(id, 3, second.text("requestId")));
        streams().publish(TestEvents.refused(id, 4, third.text("requestId"), "withdrawn-stays-withdrawn"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stages(slip))
                        .containsExactly(
                                "submitted",
                                "supplement-taken",
                                "withdrawal-taken",
                                "supplement-taken",
                                "registered",
                                "supplemented",
                                "withdrawn",
                                "refused"));
        JsonNode shown = track(slip).json().path("stages");
        assertThat(shown.path(1).path("requestId").asString()).isEqualTo(first.text("requestId"));
        assertThat(shown.path(7).path("requestId").asString()).isEqualTo(third.text("requestId"));
        assertThat(shown.path(7).path("reason").asString()).isEqualTo("该信访件此前已撤回。");
        assertThat(shown.path(0).has("requestId")).isFalse();
    }

    @Test
    void explainsARefusalByARuleItHasNeverHeardOf() {
        Answer slip = submitted();
        String id = slip.text("petitionId");
        Answer asked = door().supplement(slip, WORDS);

        streams().publish(TestEvents.registered(id, 1));
        streams().publish(TestEvents.refused(id, 2, asked.text("requestId"), "a-rule-of-tomorrow"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stages(slip)).endsWith("refused"));
        assertThat(track(slip).json().path("stages").path(3).path("reason").asString())
                .isEqualTo("该事项目前的状态不允许此请求。");
    }

    @Test
    void publishesTheWordsSealedForRoutingAlone() {
        Answer slip = submitted();
        String id = slip.text("petitionId");
        Answer supplemented = door().supplement(slip, WORDS);
        Answer withdrawn = door().withdraw(slip, "已解决");

        List<Document> published = events(id, 3);

        PetitionSupplemented first = (PetitionSupplemented) decoded(published.get(1));
        PetitionWithdrawn second = (PetitionWithdrawn) decoded(published.get(2));
        assertThat(first.requestId()).isEqualTo(supplemented.text("requestId"));
        assertThat(first.takenAt()).isEqualTo(Instant.parse(supplemented.text("takenAt")));
        assertThat(KEYS.content().open(id, PetitionSupplemented.fieldOf(first.requestId()), first.text()))
                .isEqualTo(WORDS.getBytes(UTF_8));
        assertThat(second.requestId()).isEqualTo(withdrawn.text("requestId"));
        assertThat(KEYS.content().open(id, PetitionWithdrawn.fieldOf(second.requestId()), second.reason()))
                .isEqualTo("已解决".getBytes(UTF_8));
        assertThat(petition(id).toJson()).doesNotContain("工资条").doesNotContain("已解决");
    }

    @Test
    void publishesTheRequestForAReviewSealedForRoutingAlone() {
        Answer slip = submitted();

        Answer answer = door().post(
                        "/api/tracking/review",
                        Map.of(
                                "receipt", slip.text("receipt"),
                                "accessCode", slip.text("accessCode"),
                                "text", "对处理意见不服"));

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
        String id = slip.text("petitionId");
        PetitionReviewRequested event =
                (PetitionReviewRequested) decoded(events(id, 2).get(1));
        assertThat(event.takenAt()).isEqualTo(Instant.parse(answer.text("takenAt")));
        assertThat(KEYS.content().open(id, PetitionReviewRequested.fieldOf(event.requestId()), event.text()))
                .isEqualTo("对处理意见不服".getBytes(UTF_8));
        assertThat(petition(id).toJson()).doesNotContain("不服");
    }

    @Test
    void tellsThatTheWordsAskForOthersToBeBlackedOutOnlyWhereThePetitionerSaysSo() {
        Answer slip = submitted();
        Map<String, Object> wish = Map.of(
                "receipt",
                slip.text("receipt"),
                "accessCode",
                slip.text("accessCode"),
                "text",
                "请遮盖我的身份证号",
                "redaction",
                true);

        assertThat(door().post("/api/tracking/supplement", wish).status()).isEqualTo(202);
        assertThat(door().supplement(slip, "请遮盖我的身份证号").status()).isEqualTo(202);

        assertThat(events(slip.text("petitionId"), 3).stream().skip(1))
                .extracting(event -> ((PetitionSupplemented) decoded(event)).asksForRedaction())
                .containsExactly(true, false);
    }

    @Test
    void withdrawsWithoutAReason() {
        Answer slip = submitted();

        Answer answer = door().post(
                        "/api/tracking/withdraw",
                        Map.of("receipt", slip.text("receipt"), "accessCode", slip.text("accessCode")));

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
        PetitionWithdrawn event =
                (PetitionWithdrawn) decoded(events(slip.text("petitionId"), 2).get(1));
        assertThat(event.reason()).isNull();
    }

    @Test
    void answersARepeatAsTheFirstTime() {
        Answer slip = submitted();
        String key = UUID.randomUUID().toString();
        Answer first = door().supplement(slip, WORDS, "Idempotency-Key", key);

        Answer repeat = door().supplement(slip, " " + WORDS + "\n", "Idempotency-Key", key);

        assertThat(first.status()).as(first.json().toString()).isEqualTo(202);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(first.text("receipt")).isEqualTo(slip.text("receipt"));
        assertThat(repeat.status()).isEqualTo(202);
        assertThat(repeat.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(repeat.json()).isEqualTo(first.json());
        assertThat(stages(slip)).containsExactly("submitted", "supplement-taken");
    }

    @Test
    void namesTheFirstRequestWhenItsKeyComesWithOtherWords() {
        Answer slip = submitted();
        String key = UUID.randomUUID().toString();
        Answer first = door().supplement(slip, WORDS, "Idempotency-Key", key);

        Answer other = door().supplement(slip, "别的", "Idempotency-Key", key);
        Answer withdrawal = door().withdraw(slip, WORDS, "Idempotency-Key", key);

        for (Answer refused : List.of(other, withdrawal)) {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("requestId")).isEqualTo(first.text("requestId"));
            assertThat(refused.json().path("errors").path(0).path("field").asString())
                    .isEqualTo("Idempotency-Key");
        }
        assertThat(stages(slip)).containsExactly("submitted", "supplement-taken");
    }

    @Test
    void keepsTheKeysOfClientsAndOfPetitionsApart() {
        Answer slip = submitted();
        Answer another = submitted();
        String key = UUID.randomUUID().toString();
        door().supplement(slip, WORDS, "Idempotency-Key", key);

        Answer adapters = door().supplement(slip, "别的", "Idempotency-Key", key, "Authorization", ADAPTER);
        Answer anotherPetitions = door().supplement(another, "别的", "Idempotency-Key", key);

        assertThat(adapters.status()).as(adapters.json().toString()).isEqualTo(202);
        assertThat(anotherPetitions.status()).isEqualTo(202);
    }

    @Test
    void takesEachRequestWithoutAKeyAsItsOwn() {
        Answer slip = submitted();

        Answer first = door().withdraw(slip, "已解决");
        Answer second = door().withdraw(slip, "已解决");

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.text("requestId")).isNotEqualTo(first.text("requestId"));
    }

    @Test
    void takesNoMoreRequestsThanAPetitionMayHave() {
        Answer slip = submitted();
        String key = UUID.randomUUID().toString();
        Answer first = door().supplement(slip, WORDS, "Idempotency-Key", key);
        for (int taken = 1; taken < 200; taken++) {
            assertThat(door().supplement(slip, "第" + taken + "份").status()).isEqualTo(202);
        }

        Answer tooMany = door().withdraw(slip, "已解决", "Accept-Language", "en");

        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.text("detail")).contains("200 requests").contains("petition office");
        assertThat(door().supplement(slip, WORDS, "Idempotency-Key", key).json())
                .isEqualTo(first.json());
    }

    @Test
    void takesNoMoreWordsThanAPetitionMayHave() {
        Answer slip = submitted();
        for (int taken = 0; taken < 10; taken++) {
            assertThat(door().supplement(slip, "𠮷".repeat(20_000)).status()).isEqualTo(202);
        }

        Answer tooLong = door().supplement(slip, "一");

        assertThat(tooLong.status()).isEqualTo(409);
        assertThat(tooLong.text("detail")).contains("200000");
        assertThat(door().post(
                                "/api/tracking/withdraw",
                                Map.of("receipt", slip.text("receipt"), "accessCode", slip.text("accessCode")))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void losesNoRequestWhileTheCaseMovesOn() throws Exception {
        Answer slip = submitted();
        String id = slip.text("petitionId");
        int moves = 60;
        int each = 15;
        List<Future<List<String>>> petitioners = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int petitioner = 0; petitioner < 2; petitioner++) {
                petitioners.add(threads.submit(() -> IntStream.range(0, each)
                        .mapToObj(number -> supplementedThrice(slip, "第" + number + "份"))
                        .toList()));
            }
            threads.submit(() -> {
                        streams().publish(TestEvents.registered(id, 1));
                        LongStream.rangeClosed(2, moves)
                                .forEach(sequence -> streams().publish(TestEvents.accepted(id, sequence)));
                    })
                    .get();
        }
        Set<String> answered = new HashSet<>();
        for (Future<List<String>> petitioner : petitioners) {
            answered.addAll(petitioner.get());
        }

        assertThat(answered).hasSize(2 * each).doesNotContain("");
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            List<String> stages = stages(slip);
            assertThat(stages).hasSize(1 + moves + 2 * each);
            assertThat(stages.stream().filter("accepted"::equals)).hasSize(moves - 1);
        });
        assertThat(petition(id).getList("requests", Document.class).stream().map(request -> request.getString("_id")))
                .containsExactlyInAnyOrderElementsOf(answered);
        assertThat(events(id, 1 + 2 * each)).hasSize(1 + 2 * each);
    }

    /** As a client does whom a petition that changes all the time asks to come back. */
    private static Answer untilAnswered(Supplier<Answer> request) {
        return Stream.generate(request)
                .limit(100)
                .filter(answer -> answer.status() != 503)
                .findFirst()
                .orElseThrow();
    }

    /** As a client whose answers get lost: the same request three times is one. */
    private String supplementedThrice(Answer slip, String text) {
        String key = UUID.randomUUID().toString();
        List<String> answers = IntStream.range(0, 3)
                .mapToObj(time -> untilAnswered(() -> door().supplement(slip, text, "Idempotency-Key", key)))
                .map(answer -> answer.text("requestId"))
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    private Answer submitted() {
        return door().submit(Door.petition());
    }

    private Answer track(Answer slip) {
        return door().track(slip.text("receipt"), slip.text("accessCode"));
    }

    private List<String> stages(Answer slip) {
        return track(slip).json().path("stages").findValuesAsString("stage");
    }

    private Document petition(String id) {
        return mongo.getCollection("petitions").find(new Document("_id", id)).first();
    }

    /** What was published of a petition, in order, once it is so many. */
    private List<Document> events(String id, int number) {
        List<Document> found = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            found.clear();
            mongo.getCollection("petitions_events")
                    .find(new Document("_id", new Document("$regex", "^" + id + ":")))
                    .sort(new Document("sequence", 1))
                    .into(found);
            return found.size() == number;
        });
        return found;
    }

    private static Object decoded(Document event) {
        return EventCodec.decode(
                event.getString("type"), event.get("bytes", Binary.class).getData());
    }
}
