package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.intake.Door.Answer;
import tools.jackson.databind.JsonNode;

/** Each kind of wrong request, by name: the right status, the field named, nothing stored. */
class WrongRequestsTest extends IntakeStack {

    private static final String JSON = "application/json";
    private static final String SUPPLEMENT = "/api/tracking/supplement";
    private static final String WITHDRAW = "/api/tracking/withdraw";

    @SuppressWarnings("ArrayRecordComponent")
    record Wrong(
            String name,
            String path,
            int status,
            String field,
            String contentType,
            BodyPublisher body,
            String... headers) {

        Wrong(String name, int status, String field, String contentType, BodyPublisher body, String... headers) {
            this(name, "/api/petitions", status, field, contentType, body, headers);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void knowsTheOrganisation() {
        streams().publish(TestEvents.organisation());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> mongo.getCollection("directory").countDocuments() == 1);
    }

    @Test
    void isHealthyOnceItKnowsTheOrganisation() {
        assertThat(door().get("/actuator/health/organisation").status()).isEqualTo(200);
    }

    @Test
    void listsTheCodesOfAPetitionForEverybodyInTheReadersLanguage() {
        Door.Answer lists = door().get("/api/code-lists", "Accept-Language", "en");

        assertThat(lists.status()).isEqualTo(200);
        assertThat(lists.json().path("channels").findValuesAsString("code"))
                .containsExactly(
                        "letter",
                        "visit",
                        "phone",
                        "web",
                        "hotline",
                        "box",
                        "email",
                        "wechat",
                        "on-behalf",
                        "forwarded");
        assertThat(lists.json().path("purposes").path(2).toString())
                .isEqualTo("{\"code\":\"appeal\",\"name\":\"appeal\"}");
        assertThat(lists.json().path("units").findValuesAsString("code"))
                .containsExactly("group", "plant-1", "discipline");
        assertThat(lists.json().path("units").findValuesAsString("name"))
                .containsExactly("集团公司", "Machine Plant 1", "discipline");
        assertThat(door().get("/api/code-lists", "Accept-Language", "zh")
                        .json()
                        .path("channels")
                        .path(0)
                        .path("name"))
                .hasToString("\"来信\"");
    }

    @Test
    void keepsHowFarTheLedgerOfUnsealingsCame() {
        streams().publish(TestEvents.ledgerHead(4_711, "hash"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                mongo.getCollection("ledger_heads").find())
                        .singleElement()
                        .satisfies(head -> {
                            assertThat(head.getLong("number")).isEqualTo(4_711);
                            assertThat(head.getString("hash")).isEqualTo("hash");
                        }));
    }

    static Stream<Wrong> wrongRequests() {
        return Stream.of(
                without("missing channel", "channel"),
                without("missing subject", "subject"),
                without("missing text", "text"),
                field("thanks that nobody read", "purpose", "thanks"),
                field("empty text", "text", "\u3000 \n"),
                field("empty subject", "subject", ""),
                field("text too long", "text", "信".repeat(20_001)),
                field("subject too long", "subject", "信".repeat(201)),
                field("place too long", "place", "x".repeat(201)),
                field("subject of two lines", "subject", "first\nsecond"),
                field("wrong type: number for text", "subject", 5),
                field("wrong type: text for number", "headCount", "3"),
                field("wrong type: object for text", "text", Map.of("a", 1)),
                field("wrong type: text for list", "petitioner", "Wang"),
                field("wrong type: fraction of a person", "headCount", 1.5),
                petitioner("wrong type: word for true", "anonymous", "yes"),
                field("control character in text", "text", "a\u0000b"),
                field("control character in subject", "subject", "a\u001Bb"),
                petitioner("control character in name", "name", "a\u0007b"),
                raw("half a character", 400, "text", "{\"channel\":\"web\",\"subject\":\"a\",\"text\":\"b\\ud83d\"}"),
                bytes("not UTF-8: GBK", 400, "body", json(Door.petition()).getBytes(Charset.forName("GBK"))),
                bytes("not UTF-8: UTF-16", 400, "body", json(Door.petition()).getBytes(StandardCharsets.UTF_16)),
                new Wrong("charset GBK", 415, "Content-Type", JSON + ";charset=GBK", text(json(Door.petition()))),
                new Wrong("content type CSV", 415, "Content-Type", "text/csv", text("a,b")),
                new Wrong("content type form", 415, "Content-Type", "application/x-www-form-urlencoded", text("a=b")),
                raw("broken JSON", 400, "body", "{\"channel\":\"web\","),
                raw("JSON with a comma too much", 400, "body", "{\"channel\":\"web\",}"),
                raw("empty body", 400, "body", ""),
                raw("list instead of object", 400, "body", "[]"),
                raw("nothing but null", 400, "body", "null"),
                raw("more after the object", 400, "body", json(Door.petition()) + "{}"),
                raw(
                        "the same field twice",
                        400,
                        "text",
                        json(Door.petition()).replace("{\"chan", "{\"text\":\"a\",\"chan")),
                field("unknown field", "txt", "a"),
                petitioner("unknown field inside", "mail", "a@example.org"),
                field("unknown channel", "channel", "pigeon"),
                field("unknown purpose", "purpose", "revenge"),
                field("unknown unit", "unit", "no-such-unit"),
                field("about an unknown unit", "about", List.of(Map.of("unit", "no-such-unit")), "about[0].unit"),
                field("about nobody", "about", List.of(Map.of()), "about[0]"),
                field("about empty words", "about", List.of(Map.of("text", "")), "about[0].text"),
                field("about an empty unit", "about", List.of(Map.of("unit", " ")), "about[0].unit"),
                field("a place that nobody sees", "place", "\u200b", "place"),
                field("about two at once", "about", List.of(Map.of("unit", "group", "text", "x")), "about[0]"),
                field("about nothing", "about", Collections.singletonList(null), "about[0]"),
                field("about too many", "about", Collections.nCopies(21, "x")),
                field(
                        "day in the future",
                        "occurredOn",
                        Instant.now().plus(Duration.ofDays(2)).toString()),
                field("day that is none", "occurredOn", "2026-02-30"),
                adapters(
                        "moment in the future",
                        "receivedAt",
                        Instant.now().plus(Duration.ofHours(1)).toString()),
                adapters("moment that is none", "receivedAt", "yesterday"),
                adapters("external id too long", "externalId", "x".repeat(101)),
                field("head-count of nobody", "headCount", 0),
                field("head-count below nothing", "headCount", -1),
                field("head-count of everybody", "headCount", 100_001),
                raw(
                        "head-count beyond numbers",
                        400,
                        "headCount",
                        json(Door.petition()).replace("{\"chan", "{\"headCount\":99999999999,\"chan")),
                petitioner("bad e-mail", "email", "wang@"),
                petitioner("e-mail with a second address", "email", "a@example.org\nBcc: b@example.org"),
                petitioner("bad phone", "phone", "12345"),
                petitioner("bad id number", "idNumber", "110101*"),
                petitioner("more than five representatives", "representatives", Collections.nCopies(6, "王")),
                petitioner("unknown language", "language", "fr"),
                petitioner("unknown contact", "preferredContact", "pigeon"),
                petitioner("preferred contact that is missing", "preferredContact", "email", "petitioner.email"),
                field("channel of adapters", "channel", "letter"),
                field("moment of adapters", "receivedAt", "2026-01-01"),
                field("number of adapters", "externalId", "7"),
                headers("key that can be guessed", 400, "Idempotency-Key", "Idempotency-Key", "1"),
                headers(
                        "adapter's key too long",
                        400,
                        "Idempotency-Key",
                        "Idempotency-Key",
                        "x".repeat(256),
                        "Authorization",
                        ADAPTER),
                headers("bad token", 401, null, "Authorization", "Bearer nonsense"),
                bytes("20 MB of body", 413, null, new byte[20 * 1024 * 1024]),
                new Wrong(
                        "20 MB of body, length untold",
                        413,
                        null,
                        JSON,
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[20 * 1024 * 1024]))));
    }

    static Stream<Wrong> wrongSupplements() {
        return Stream.of(
                supplement("supplement without a receipt", 400, "receipt", body -> body.remove("receipt")),
                supplement("supplement without a code", 400, "accessCode", body -> body.remove("accessCode")),
                supplement("supplement with a blank receipt", 400, "receipt", body -> body.put("receipt", " ")),
                supplement("supplement: receipt too long", 400, "receipt", body -> body.put("receipt", "7".repeat(65))),
                supplement(
                        "supplement: code too long", 400, "accessCode", body -> body.put("accessCode", "7".repeat(65))),
                review("review without a receipt", 400, "receipt", body -> body.remove("receipt")),
                review("review without a code", 400, "accessCode", body -> body.remove("accessCode")),
                review("review without a text", 400, "text", body -> body.remove("text")),
                review("review too long", 400, "text", body -> body.put("text", "信".repeat(20_001))),
                supplement("supplement without a text", 400, "text", body -> body.remove("text")),
                supplement("supplement with an empty text", 400, "text", body -> body.put("text", "\u3000 \n")),
                supplement("supplement too long", 400, "text", body -> body.put("text", "信".repeat(20_001))),
                supplement("supplement with a control character", 400, "text", body -> body.put("text", "a\u0000b")),
                new Wrong(
                        "supplement with half a character",
                        SUPPLEMENT,
                        400,
                        "text",
                        JSON,
                        text("{\"receipt\":\"7\",\"accessCode\":\"7\",\"text\":\"b\\ud83d\"}")),
                supplement("supplement of a number", 400, "text", body -> body.put("text", 5)),
                supplement("supplement with a reason", 400, "reason", body -> body.put("reason", "x")),
                supplement("supplement of an unknown petition", 404, null, body -> {}),
                supplement("supplement by a bad token", 401, null, body -> {}, "Authorization", "Bearer nonsense"),
                supplement(
                        "supplement with a key that can be guessed",
                        400,
                        "Idempotency-Key",
                        body -> {},
                        "Idempotency-Key",
                        "1"),
                supplement(
                        "supplement with an adapter's key too long",
                        400,
                        "Idempotency-Key",
                        body -> {},
                        "Idempotency-Key",
                        "x".repeat(256),
                        "Authorization",
                        ADAPTER),
                new Wrong("supplement as a table", SUPPLEMENT, 415, "Content-Type", "text/csv", text("a,b")),
                new Wrong("supplement of broken JSON", SUPPLEMENT, 400, "body", JSON, text("{\"receipt\":")),
                new Wrong("supplement of nothing", SUPPLEMENT, 400, "body", JSON, text("")),
                new Wrong(
                        "supplement not in UTF-8",
                        SUPPLEMENT,
                        400,
                        "body",
                        JSON,
                        BodyPublishers.ofByteArray(json(ask("text")).getBytes(Charset.forName("GBK")))),
                new Wrong(
                        "supplement of 20 MB",
                        SUPPLEMENT,
                        413,
                        null,
                        JSON,
                        BodyPublishers.ofByteArray(new byte[20 * 1024 * 1024])));
    }

    static Stream<Wrong> wrongWithdrawals() {
        return Stream.of(
                withdrawal("withdrawal without a receipt", 400, "receipt", body -> body.remove("receipt")),
                withdrawal("withdrawal without a code", 400, "accessCode", body -> body.remove("accessCode")),
                withdrawal(
                        "withdrawal: reason too long", 400, "reason", body -> body.put("reason", "信".repeat(20_001))),
                withdrawal(
                        "withdrawal with a control character", 400, "reason", body -> body.put("reason", "a\u0000b")),
                withdrawal("withdrawal for a number", 400, "reason", body -> body.put("reason", 5)),
                withdrawal("withdrawal with a text", 400, "text", body -> body.put("text", "x")),
                withdrawal("withdrawal of an unknown petition", 404, null, body -> {}),
                withdrawal(
                        "withdrawal with a key that can be guessed",
                        400,
                        "Idempotency-Key",
                        body -> {},
                        "Idempotency-Key",
                        "1"),
                new Wrong("withdrawal as a form", WITHDRAW, 415, "Content-Type", "text/plain", text("a")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"wrongRequests", "wrongSupplements", "wrongWithdrawals"})
    void isRefusedWithTheFieldNamedAndNothingStored(Wrong wrong) {
        long before = stored();

        Answer answer = door().send(wrong.path(), wrong.contentType(), wrong.body(), wrong.headers());

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(wrong.status());
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(wrong.status());
        assertThat(answer.text("detail")).isNotBlank();
        if (wrong.field() != null) {
            List<String> fields = new ArrayList<>();
            for (JsonNode error : answer.json().path("errors")) {
                fields.add(error.path("field").asString());
                assertThat(error.path("problem").asString()).isNotBlank().doesNotStartWith("field.");
                assertThat(error.path("accepted").asString("")).doesNotStartWith("accepted.");
            }
            assertThat(fields).containsExactly(wrong.field());
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void namesAllWrongFieldsAtOnce() {
        Map<String, Object> petition = Door.petition();
        petition.put("channel", "pigeon");
        petition.put("text", "");
        petition.put("headCount", 0);

        Answer answer = door().submit(petition, "Accept-Language", "en");

        assertThat(answer.json().path("errors").findValuesAsString("field"))
                .containsExactly("channel", "text", "headCount");
        assertThat(answer.json().path("errors").findValuesAsString("problem"))
                .containsExactly("is not one of the values we know", "is empty", "is out of range");
    }

    @Test
    void namesAllWrongFieldsOfARequestAtOnce() {
        Answer answer = door().post(SUPPLEMENT, Map.of("receipt", " ", "text", ""), "Idempotency-Key", "1");

        assertThat(answer.json().path("errors").findValuesAsString("field"))
                .containsExactly("Idempotency-Key", "receipt", "accessCode", "text");
    }

    @Test
    void namesTheAcceptedFormOfAUnit() {
        Map<String, Object> petition = Door.petition();
        petition.put("unit", "no-such-unit");

        Answer english = door().submit(petition, "Accept-Language", "en");
        Answer chinese = door().submit(petition);

        assertThat(english.json().path("errors").path(0).path("accepted").asString())
                .isEqualTo("the code of a unit, such as group, plant-1;"
                        + " leave it out for the petition office of the whole organisation");
        assertThat(chinese.json().path("errors").path(0).path("accepted").asString())
                .startsWith("单位代码，如 group, plant-1");
    }

    @Test
    void takesATextThatBeginsWithAnEqualsSign() {
        Map<String, Object> petition = Door.petition();
        petition.put("subject", "=1+1");
        petition.put("text", "=cmd|' /C calc'!A0");

        assertThat(door().submit(petition).status()).isEqualTo(202);
    }

    @Test
    void takesTheLongestText() {
        Map<String, Object> petition = Door.petition();
        petition.put("text", "𠮷".repeat(20_000));

        assertThat(door().submit(petition).status()).isEqualTo(202);
    }

    private long stored() {
        return mongo.getCollection("petitions").countDocuments(new Document())
                + mongo.getCollection("petitions")
                        .countDocuments(new Document("requests.0", new Document("$exists", true)));
    }

    private static Wrong supplement(
            String name, int status, String field, Consumer<Map<String, Object>> change, String... headers) {
        Map<String, Object> body = ask("text");
        change.accept(body);
        return new Wrong(name, SUPPLEMENT, status, field, JSON, text(json(body)), headers);
    }

    private static Wrong review(String name, int status, String field, Consumer<Map<String, Object>> change) {
        Map<String, Object> body = ask("text");
        change.accept(body);
        return new Wrong(name, "/api/tracking/review", status, field, JSON, text(json(body)));
    }

    private static Wrong withdrawal(
            String name, int status, String field, Consumer<Map<String, Object>> change, String... headers) {
        Map<String, Object> body = ask("reason");
        change.accept(body);
        return new Wrong(name, WITHDRAW, status, field, JSON, text(json(body)), headers);
    }

    /** Right in every field, but of no petition. */
    private static Map<String, Object> ask(String words) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("receipt", UUID.randomUUID().toString());
        body.put("accessCode", "4H8WZ0N6C2RVEJ5P");
        body.put(words, "另附工资条三张。");
        return body;
    }

    private static Wrong without(String name, String field) {
        return change(name, field, petition -> petition.remove(field));
    }

    private static Wrong field(String name, String field, Object value) {
        return change(name, field, petition -> petition.put(field, value));
    }

    private static Wrong field(String name, String field, Object value, String named) {
        return change(name, named, petition -> petition.put(field, value));
    }

    private static Wrong petitioner(String name, String field, Object value) {
        return petitioner(name, field, value, "petitioner." + field);
    }

    private static Wrong petitioner(String name, String field, Object value, String named) {
        return change(name, named, petition -> petition.put("petitioner", Map.of(field, value)));
    }

    private static Wrong adapters(String name, String field, String value) {
        Map<String, Object> petition = Door.petition();
        petition.put(field, value);
        return new Wrong(name, 400, field, JSON, text(json(petition)), "Authorization", ADAPTER);
    }

    private static Wrong headers(String name, int status, String field, String... headers) {
        return new Wrong(name, status, field, JSON, text(json(Door.petition())), headers);
    }

    private static Wrong raw(String name, int status, String field, String body) {
        return new Wrong(name, status, field, JSON, text(body));
    }

    private static Wrong bytes(String name, int status, String field, byte[] body) {
        return new Wrong(name, status, field, JSON, BodyPublishers.ofByteArray(body));
    }

    private static Wrong change(String name, String named, Consumer<Map<String, Object>> change) {
        Map<String, Object> petition = Door.petition();
        change.accept(petition);
        return new Wrong(name, 400, named, JSON, text(json(petition)));
    }

    private static BodyPublisher text(String body) {
        return BodyPublishers.ofString(body, UTF_8);
    }

    private static String json(Object body) {
        return Door.JSON.writeValueAsString(body);
    }
}
