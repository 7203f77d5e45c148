package org.redress.analytics.turnaround.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.analytics.AnalyticsStack;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.organisation.OrganisationActivated.Post;
import org.redress.contracts.organisation.OrganisationActivated.TopicNode;
import org.redress.contracts.organisation.OrganisationActivated.Unit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TurnaroundTest extends AnalyticsStack {

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
    private static final double DAY = 86_400;

    @Autowired
    private MockMvc mvc;

    /** Ten cases that stood 1 to 10 days at PLANT, then a day in handling at SHOP; one secret, one that is not over. */
    @BeforeEach
    void cases() throws Exception {
        send(organisation());
        for (int days = 1; days <= 10; days++) {
            String id = registered("PLANT", "appeal");
            send(step(id, 2, "SHOP", "accepted", days, false));
            send(closed(id, days + 1));
        }
        String secret = registered("PLANT", "appeal");
        send(step(secret, 2, "SHOP", "accepted", 100, true));
        String report = registered("PLANT", "report");
        send(step(report, 2, "PLANT", "accepted", 100, false));
        registered("PLANT", "appeal");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(mongo.getCollection("directory").countDocuments()).isEqualTo(1);
            assertThat(row(ask("supervisor", "chief", "groupBy=stage"), 0)
                            .get("count")
                            .asInt())
                    .isEqualTo(10);
            assertThat(row(ask("supervisor", "chief", "groupBy=stage"), 1)
                            .get("count")
                            .asInt())
                    .isEqualTo(10);
        });
    }

    @Test
    void tellsHowLongCasesStoodInEachStage() throws Exception {
        JsonNode rows = rows(ask("supervisor", "chief", "groupBy=unit"));

        assertThat(rows.size()).isEqualTo(2);
        JsonNode registered = rows.get(0);
        assertThat(registered.get("key").asString()).isEqualTo("PLANT");
        assertThat(registered.get("stage").asString()).isEqualTo("registered");
        assertThat(registered.get("count").asInt()).isEqualTo(10);
        assertThat(registered.get("median").asDouble() / DAY).isBetween(4.85, 5.15);
        assertThat(registered.get("p80").asDouble() / DAY).isBetween(7.76, 8.24);
        assertThat(registered.get("p95").asDouble() / DAY).isBetween(9.7, 10.3);
        JsonNode accepted = rows.get(1);
        assertThat(accepted.get("key").asString()).isEqualTo("SHOP");
        assertThat(accepted.get("name").asString()).isEqualTo("Shop");
        assertThat(accepted.get("stage").asString()).isEqualTo("accepted");
        assertThat(accepted.get("p95").asDouble() / DAY).isBetween(0.97, 1.03);
    }

    @Test
    void narrowsByTheDayAStayEndedByUnitAndTopic() throws Exception {
        String firstThree = "groupBy=unit&unit=PLANT&from=2026-03-02&to=2026-03-04";
        assertThat(row(ask("auditor", "eye", firstThree), 0).get("count").asInt())
                .isEqualTo(3);
        assertThat(rows(ask("auditor", "eye", "groupBy=topic&topic=labour")).size())
                .isEqualTo(2);
        assertThat(rows(ask("auditor", "eye", "groupBy=topic&topic=housing")).size())
                .isZero();
        assertThat(row(ask("auditor", "eye", "groupBy=stage"), 0).has("key")).isFalse();
    }

    @Test
    void countsForAnOfficerOnlyTheCasesHeOrSheMayOpen() throws Exception {
        // The cases are read by the line of SHOP now, and were given to its post; the time at PLANT goes with them.
        assertThat(rows(ask("officer", "boss", "groupBy=unit")).size()).isEqualTo(2);
        assertThat(rows(ask("officer", "shop", "groupBy=unit")).size()).isEqualTo(2);
        assertThat(rows(ask("officer", "pay", "groupBy=unit")).size()).isEqualTo(2);
        assertThat(rows(ask("officer", "nobody", "groupBy=unit")).size()).isZero();
    }

    @Test
    void drawsTheMapOfWhatAReaderMayOpen() throws Exception {
        String span = "?from=2026-03-01&to=2026-03-31";
        for (String reader : List.of("boss", "shop", "pay")) {
            JsonNode map = map("officer", reader, span);
            JsonNode first = map.path("stages").get(0);
            assertThat(first.path("stage").asString()).isEqualTo("registered");
            assertThat(first.path("stays").asInt()).as(reader).isEqualTo(10);
            assertThat(first.path("median").asDouble() / DAY).isBetween(4.85, 5.15);
            assertThat(first.path("p90").asDouble() / DAY).isBetween(8.7, 9.3);
            assertThat(map.path("moves").get(1).path("to").asString()).isEqualTo("accepted");
            assertThat(map.path("handOvers").get(0).path("count").asInt()).isEqualTo(10);
        }
        // One of PLANT stands there still, which the line of SHOP may not open.
        assertThat(map("officer", "boss", span)
                        .path("stages")
                        .get(0)
                        .path("standing")
                        .asInt())
                .isEqualTo(1);
        assertThat(map("officer", "shop", span)
                        .path("stages")
                        .get(0)
                        .path("standing")
                        .asInt())
                .isZero();
        assertThat(map("officer", "nobody", span).path("stages").size()).isZero();
        assertThat(map("officer", "boss", "?from=2026-03-02&to=2026-03-04&unit=SHOP")
                        .path("moves")
                        .size())
                .isEqualTo(1);
        for (String wrong : List.of("by=stage", "unit=nothing", "topic=nothing", "person=li")) {
            MockHttpServletResponse answer =
                    perform(get("/api/process?" + wrong).header("Accept-Language", "en"), "supervisor", "chief");
            assertThat(answer.getStatus()).as(wrong).isEqualTo(400);
            assertThat(answer.getContentAsString())
                    .contains("\"field\":\"" + wrong.substring(0, wrong.indexOf('=')) + "\"");
        }
        assertThat(perform(get("/api/process"), "admin", "root").getStatus()).isEqualTo(403);
    }

    private JsonNode map(String role, String person, String query) throws Exception {
        MockHttpServletResponse answer = perform(get("/api/process" + query), role, person);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.getContentAsString());
    }

    @Test
    void showsTheMapInTheWordsOfTheReader() throws Exception {
        String query = "?from=2026-03-01&to=2026-03-31&by=topic";
        String zh = html("zh-CN", "/process" + query);
        assertThat(zh)
                .contains("流程地图", "待受理审查", "单位之间转办", "劳动报酬", "data-chart=")
                .doesNotContain(">process.", "??");
        assertThat(html("en", "/process" + query)).contains("Hand-overs between units", "Median", "Pay");
        assertThat(html("en", "/process/stages.csv" + query)).contains("Topic,Stage,Stays,median_s,p90_s", "Pay,");
        assertThat(html("en", "/turnaround/stages.csv" + query))
                .contains("Topic,Stage,Stays,\"Half took at most, seconds\"", "\r\nPay,");
        assertThat(html("en", "/process?by=stage")).contains("The request is wrong");
        for (String wrong : List.of("/process?to=-999999999-01-01", "/turnaround?from=-999999999-01-01")) {
            assertThat(html("en", wrong)).as(wrong).contains("The request is wrong");
        }
    }

    private String html(String language, String address) throws Exception {
        return perform(
                        get(address).header("Accept-Language", language).accept(MediaType.TEXT_HTML, MediaType.ALL),
                        "supervisor",
                        "chief")
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void refusesWrongParametersAndReaders() throws Exception {
        for (String wrong : List.of("topic=nothing", "unit=nothing", "owner=pay", "from=March")) {
            MockHttpServletResponse answer = ask("supervisor", "chief", "groupBy=unit&" + wrong);

            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(answer.getContentType()).startsWith("application/problem+json");
            assertThat(answer.getContentAsString())
                    .contains("\"field\":\"" + wrong.substring(0, wrong.indexOf('=')) + "\"", "\"accepted\"");
        }
        assertThat(ask("supervisor", "chief", "groupBy=owner").getContentAsString())
                .contains("stage, unit, topic");
        assertThat(ask("supervisor", "chief", "groupBy=unit&from=2026-03-02&to=2026-03-01")
                        .getStatus())
                .isEqualTo(400);
        assertThat(ask("admin", "root", "groupBy=unit").getStatus()).isEqualTo(403);
        assertThat(ask("adapter", "letters", "groupBy=unit").getStatus()).isEqualTo(403);
    }

    @Test
    void showsTheStagesOfEachUnitInTheWordsOfTheReader() throws Exception {
        String zh = page("zh-CN", "");
        assertThat(zh).contains("各环节用时", "PLANT", "待受理审查", " 天</td>").doesNotContain("turnaround.", "??");
        String en = page("en", "?from=2026-03-02&to=2026-03-04&unit=PLANT&topic=");
        assertThat(en).contains("to be decided on acceptance", "<td class=\"figures\" data-name=\"Stays\">3</td>");
        assertThat(page("en", "?from=&to=&unit=&topic=housing")).contains("Nothing has left a stage here");
        assertThat(page("en", "?by=topic"))
                .contains("<td data-name=\"Topic\">Pay</td>", "<option value=\"SHOP\">Shop</option>");
        assertThat(page("zh-CN", "?by=topic")).contains("<td data-name=\"内容分类\">劳动报酬</td>", "\u3000劳动报酬");
        assertThat(page("en", "?unit=nothing")).contains("The request is wrong");
    }

    private String page(String language, String query) throws Exception {
        return perform(
                        get("/turnaround" + query)
                                .header("Accept-Language", language)
                                .accept(MediaType.TEXT_HTML),
                        "supervisor",
                        "chief")
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void isBuiltAnewByOperatorsAlone() throws Exception {
        assertThat(rebuild("supervisor", "turnaround").getStatus()).isEqualTo(403);
        assertThat(rebuild("service", "turnaround").getStatus()).isEqualTo(403);
        MockHttpServletResponse unknown = rebuild("admin", "volumes");
        assertThat(unknown.getStatus()).isEqualTo(400);
        assertThat(unknown.getContentAsString()).contains("\"field\":\"projection\"", "turnaround");

        String before = ask("supervisor", "chief", "groupBy=unit&unit=PLANT").getContentAsString();
        MockHttpServletResponse done = rebuild("admin", "turnaround");
        assertThat(done.getStatus()).isEqualTo(200);
        assertThat(JsonMapper.shared()
                        .readTree(done.getContentAsString())
                        .get("read")
                        .asInt())
                .isGreaterThan(30);
        assertThat(before).isNotEmpty();
    }

    private JsonNode rows(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.getContentAsString()).get("rows");
    }

    private JsonNode row(MockHttpServletResponse answer, int number) throws Exception {
        return rows(answer).path(number);
    }

    private MockHttpServletResponse ask(String role, String person, String query) throws Exception {
        return perform(get("/api/turnaround?" + query).header("Accept-Language", "en"), role, person);
    }

    private MockHttpServletResponse rebuild(String role, String projection) throws Exception {
        return perform(
                post("/internal/rebuild")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"projection\":\"" + projection + "\"}"),
                role,
                "who");
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, String role, String person)
            throws Exception {
        return mvc.perform(request.with(jwt().jwt(token -> token.subject(person))
                        .authorities(new SimpleGrantedAuthority("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }

    private String registered(String unit, String purpose) throws Exception {
        String id = UUID.randomUUID().toString();
        send(new CaseRegistered(
                head(id, 1, 0),
                unit,
                purpose.equals("report"),
                "web",
                purpose,
                purpose.equals("report") ? null : "wages",
                unit,
                "p-" + unit,
                1,
                null,
                1,
                START,
                START,
                List.of(),
                List.of()));
        return id;
    }

    private static CaseStepTaken step(String id, long sequence, String unit, String state, int days, boolean secret) {
        return new CaseStepTaken(
                head(id, sequence, days),
                unit,
                secret,
                "accept",
                state,
                "p-" + unit,
                null,
                "wages",
                unit,
                "p-" + unit + "-wages",
                List.of(),
                false,
                false,
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static CaseClosed closed(String id, int days) {
        return new CaseClosed(head(id, 3, days), "SHOP", false, "p-SHOP-wages", List.of());
    }

    private static Head head(String id, long sequence, int days) {
        return new Head(UUID.randomUUID().toString(), id, id, sequence, 1, START.plus(Duration.ofDays(days)));
    }

    private static OrganisationActivated organisation() {
        String id = UUID.randomUUID().toString();
        return new OrganisationActivated(
                new Head(UUID.randomUUID().toString(), id, null, 1, 1, START),
                1,
                "永兴集团",
                "Asia/Shanghai",
                List.of(unit("HQ", null), unit("PLANT", "HQ"), unit("SHOP", "PLANT")),
                List.of(
                        holder("head-HQ", "boss", "HQ"),
                        holder("office-SHOP", "shop", "SHOP"),
                        holder("p-SHOP-wages", "pay", "SHOP")),
                List.of(
                        new TopicNode("labour", "劳动用工", "Labour", null),
                        new TopicNode("wages", "劳动报酬", "Pay", "labour"),
                        new TopicNode("housing", null, null, null)),
                null,
                null);
    }

    private static Unit unit(String code, String parent) {
        return new Unit(code, code, code.equals("SHOP") ? "Shop" : null, parent, "head-" + code, "office-" + code);
    }

    private static Post holder(String id, String officer, String unit) {
        return new Post(id, "岗位", null, unit, officer, officer, officer + "@example.org", "zh", null);
    }
}
