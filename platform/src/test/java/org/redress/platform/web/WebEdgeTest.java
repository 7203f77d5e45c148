package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "redress.web.body-limit=1KB",
            "redress.web.bodies-in-flight=4KB",
            "redress.client-secret=s",
            "redress.clients.test=test",
            "server.address=127.0.0.1",
            "redress.limits.open.sample.paths=/api/limited",
            "redress.limits.open.sample.requests=2",
            "redress.limits.open.sample.per=1h"
        })
class WebEdgeTest {

    private static final SampleIssuer ISSUER = new SampleIssuer().started();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private ServiceClient client;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("redress.issuer", ISSUER::address);
    }

    @AfterAll
    static void stops() {
        ISSUER.close();
    }

    @Test
    void acceptsAGoodBody() throws Exception {
        HttpResponse<String> answer = post("{\"text\":\"=1+1\",\"colour\":\"RED\",\"day\":\"2026-03-01\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void namesTheFieldOfAWrongType() throws Exception {
        assertProblem(post("{\"inner\":{\"kind\":\"a\",\"numbers\":[1,\"x\"]}}"), 400, "inner.numbers[1]");
    }

    @Test
    void turnsNoNumberIntoText() throws Exception {
        assertProblem(post("{\"text\":5}"), 400, "text");
    }

    @Test
    void turnsNoTextIntoANumber() throws Exception {
        assertProblem(post("{\"inner\":{\"numbers\":[\"1\"]}}"), 400, "inner.numbers[0]");
    }

    @Test
    void namesANumberThatIsTooLarge() throws Exception {
        assertProblem(post("{\"inner\":{\"numbers\":[99999999999]}}"), 400, "inner.numbers[0]");
        assertProblem(post("{\"inner\":{\"numbers\":[1.5]}}"), 400, "inner.numbers[0]");
    }

    @Test
    void saysWhichValuesAFieldKnows() throws Exception {
        HttpResponse<String> answer = post("{\"colour\":\"BLUE\"}");

        assertProblem(answer, 400, "colour");
        assertThat(answer.body()).contains("RED, GREEN").doesNotContain("BLUE");
    }

    @Test
    void namesAnUnknownFieldAndTheKnownOnes() throws Exception {
        HttpResponse<String> answer = post("{\"inner\":{\"sort\":\"a\"}}");

        assertProblem(answer, 400, "inner.sort");
        assertThat(answer.body()).contains("kind, numbers");
    }

    @Test
    void namesAFieldGivenTwice() throws Exception {
        assertProblem(post("{\"inner\":{\"kind\":\"a\",\"kind\":\"b\"}}"), 400, "inner.kind");
    }

    @Test
    void namesABrokenDate() throws Exception {
        assertProblem(post("{\"day\":\"yesterday\"}"), 400, "day");
    }

    @Test
    void namesAFieldThatBreaksItsRule() throws Exception {
        assertProblem(post("{\"text\":\"longer than five\"}"), 400, "text");
    }

    @Test
    void saysWhereJsonIsBroken() throws Exception {
        HttpResponse<String> answer = post("{\"text\":\"a\",,}");

        assertProblem(answer, 400, "body");
        assertThat(answer.body()).contains("第 1 行");
    }

    @Test
    void refusesTrailingContent() throws Exception {
        assertProblem(post("{} {}"), 400, "body");
    }

    @Test
    void refusesAnEmptyBody() throws Exception {
        assertProblem(post(""), 400, "body");
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws Exception {
        byte[] gbk = "{\"text\":\"信访\"}".getBytes(Charset.forName("GBK"));

        assertProblem(send(json("/api/open").POST(BodyPublishers.ofByteArray(gbk))), 400, "body");
    }

    @Test
    void refusesAnotherCharacterSet() throws Exception {
        HttpRequest.Builder request = to("/api/open")
                .header("Content-Type", "application/json;charset=GBK")
                .POST(BodyPublishers.ofString("{}", UTF_8));

        assertProblem(send(request), 415, "Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "multipart/form-data", "multipart/form-data; boundary=x"})
    void refusesAnotherKindOfContent(String kind) throws Exception {
        HttpRequest.Builder request =
                to("/api/open").header("Content-Type", kind).POST(BodyPublishers.ofString("a,b", UTF_8));

        assertProblem(send(request), 415, "Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?%05=1", "?=true"})
    void refusesParametersWhoseNamesNobodyCouldMean(String query) throws Exception {
        assertProblem(send(to("/api/done" + query)), 400, "request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1\r\nHost: a",
                "GET /api/%ff HTTP/1.1\r\nHost: a",
                "GET /api/done?a=\u0080 HTTP/1.1\r\nHost: a",
                "GET /api/number HTTP/1.1\r\nHost: a\r\nAccept-Language: \u0080"
            })
    void tellsOfRequestsThatReachNoHandlerWithAProblemToo(String head) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
            assertThat(answer).contains("urn:redress:problem:400").doesNotContain("<html");
        }
    }

    @Test
    void doesNothingForWhoTakesNoJson() throws Exception {
        HttpResponse<String> before = send(to("/api/done"));
        for (String path : List.of("/api/said", "/api/done")) {
            assertProblem(
                    send(json(path)
                            .header(
                                    "Accept",
                                    path.equals("/api/said") ? "application/xml" : "text/html, application/json;q=0")
                            .POST(BodyPublishers.ofString(path.equals("/api/said") ? "{\"words\":\"a\"}" : ""))),
                    406,
                    "Accept");
        }
        assertProblem(send(to("/api/said").POST(BodyPublishers.ofString("{\"words\":\"a\"}"))), 415, "Content-Type");
        assertProblem(
                send(to("/api/said")
                        .header("Content-Type", "application/merge-patch+json")
                        .POST(BodyPublishers.ofString("{\"words\":\"a\"}"))),
                415,
                "Content-Type");
        assertProblem(send(to("/api/done?count=7").POST(BodyPublishers.noBody())), 400, "count");
        assertProblem(send(to("/api/done").POST(BodyPublishers.ofString("{\"reason\":1}"))), 400, "body");

        assertThat(send(to("/api/done")).body()).isEqualTo(before.body());
        assertThat(header(before, "Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=gbk", "application/json;charset=utf-16", "*/*;charset=gbk"})
    void answersInJsonWhateverCharacterSetIsAskedForWithIt(String accept) throws Exception {
        HttpResponse<String> answer = send(to("/api/done").header("Accept", accept));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource({"dya=2026-03-01, dya", "day=, day", "day=2026-03-01&day=2026-03-02, day", "day=3/1/26, day"})
    void takesNoParameterItDoesNotUnderstand(String query, String field) throws Exception {
        HttpResponse<String> answer = send(to("/api/done?" + query).header("Accept-Language", "en"));

        assertProblem(answer, 400, field);
    }

    @Test
    void takesAMomentForItsDayInTheOrganisationsZone() throws Exception {
        assertThat(said("a", "2026-03-01T18:30:00Z").body()).contains("\"day\":\"2026-03-02\"");
        assertThat(send(to("/api/done?day=2026-03-01T18:30:00Z")).body()).contains("\"day\":\"2026-03-02\"");
        for (String none : List.of("1026-03-01", "20260301", "2026-02-30", "9999-12-31T23:00:00-18:00")) {
            assertProblem(said("a", none), 400, "day");
        }
        assertProblem(
                send(json("/api/said").POST(BodyPublishers.ofString("{\"words\":\"a\",\"day\":20513}"))), 400, "day");
    }

    @Test
    void countsCharactersAsAReaderDoes() throws Exception {
        assertThat(said("𠮷".repeat(5), "2026-03-01").statusCode()).isEqualTo(200);
        assertProblem(said("𠮷".repeat(6), "2026-03-01"), 400, "words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u200b\ufeff", "\u3164", "a\\u0007", "\\ud842", "a\\u0000b"})
    void takesNoTextThatCannotBeReadOrSeen(String words) throws Exception {
        assertProblem(said(words, "2026-03-01"), 400, "words");
    }

    private HttpResponse<String> said(String words, String day) throws Exception {
        return send(json("/api/said")
                .POST(BodyPublishers.ofString("{\"words\":\"" + words + "\",\"day\":\"" + day + "\"}", UTF_8)));
    }

    @Test
    void refusesALongBodyByItsAnnouncedLength() throws Exception {
        assertProblem(post("{\"text\":\"" + "x".repeat(2_000) + "\"}"), 413, null);
    }

    @Test
    void refusesALongBodyOfUnknownLength() throws Exception {
        byte[] body = ("{\"text\":\"" + "x".repeat(2_000) + "\"}").getBytes(UTF_8);

        HttpRequest.Builder request =
                json("/api/open").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertProblem(send(request), 413, null);
    }

    @Test
    void namesAWrongParameter() throws Exception {
        assertProblem(send(to("/api/number?n=abc")), 400, "n");
        assertProblem(send(to("/api/number")), 400, "n");
    }

    @Test
    void speaksTheReadersLanguage() throws Exception {
        HttpResponse<String> english = send(to("/api/conflict").header("Accept-Language", "en-GB,zh;q=0.5"));
        HttpResponse<String> chinese = send(to("/api/conflict").header("Accept-Language", "zh-CN"));
        HttpResponse<String> other = send(to("/api/conflict").header("Accept-Language", "fr"));

        assertProblem(english, 409, null);
        assertThat(english.body()).contains("is given more than once").contains("\"receipt\":\"R1\"");
        assertThat(chinese.body()).contains("重复出现");
        assertThat(other.body()).contains("重复出现");
    }

    @Test
    void tellsAPlainSentenceAsItIs() throws Exception {
        HttpResponse<String> answer = send(to("/api/gone"));

        assertProblem(answer, 422, "key");
        assertThat(answer.body()).contains("plain sentence");
    }

    @Test
    void keepsTheInsideToItself() throws Exception {
        HttpResponse<String> answer = send(to("/api/broken"));

        assertProblem(answer, 500, null);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void tellsWhenToComeBackWhileTheDatabaseIsAway() throws Exception {
        for (String path : new String[] {"/api/away", "/api/timeout"}) {
            HttpResponse<String> answer = send(to(path));

            assertProblem(answer, 503, null);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).doesNotContain("10.0.0.1");
        }
    }

    @Test
    void asksForATokenOffTheOpenPaths() throws Exception {
        HttpResponse<String> answer = send(to("/api/closed"));

        assertProblem(answer, 401, null);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void knowsTheHolderOfAToken() throws Exception {
        HttpResponse<String> answer = send(with(ISSUER.token("li.wei", "officer"), "/api/closed"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("li.wei");
    }

    @Test
    void refusesAnExpiredForgedOrStrangeToken() throws Exception {
        assertProblem(send(with(ISSUER.token("li.wei", Instant.now().minusSeconds(3_600)), "/api/closed")), 401, null);
        assertProblem(send(with(new SampleIssuer().token("li.wei", "officer"), "/api/closed")), 401, null);
        assertProblem(send(with("no-token", "/api/closed")), 401, null);
    }

    @Test
    void checksATokenOnAnOpenPathToo() throws Exception {
        assertProblem(send(with("no-token", "/api/conflict")), 401, null);
    }

    @Test
    void letsInByRole() throws Exception {
        assertProblem(send(with(ISSUER.token("a", "auditor"), "/api/officers")), 403, null);
        assertThat(send(with(ISSUER.token("a", "officer"), "/api/officers")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsEachInternalPathToTheServicesItIsForAndTheOthersToNobody() throws Exception {
        assertProblem(send(to("/internal/probe")), 401, null);
        assertProblem(send(with(ISSUER.token("a", "officer"), "/internal/probe")), 403, null);
        assertProblem(send(with(ISSUER.token("another", "service"), "/internal/probe")), 403, null);
        assertThat(send(with(ISSUER.token("test", "service"), "/internal/probe"))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(send(with(ISSUER.token("test", "service", "admin"), "/internal/forgotten")), 403, null);
    }

    @Test
    void callsOtherServicesInItsOwnName() {
        String base = "http://127.0.0.1:" + port;

        Map<?, ?> first =
                client.to(base).get().uri("/internal/probe").retrieve().body(Map.class);
        client.to(base).get().uri("/internal/probe").retrieve().body(Map.class);

        assertThat(first.get("name")).isEqualTo("test");
        assertThat(ISSUER.tokensGiven()).isEqualTo(1);
    }

    @Test
    void answersUnknownAddressesAndMethodsWithAProblem() throws Exception {
        assertProblem(send(with(ISSUER.token("a", "officer"), "/api/nowhere")), 404, null);
        assertProblem(send(to("/api/conflict").DELETE()), 405, null);
        assertProblem(send(to("/api/number?n=1").header("Accept", "image/png")), 406, null);
    }

    @Test
    void showsMetricsToTheSameMachineOnly() throws Exception {
        for (String claimed : List.of("203.0.113.9", "10.0.0.1", "127.0.0.1, 10.0.0.1", "127.0.0.1, 203.0.113.9")) {
            assertProblem(send(to("/actuator/prometheus").header("X-Forwarded-For", claimed)), 401, null);
            assertProblem(send(to("/actuator/clock").header("X-Forwarded-For", claimed)), 401, null);
            assertProblem(send(to("/actuator/keys").header("X-Forwarded-For", claimed)), 401, null);
        }
        // No endpoint here: let in, and not found.
        assertProblem(send(to("/actuator/prometheus")), 404, null);
    }

    @Test
    void showsMetricsElsewhereToWhoMayReadThem() throws Exception {
        for (String path : List.of("/actuator/prometheus", "/actuator/keys")) {
            assertProblem(
                    send(with(ISSUER.token("a", "admin", "officer"), path).header("X-Forwarded-For", "203.0.113.9")),
                    403,
                    null);
        }
        assertProblem(
                send(with(ISSUER.token("p", "metrics"), "/actuator/keys").header("X-Forwarded-For", "203.0.113.9")),
                403,
                null);
        assertProblem(
                send(with(ISSUER.token("p", "metrics"), "/actuator/prometheus")
                        .header("X-Forwarded-For", "203.0.113.9")),
                404,
                null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        POST   | /api/open                   | application/json | 200 | no-store
        GET    | /api/closed                 | application/json | 401 | no-store
        GET    | /api/broken                 | application/json | 500 | no-store
        DELETE | /api/open                   | application/json | 405 | no-store
        GET    | /internal/probe             | application/json | 401 | no-store
        GET    | /api/x;y                    | application/json | 400 | no-store
        GET    | /actuator/prometheus        | text/plain       | 404 | no-store
        POST   | /desk                       | text/html        | 401 | no-store
        GET    | /desk                       | text/html        | 302 | no-store
        GET    | /portal                     | text/html        | 200 | no-store
        GET    | /oauth2/authorization/other | text/html        | 401 | no-store
        GET    | /redress/icon.svg           | image/*          | 200 | max-age=31536000
        GET    | /webjars/bootstrap/5.3.8/css/bootstrap.min.css | text/css | 200 | max-age=31536000
        """)
    void sendsTheHeadersThatProtectAReader(String method, String path, String accept, int status, String cache)
            throws Exception {
        HttpResponse<String> answer = send(json(path)
                .header("Accept", accept)
                .header("X-Forwarded-Proto", "https")
                .method(method, BodyPublishers.ofString(method.equals("POST") ? "{}" : "")));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo("default-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; "
                        + "img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self' "
                        + ISSUER.address() + "; frame-ancestors 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Permissions-Policy")).startsWith("camera=()");
        assertThat(header(answer, "Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(header(answer, "Cache-Control")).contains(cache);
        if (path.startsWith("/api")) {
            assertThat(answer.headers().map()).doesNotContainKey("Set-Cookie");
        }
    }

    @Test
    void promisesNoTlsWhereThereIsNone() throws Exception {
        assertThat(header(send(to("/portal")), "Strict-Transport-Security")).isEmpty();
    }

    @Test
    void sendsTheHeadersWithWhatIsTooLargeToo() throws Exception {
        assertThat(header(post("{\"text\":\"" + "x".repeat(2_000) + "\"}"), "X-Content-Type-Options"))
                .isEqualTo("nosniff");
    }

    @Test
    void letsAVisitorWaitWhoAsksTooOftenAndDoesNothingForThem() throws Exception {
        for (int call = 1; call <= 2; call++) {
            assertThat(limited("203.0.113.7", "zh").body()).isEqualTo(Integer.toString(call));
        }
        HttpResponse<String> chinese = limited("203.0.113.7", "zh");
        HttpResponse<String> english = limited("203.0.113.7", "en");

        assertProblem(chinese, 429, null);
        assertThat(Integer.parseInt(header(chinese, "Retry-After"))).isBetween(1_700, 1_801);
        assertThat(chinese.body()).contains("请求过于频繁");
        assertThat(english.body()).contains("too many requests");
        // Another visitor is not held up, and the refused ones did not count.
        assertThat(limited("203.0.113.8", "zh").body()).isEqualTo("3");
    }

    @Test
    void countsWhoBringsWrongTokensAsAVisitor() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int call = 1; call <= 3; call++) {
            statuses.add(send(with("guessed-" + call, "/api/limited").header("X-Forwarded-For", "203.0.113.9"))
                    .statusCode());
        }

        assertThat(statuses).containsExactly(401, 401, 429);
    }

    private HttpResponse<String> limited(String address, String language) throws Exception {
        return send(to("/api/limited")
                .header("X-Forwarded-For", address)
                .header("Accept-Language", language)
                .POST(BodyPublishers.noBody()));
    }

    @Test
    void takesNoMoreBodiesAtOnceThanItHoldsInMemory() throws Exception {
        List<Socket> unfinished = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                unfinished.add(unfinished());
            }
            await().untilAsserted(() -> {
                HttpResponse<String> answer = post("{\"text\":\"a\",\"day\":null" + " ".repeat(600) + "}");
                assertProblem(answer, 503, null);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            });
        } finally {
            for (Socket socket : unfinished) {
                socket.close();
            }
        }
        await().untilAsserted(() -> assertThat(
                        post("{\"text\":\"a\"}" + " ".repeat(600)).statusCode())
                .isEqualTo(200));
    }

    /** Nine tenths of a body, whose end does not come. */
    private Socket unfinished() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        String head =
                "POST /api/open HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
        socket.getOutputStream().write((head + "{" + " ".repeat(900)).getBytes(UTF_8));
        return socket;
    }

    private static String header(HttpResponse<String> answer, String name) {
        assertThat(answer.headers().allValues(name)).hasSizeLessThanOrEqualTo(1);
        return answer.headers().firstValue(name).orElse("");
    }

    private void assertProblem(HttpResponse<String> answer, int status, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).startsWith("urn:redress:problem:");
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank().doesNotStartWith("detail.");
        if (field != null) {
            assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
            assertThat(problem.path("errors").path(0).path("problem").asString())
                    .isNotBlank()
                    .doesNotStartWith("field.");
        }
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(json("/api/open").POST(BodyPublishers.ofString(body, UTF_8)));
    }

    private HttpRequest.Builder json(String path) {
        return to(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder with(String token, String path) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
    }
}
