package org.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.TestEvents.AT;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.redress.intake.Door.Answer;
import tools.jackson.databind.JsonNode;

class TrackingJourneyTest extends IntakeStack {

    private static final String WRONG_CODE = "0000000000000000";

    @Test
    void showsTheWayOfTheCase() {
        Answer slip = door().submit(Door.petition());
        String id = slip.text("petitionId");
        assertThat(stages(track(slip))).containsExactly("submitted");

        streams().publish(TestEvents.registered(id, 1));
        streams().publish(TestEvents.reminded(id, 2));
        streams().publish(TestEvents.accepted(id, 3));
        streams().publish(TestEvents.accepted(id, 3));
        streams().publish(TestEvents.answered(id, 4));
        streams().publish(TestEvents.closed(id, 5));

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stages(track(slip)))
                        .containsExactly("submitted", "registered", "accepted", "answered", "closed"));
        Answer tracked = track(slip);
        assertThat(tracked.text("receipt")).isEqualTo(slip.text("receipt"));
        assertThat(Instant.parse(tracked.text("asOf"))).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(Instant.parse(
                        tracked.json().path("stages").path(2).path("at").asString()))
                .isEqualTo(AT.plusSeconds(3));
        assertThat(tracked.header("Cache-Control")).contains("no-store");
    }

    @Test
    void showsTheDayThatThePetitionerWasPromised() throws Exception {
        Answer slip = door().submit(Door.petition());
        String id = slip.text("petitionId");
        streams().publish(TestEvents.registered(id, 1));
        streams().publish(TestEvents.promised(id, 2, LocalDate.of(2026, 4, 10)));

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(stages(track(slip))).containsExactly("submitted", "registered", "set-target"));
        assertThat(track(slip).json().at("/stages/2/day").asString()).isEqualTo("2026-04-10");
        String form = "receipt=" + slip.text("receipt") + "&accessCode=" + slip.text("accessCode");
        assertThat(door().page("/track", form).body()).contains("已向您承诺办理日期 · 2026-04-10");
    }

    @Test
    void takesAPetitionByAFormOnce() throws Exception {
        String form = "key=" + UUID.randomUUID() + "&purpose=suggestion&subject=" + encoded("食堂 太远") + "&about="
                + encoded("车间主任") + "&text=" + encoded("一\r\n二")
                + "&unit=&occurredOn=&headCount=&place=&name=&phone=&email=";

        HttpResponse<String> taken = door().page("/petition", form);
        HttpResponse<String> again = door().page("/petition", form);
        HttpResponse<String> wrong = door().page(
                        "/petition",
                        form.replace("headCount=", "headCount=many")
                                        .replace("occurredOn=", "occurredOn=2999-01-01")
                                        .replace("phone=", "phone=1")
                                + "&anonymous=true",
                        "Accept-Language",
                        "en");

        assertThat(taken.statusCode()).isEqualTo(200);
        List<String> slip = Pattern.compile("<dd class=\"figures\">([0-9A-Z]+)</dd>")
                .matcher(taken.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(slip).hasSize(2);
        assertThat(again.body()).contains(slip);
        assertThat(door().page("/track", "receipt=" + slip.get(0) + "&accessCode=" + slip.get(1))
                        .statusCode())
                .isEqualTo(200);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("食堂 太远", "a whole number from 1 to", "is not a phone number")
                .doesNotContain(slip.get(1));
        assertThat(Pattern.compile("class=\"wrong\"")
                        .matcher(wrong.body())
                        .results()
                        .count())
                .isEqualTo(3);
        assertThat(List.of(taken, again, wrong))
                .allSatisfy(page ->
                        assertThat(page.headers().allValues("Set-Cookie")).isEmpty());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void showsTheWayOnAPageWithoutTheCode() throws Exception {
        Answer slip = door().submit(Door.petition());
        String form = "receipt=" + slip.text("receipt") + "&accessCode=";

        HttpResponse<String> way = door().page("/track", form + slip.text("accessCode"));
        HttpResponse<String> wrong = door().page("/track", form + WRONG_CODE, "Accept-Language", "en");
        HttpResponse<String> empty = door().page("/track", form);

        // The link to the other language leads back here.
        assertThat(door().page("/track").body()).contains("name=\"accessCode\"");
        assertThat(way.statusCode()).isEqualTo(200);
        assertThat(way.body())
                .contains(slip.text("receipt"), "已提交，已出具回执", "暂时无法显示")
                .doesNotContain(slip.text("accessCode"));
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(wrong.body())
                .contains("value=\"" + slip.text("receipt") + "\"", "Please compare both")
                .doesNotContain(WRONG_CODE);
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("id=\"code-wrong\"");
        assertThat(List.of(way, wrong, empty))
                .allSatisfy(page ->
                        assertThat(page.headers().allValues("Set-Cookie")).isEmpty());
    }

    @Test
    void parksAStrangersCaseAndFollowsTheOthers() {
        String stranger = UUID.randomUUID().toString();
        Answer slip = door().submit(Door.petition());

        streams().publish(TestEvents.registered(stranger, 1));
        streams().publish(TestEvents.registered(slip.text("petitionId"), 1));

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stages(track(slip))).containsExactly("submitted", "registered"));
        assertThat(streams().find("petition.cases.dead-letters", stranger)).isPresent();
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Document stub = mongo.getCollection("petitions")
                    .find(new Document("_id", stranger))
                    .first();
            assertThat(stub.getEmbedded(List.of("inbox", "CASES", "parked"), Boolean.class))
                    .isTrue();
            assertThat(stub.containsKey("receipt")).isFalse();
        });
    }

    @Test
    void readsReceiptAndCodeHoweverTheyAreTyped() {
        Answer slip = door().submit(Door.petition());
        String receipt = slip.text("receipt");
        String code = slip.text("accessCode");

        Answer tracked = door().track(
                        receipt.substring(0, 5) + "-" + receipt.substring(5).toLowerCase(Locale.ROOT),
                        " " + code.toLowerCase(Locale.ROOT));

        assertThat(tracked.status()).isEqualTo(200);
        assertThat(tracked.text("receipt")).isEqualTo(receipt);
    }

    @Test
    void tellsAnUnknownReceiptFromAWrongCodeToNobody() {
        Answer slip = door().submit(Door.petition());
        List<Answer> wrong = new ArrayList<>();
        List<Answer> unknown = new ArrayList<>();
        for (int attempt = 0; attempt < 7; attempt++) {
            wrong.add(door().track(slip.text("receipt"), WRONG_CODE));
            unknown.add(door().track("ZZZZZZZZZZ", WRONG_CODE));
        }

        for (int attempt = 0; attempt < 7; attempt++) {
            assertThat(wrong.get(attempt).status()).isEqualTo(404);
            assertThat(unknown.get(attempt).status())
                    .isEqualTo(wrong.get(attempt).status());
            assertThat(unknown.get(attempt).json()).isEqualTo(wrong.get(attempt).json());
            assertThat(unknown.get(attempt).response().headers().map().keySet())
                    .isEqualTo(wrong.get(attempt).response().headers().map().keySet());
        }
        assertThat(wrong.get(0).json().toString()).doesNotContain(slip.text("receipt"));
    }

    @Test
    void letsTheRightCodeInHoweverManyWrongOnesWereTried() {
        Answer slip = door().submit(Door.petition());
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(door().track(slip.text("receipt"), WRONG_CODE).status()).isEqualTo(404);
        }

        assertThat(track(slip).status()).isEqualTo(200);
        assertThat(door().withdraw(slip, "已解决").status()).isEqualTo(202);
    }

    @Test
    void namesWhatIsMissing() {
        Answer answer = door().post("/api/tracking", Map.of("receipt", " "));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactly("receipt", "accessCode");
        assertThat(door().track("x".repeat(65), "x").status()).isEqualTo(400);
        assertThat(door().post("/api/tracking", Map.of("receipt", 7)).status()).isEqualTo(400);
    }

    private Answer track(Answer slip) {
        return door().track(slip.text("receipt"), slip.text("accessCode"));
    }

    private static List<String> stages(Answer tracked) {
        List<String> stages = new ArrayList<>();
        for (JsonNode stage : tracked.json().path("stages")) {
            stages.add(stage.path("stage").asString());
        }
        return stages;
    }
}
