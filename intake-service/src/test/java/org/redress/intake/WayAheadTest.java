package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.Explanation.Addition;
import org.redress.contracts.cases.Promised;
import org.redress.intake.Door.Answer;
import tools.jackson.databind.JsonNode;

/** What who holds receipt and code is told of what comes next, can ask for, and is told nothing of. */
class WayAheadTest extends IntakeStack {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final LocalDate SOON = TODAY.plusDays(10);
    private static final LocalDate PAST = TODAY.minusDays(3);
    private static final String WRONG_CODE = "0000000000000000";

    @BeforeEach
    void knowTheUnits() {
        streams().publish(TestEvents.organisation());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> door().get("/api/code-lists").json().toString().contains("plant-1"));
    }

    @Test
    void tellsTheDayThatRunsNextWhyAndWhoHasIt() throws Exception {
        Answer slip = submit(Map.of("name", "测试员", "address", "家属区3栋"));

        JsonNode told = after(slip, TestEvents.registered(id(slip), 1, "plant-1", TestEvents.limit("notice", SOON)));

        assertThat(told.path("unit").asString()).isEqualTo("Machine Plant 1");
        assertThat(told.path("days")).hasSize(1);
        JsonNode day = told.path("days").path(0);
        assertThat(day.path("dueOn").asString()).isEqualTo(SOON.toString());
        assertThat(day.path("words").asString())
                .contains("told in writing")
                .contains(String.valueOf(SOON.getDayOfMonth()));
        assertThat(day.path("why").asString()).contains("15 days");
        assertThat(day.path("late").asBoolean()).isFalse();
        assertThat(page(slip).body())
                .contains("责任单位：第一机械厂", SOON.getMonthValue() + "月" + SOON.getDayOfMonth() + "日", "为什么是这一天")
                .doesNotContain("plant-1.petitions", "钱联络员");
    }

    @Test
    void saysThatNobodyCanWriteToWhoGaveNoAddress() {
        Answer slip = submit(Map.of("name", "测试员"));

        JsonNode told = after(slip, TestEvents.registered(id(slip), 1, "plant-1", TestEvents.limit("notice", SOON)));

        assertThat(words(told)).contains("Nobody can write to you").doesNotContain("in writing");
    }

    @Test
    void promisesNoWrittenAnswerToWhoLeftATelephoneNumberAlone() {
        Answer slip = submit(Map.of("name", "测试员", "phone", "13800138000"));

        JsonNode told = after(slip, TestEvents.registered(id(slip), 1, "plant-1", TestEvents.limit("handle", SOON)));

        assertThat(words(told)).contains("Nobody can write to you").doesNotContain("in writing");
    }

    @Test
    void tellsOnlyLimitsThatConcernThePetitioner() {
        Answer slip = submit(Map.of());

        JsonNode told = after(
                slip,
                TestEvents.registered(
                        id(slip),
                        1,
                        "plant-1",
                        TestEvents.limit("screening", TODAY),
                        TestEvents.limit("notice", SOON),
                        TestEvents.limit("objection", TODAY),
                        TestEvents.limit("supervision", TODAY)));

        assertThat(told.path("days").findValuesAsString("kind")).containsExactly("notice");
    }

    @Test
    void namesNoUnitThatItCameToWhileItIsKeptFromSomebody() throws Exception {
        Answer slip = submit(Map.of());
        String id = id(slip);

        JsonNode kept = after(slip, TestEvents.keptApart(id, 1, "plant-1", TestEvents.limit("notice", SOON)));
        assertThat(kept.has("unit")).isFalse();
        assertThat(page(slip).body()).contains("正在确定责任单位").doesNotContain("机械厂");

        JsonNode open = after(slip, TestEvents.step(id, 2, "screen", "registered", "plant-1", null));
        assertThat(open.path("unit").asString()).isEqualTo("Machine Plant 1");

        // Nothing changes for who looks on when somebody steps out of it.
        JsonNode recused = after(slip, TestEvents.step(id, 3, "recuse", "registered", "plant-1", true, null, null));
        assertThat(recused.path("unit").asString()).isEqualTo("Machine Plant 1");

        JsonNode above = after(slip, TestEvents.step(id, 4, "move-above", "accepted", "group", true, null, null));
        assertThat(above.has("unit")).isFalse();
        assertThat(page(slip).body()).doesNotContain("集团公司", "机械厂", "正在确定责任单位");
    }

    @Test
    void namesNoUnitWhileUnitsDifferOnWhoseItIs() throws Exception {
        Answer slip = submit(Map.of());
        after(slip, TestEvents.registered(id(slip), 1, "plant-1"));

        JsonNode told = after(
                slip,
                TestEvents.step(id(slip), 2, "object", "objected", "group", null, TestEvents.limit("notice", SOON)));

        assertThat(told.has("unit")).isFalse();
        assertThat(told.path("days").findValuesAsString("kind")).containsExactly("notice");
        assertThat(page(slip).body()).contains("正在确定责任单位").doesNotContain("集团公司");
    }

    @Test
    void tellsOfAReportThatItIsOneAndNothingElse() throws Exception {
        Answer slip = submit(Map.of(), "purpose", "report");

        JsonNode told = after(slip, TestEvents.registered(id(slip), 1, "group", TestEvents.limit("report", SOON)));

        assertThat(told.has("unit")).isFalse();
        assertThat(told.path("days")).isEmpty();
        assertThat(told.path("stands").asString()).contains("discipline desk");
        assertThat(page(slip).body()).doesNotContain("集团公司", "责任单位：");
    }

    @Test
    void tellsOfAnExtensionWithItsNewDayAndNotWhoGrantedIt() {
        Answer slip = submit(Map.of());
        Addition granted = new Addition(Addition.Reason.EXTENSION, TODAY.minusDays(1), 30, "plant-1.director");

        JsonNode told = after(
                slip,
                TestEvents.step(
                        id(slip), 1, "extend", "accepted", "plant-1", null, TestEvents.limit("handle", SOON, granted)));

        assertThat(words(told)).contains("extended by 30 days");
        assertThat(told.toString()).doesNotContain("plant-1.director");
    }

    @Test
    void saysOfADayThatPassedThatItIsStillOwed() {
        Answer slip = submit(Map.of());

        JsonNode told = after(slip, TestEvents.registered(id(slip), 1, "plant-1", TestEvents.limit("notice", PAST)));

        assertThat(told.path("days").path(0).path("late").asBoolean()).isTrue();
        assertThat(words(told)).contains("still owed");
    }

    @Test
    void tellsWhereAnAppealWasLed() {
        Answer slip = submit(Map.of());

        JsonNode told = after(slip, TestEvents.step(id(slip), 1, "lead", "led-elsewhere", "plant-1", "arbitration"));

        assertThat(told.path("stands").asString()).contains("arbitration");
        assertThat(told.path("asks")).isEmpty();
    }

    @Test
    void tellsWhatAnOpinionCameToAndUntilWhenAReviewMayBeAskedFor() throws Exception {
        Answer slip = submit(Map.of());
        String id = id(slip);
        List<Promised> promises = List.of(new Promised(SOON, null), new Promised(PAST, PAST));
        JsonNode given = after(
                slip, TestEvents.step(id, 1, "give-opinion", "opinion-given", "plant-1", false, "supported", promises));
        assertThat(given.path("asks").toString()).contains("ask-review");

        JsonNode served = after(
                slip,
                TestEvents.step(id, 2, "serve", "executing", "plant-1", null, TestEvents.limit("ask-review", TODAY)));

        assertThat(served.path("promises").findValuesAsString("dueOn"))
                .containsExactly(SOON.toString(), PAST.toString());
        assertThat(served.path("promises").path(1).path("keptOn").asString()).isEqualTo(PAST.toString());
        assertThat(words(served)).contains("ask for a review until");
        assertThat(page(slip).body()).contains("name=\"ask\" value=\"ask-review\"", "承诺在");

        JsonNode over = after(
                slip,
                TestEvents.step(id, 3, "fulfil", "executing", "plant-1", null, TestEvents.limit("ask-review", PAST)));
        assertThat(over.path("asks").toString()).doesNotContain("ask-review");
        assertThat(words(over)).contains("ended with");
        assertThat(page(slip).body()).doesNotContain("value=\"ask-review\"");
    }

    @Test
    void takesARequestByAFormOnce() throws Exception {
        Answer slip = submit(Map.of());
        String form = form("supplement", slip.text("receipt"), slip.text("accessCode"), "另附\r\n工资条");

        HttpResponse<String> taken = door().page("/track", form);
        HttpResponse<String> again = door().page("/track", form);

        assertThat(List.of(taken, again)).allSatisfy(page -> {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("您补充的内容已收到").doesNotContain(slip.text("accessCode"), "工资条");
            assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        });
        assertThat(track(slip).path("stages").findValuesAsString("stage"))
                .containsExactly("submitted", "supplement-taken");
    }

    @Test
    void showsAFormAgainWithWhatIsWrongInTheReadersLanguage() throws Exception {
        Answer slip = submit(Map.of());
        String form = form("ask-review", slip.text("receipt"), "", " ");

        HttpResponse<String> wrong = door().page("/track", form, "Accept-Language", "en");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Pattern.compile("class=\"wrong\"")
                        .matcher(wrong.body())
                        .results()
                        .count())
                .isEqualTo(2);
        assertThat(wrong.body()).contains("Ask for a review", "value=\"" + slip.text("receipt") + "\"");
        assertThat(track(slip).path("stages").findValuesAsString("stage")).containsExactly("submitted");
    }

    @Test
    void tellsAnUnknownReceiptFromAWrongCodeOnNoForm() throws Exception {
        Answer slip = submit(Map.of());
        String receipt = slip.text("receipt");

        HttpResponse<String> wrong = door().page("/track", form("withdraw", receipt, WRONG_CODE, "不办了"));
        HttpResponse<String> unknown = door().page("/track", form("withdraw", "ZZZZZZZZZZ", WRONG_CODE, "不办了"));

        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unnamed(unknown.body(), "ZZZZZZZZZZ")).isEqualTo(unnamed(wrong.body(), receipt));
        assertThat(wrong.body()).contains("不办了").doesNotContain(WRONG_CODE);
        assertThat(track(slip).path("stages").findValuesAsString("stage")).containsExactly("submitted");
    }

    @Test
    void readsInThePetitionersLanguageWhereTheReaderChoseNone() throws Exception {
        Answer slip = submit(Map.of("name", "Test Person", "language", "en"));

        assertThat(page(slip).body()).contains("lang=\"en\"", "What you can ask for");
        assertThat(door().page("/track", slipOf(slip), "Cookie", "REDRESS_LANGUAGE=zh")
                        .body())
                .contains("您可以提出");
    }

    private static String unnamed(String page, String receipt) {
        return page.replace(receipt, "receipt").replaceAll("name=\"(key|_csrf)\" value=\"[^\"]*\"", "$1");
    }

    private static String form(String ask, String receipt, String code, String words) {
        return "ask=" + ask + "&key=" + UUID.randomUUID() + "&receipt=" + receipt + "&accessCode=" + code + "&words="
                + URLEncoder.encode(words, UTF_8);
    }

    private Answer submit(Map<String, String> petitioner, String... more) {
        Map<String, Object> petition = new HashMap<>(Door.petition());
        petition.put("petitioner", petitioner);
        for (int index = 0; index < more.length; index += 2) {
            petition.put(more[index], more[index + 1]);
        }
        Answer slip = door().submit(petition, "Authorization", ADAPTER);
        assertThat(slip.status()).as(slip.json().toString()).isEqualTo(202);
        return slip;
    }

    private static String id(Answer slip) {
        return slip.text("petitionId");
    }

    /** What is told once an event has come. */
    private JsonNode after(Answer slip, CaseEvent event) {
        int before = track(slip).path("stages").size();
        streams().publish(event);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> track(slip), told -> told.path("stages").size() > before);
    }

    private JsonNode track(Answer slip) {
        return door().post(
                        "/api/tracking",
                        Map.of("receipt", slip.text("receipt"), "accessCode", slip.text("accessCode")),
                        "Accept-Language",
                        "en")
                .json();
    }

    private static String words(JsonNode told) {
        return told.path("days").path(0).path("words").asString();
    }

    private static String slipOf(Answer slip) {
        return "receipt=" + slip.text("receipt") + "&accessCode=" + slip.text("accessCode");
    }

    private HttpResponse<String> page(Answer slip) throws Exception {
        return door().page("/track", slipOf(slip));
    }
}
