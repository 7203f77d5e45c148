package org.redress.analytics.trends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.analytics.AnalyticsStack;
import org.redress.analytics.figures.Lives;
import org.redress.contracts.Event;
import org.redress.contracts.Head;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.organisation.OrganisationActivated.Post;
import org.redress.contracts.organisation.OrganisationActivated.TopicNode;
import org.redress.contracts.organisation.OrganisationActivated.Unit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrendsTest extends AnalyticsStack {

    private static final int WEEKS = 12;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    private MockMvc mvc;

    private final List<Lives> lives = new ArrayList<>();

    /** In each of twelve weeks two at SHOP and one at PLANT, in the last nine at SHOP; a secret one and a report. */
    @BeforeEach
    void cases() throws Exception {
        send(organisation());
        LocalDate monday = monday();
        for (int week = 1; week <= WEEKS; week++) {
            String at = monday.minusWeeks(week).plusDays(1) + "T09:00";
            for (int number = week == 1 ? 9 : 2; number > 0; number--) {
                lives.add(Lives.registered("SHOP", at, null));
            }
            lives.add(Lives.registered("PLANT", at, null));
        }
        String last = monday.minusDays(6) + "T09:00";
        for (String purpose : List.of("appeal", "report")) {
            String id = UUID.randomUUID().toString();
            lives.add(Lives.registered(id, "PLANT", last, last, null, purpose, purpose.equals("appeal")));
        }
        for (Lives life : lives) {
            for (Event event : life.events()) {
                send(event);
            }
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(mongo.getCollection("directory").countDocuments()).isEqualTo(1);
            assertThat(lastWeek(json(ask("supervisor", "chief", "step=week")))
                            .path("count")
                            .asInt())
                    .isEqualTo(10);
            assertThat(json(why("chief", "")).path("cases").size()).isEqualTo(10);
        });
    }

    @Test
    void tellsWhatCameAndWhatWasToBeExpected() throws Exception {
        JsonNode answer = json(ask("supervisor", "chief", "step=week"));
        JsonNode week = lastWeek(answer);

        assertThat(answer.path("method").asString()).isEqualTo("negative-binomial-smoothing");
        assertThat(week.path("expected").asDouble()).isBetween(2.5, 3.5);
        assertThat(week.path("verdict").asString()).isEqualTo("above");
        JsonNode next = answer.path("points").get(answer.path("points").size() - 1);
        assertThat(next.has("count")).isFalse();
        assertThat(next.path("low95").asInt())
                .isLessThanOrEqualTo(next.path("low80").asInt());
        // Eleven days of a month are no six months.
        assertThat(json(ask("supervisor", "chief", "step=month"))
                        .path("points")
                        .get(0)
                        .has("expected"))
                .isFalse();
    }

    @Test
    void countsForAReaderOnlyTheCasesHeOrSheMayOpenAndListsAsMany() throws Exception {
        for (String reader : List.of("boss 10 ", "shop 9 ", "boss 9 &unit=SHOP", "boss 10 &unit=PLANT&topic=wages")) {
            String[] parts = reader.split(" ", 3);
            int count = Integer.parseInt(parts[1]);
            assertThat(lastWeek(json(ask("officer", parts[0], "step=week" + parts[2])))
                            .path("count")
                            .asInt())
                    .as(reader)
                    .isEqualTo(count);
            JsonNode cases = json(why(parts[0], parts[2])).path("cases");
            assertThat(cases.size()).as(reader).isEqualTo(count);
            for (JsonNode each : cases) {
                assertThat(lives.subList(lives.size() - 2, lives.size()))
                        .as("kept from somebody")
                        .noneMatch(
                                life -> life.id().equals(each.path("petitionId").asString()));
            }
        }
        assertThat(json(ask("officer", "nobody", "step=week")).path("points").size())
                .isZero();
    }

    @Test
    void refusesWrongParametersAndReaders() throws Exception {
        for (String wrong : List.of(
                "step=year", "from=March", "from=%2B10000-01-01", "unit=nothing", "topic=nothing", "person=li")) {
            MockHttpServletResponse answer =
                    ask("supervisor", "chief", (wrong.startsWith("step") ? "" : "step=day&") + wrong);
            assertThat(answer.getStatus()).as(wrong).isEqualTo(400);
            assertThat(answer.getContentAsString())
                    .contains("\"field\":\"" + wrong.substring(0, wrong.indexOf('=')) + "\"", "\"accepted\"");
        }
        assertThat(ask("supervisor", "chief", "step=day&from=2026-03-02&to=2026-03-01")
                        .getContentAsString())
                .contains("\"field\":\"to\"");
        assertThat(ask("admin", "root", "step=day").getStatus()).isEqualTo(403);
        assertThat(ask("adapter", "letters", "step=day").getStatus()).isEqualTo(403);
    }

    @Test
    void showsTheSameAsChartTableAndFile() throws Exception {
        String zh = page("zh-CN", "/trends?unit=SHOP");
        assertThat(zh).contains("多于预期", "80% 区间", "data-chart=", "动态负二项平滑").doesNotContain(">trends.", "??");
        String en = page("en", "/trends/cases?step=week&at=" + today.minusWeeks(1) + "&unit=PLANT");
        assertThat(en)
                .contains(
                        "10 came",
                        "Worked weekend",
                        "/cases/" + lives.getFirst().id())
                .doesNotContain(">trends.", ">cases.", "??");
        assertThat(page("en", "/trends/trends.csv?step=week").lines())
                .anyMatch(line -> line.startsWith(today.minusWeeks(1)
                                .minusDays(today.getDayOfWeek().getValue() - 1L)
                                .toString())
                        && line.contains(",10,")
                        && line.endsWith("more than was to be expected"));
        assertThat(page("en", "/trends/cases.csv?step=week&at=" + today.minusWeeks(1))
                        .lines())
                .hasSize(11);
        assertThat(page("en", "/trends?step=month")).contains("6 are needed");
        assertThat(page("en", "/trends?step=year"))
                .contains("The request is wrong", "Step", "one of: day, week, month");
        assertThat(page("zh-CN", "/trends?from=2026-13-01")).contains("起始日期", "2026-03-01");
        assertThat(page("zh-CN", "/process?by=owner")).contains("统计口径", "unit");
        assertThat(page("en", "/turnaround?topic=nothing")).contains("Topic", "the code of a topic");
        assertThat(page("en", "/trends/trends.xlsx?step=week")).startsWith("PK");
        assertThat(page("en", "/trends")).contains("/trends/trends.xlsx?step=week");
        for (String wrong : List.of(
                "/trends/cases?step=day&at=%2B999999999-12-31",
                "/trends/cases.csv?step=day&at=%2B999999999-12-31", "/trends?from=%2B10000-01-01")) {
            assertThat(status(wrong)).as(wrong).isEqualTo(400);
        }
        assertThat(page("en", "/trends"))
                .contains("only 77 and 89 %")
                .doesNotContain("Council&#39;&#39;s", "Council''s");
        assertThat(page("zh-CN", "/trends")).contains("按月只有 77% 和 89%");
    }

    /** The first week is known from its Tuesday on. */
    @Test
    void tellsWhatIsKnownOfTheFirstStepSoThatSumsAreWhole() throws Exception {
        String at = "step=week&at=" + monday().minusWeeks(WEEKS);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(sum(json(ask("supervisor", "chief", "step=week")).path("points")))
                    .isEqualTo(3 * WEEKS + 7);
            assertThat(json(perform("/api/trends/why?" + at, "supervisor", "chief"))
                            .path("cases")
                            .size())
                    .isEqualTo(3);
        });

        JsonNode points = json(ask("supervisor", "chief", "step=week")).path("points");
        JsonNode first = points.get(0);
        assertThat(LocalDate.parse(first.path("from").asString())).isEqualTo(monday().minusWeeks(WEEKS));
        assertThat(first.path("partial").asBoolean()).isTrue();
        assertThat(first.path("count").asInt()).isEqualTo(3);
        assertThat(first.has("expected")).isFalse();
        assertThat(points.get(1).path("partial").asBoolean()).isFalse();
        JsonNode why = json(perform("/api/trends/why?" + at, "supervisor", "chief"));
        assertThat(why.path("point").path("count").asInt()).isEqualTo(3);
        assertThat(why.has("basis")).isFalse();
        assertThat(page("en", "/trends")).contains("known in part only");
        assertThat(page("zh-CN", "/trends/cases?" + at)).contains("数据自 ").doesNotContain("??");
        assertThat(page("en", "/trends/trends.csv?step=week").lines())
                .anyMatch(line -> line.contains(",3,") && line.endsWith("known in part only"));
    }

    @Test
    void knowsNothingOfTheTimeBeforeTheFirstRegistrationButByAnImportedHistory() throws Exception {
        LocalDate began = monday().minusWeeks(WEEKS).plusDays(1);
        registeredLastWeek(began.minusWeeks(8));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode answer = json(ask("supervisor", "chief", "step=week"));
            assertThat(sum(answer.path("points"))).isEqualTo(3 * WEEKS + 8);
            assertThat(answer.path("knownSince").asString()).isEqualTo(began.toString());
            assertThat(answer.path("points").get(0).path("count").asInt()).isEqualTo(1);
            assertThat(answer.path("points").get(1).has("count")).isFalse();
        });

        for (int week = 1; week < 8; week++) {
            registeredLastWeek(began.minusWeeks(week));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(json(ask("supervisor", "chief", "step=week"))
                                .path("knownSince")
                                .asString())
                        .isEqualTo(began.minusWeeks(8).toString()));
    }

    private void registeredLastWeek(LocalDate received) throws Exception {
        String id = UUID.randomUUID().toString();
        String at = monday().minusDays(6) + "T09:00";
        for (Event event : Lives.registered(id, "PLANT", received + "T09:00", at, null, "appeal", false)
                .events()) {
            send(event);
        }
    }

    private LocalDate monday() {
        return today.minusDays(today.getDayOfWeek().getValue() - 1L);
    }

    private static int sum(JsonNode points) {
        int sum = 0;
        for (JsonNode point : points) {
            sum += point.path("count").asInt(0);
        }
        return sum;
    }

    /** Forty-three notices run, most of which are late; the last are due this week and the next. */
    @Test
    void tellsAsManyLimitsAsItsListsHold() throws Exception {
        for (String reader : List.of("boss 43 ", "shop 31 ", "boss 31 unit=SHOP", "nobody 0 ")) {
            String[] parts = reader.split(" ", 3);
            JsonNode outlook = json(perform("/api/outlook?" + parts[2], "officer", parts[0]));
            int sum = outlook.path("late").asInt();
            assertThat(limits(parts, "late")).as(reader).isEqualTo(sum);
            for (JsonNode week : outlook.path("weeks")) {
                int due = week.path("due").asInt();
                LocalDate to = LocalDate.parse(week.path("to").asString());
                assertThat(limits(parts, to.minusDays(6).toString()))
                        .as(reader + to)
                        .isEqualTo(due);
                sum += due;
                if (due > 0) {
                    // None was ever met, so that all but certainly all will be missed.
                    assertThat(week.path("high80").asInt()).isEqualTo(due);
                }
            }
            assertThat(sum).as(reader).isEqualTo(Integer.parseInt(parts[1]));
        }
        assertThat(perform("/api/outlook/why?week=2020-01-06", "officer", "boss")
                        .getContentAsString())
                .contains("\"field\":\"week\"", "late, ");
        assertThat(perform("/api/outlook?unit=nothing", "officer", "boss").getContentAsString())
                .contains("\"field\":\"unit\"", "\"accepted\"");
        assertThat(perform("/api/outlook", "admin", "root").getStatus()).isEqualTo(403);
    }

    private int limits(String[] reader, String week) throws Exception {
        JsonNode why = json(perform("/api/outlook/why?week=" + week + "&" + reader[2], "officer", reader[0]));
        for (JsonNode each : why.path("limits")) {
            assertThat(lives.subList(lives.size() - 2, lives.size()))
                    .as("kept from somebody")
                    .noneMatch(life -> life.id().equals(each.path("petitionId").asString()));
        }
        return why.path("limits").size();
    }

    @Test
    void showsTheOutlookWithItsLimits() throws Exception {
        assertThat(page("zh-CN", "/outlook?unit=PLANT"))
                .contains("到期预测", "SHOP", "data-chart=", "180 天内届满", "贝塔")
                .doesNotContain(">outlook.", "??");
        assertThat(page("en", "/outlook/limits?week=late&at=SHOP"))
                .contains("late already", "notice of acceptance", "Last day")
                .doesNotContain(">outlook.", "??");
        assertThat(page("en", "/outlook/outlook.csv").lines()).hasSize(1 + 2 * 6);
        assertThat(page("en", "/outlook/limits.csv?week=late").lines()).hasSizeGreaterThan(20);
        assertThat(page("en", "/outlook?topic=nothing")).contains("The request is wrong");
    }

    private JsonNode lastWeek(JsonNode answer) {
        JsonNode last = JsonMapper.shared().nullNode();
        for (JsonNode point : answer.path("points")) {
            last = point.path("over").asBoolean() ? point : last;
        }
        return last;
    }

    private String page(String language, String address) throws Exception {
        return shown(language, address).getContentAsString(StandardCharsets.UTF_8);
    }

    private int status(String address) throws Exception {
        return shown("en", address).getStatus();
    }

    private MockHttpServletResponse shown(String language, String address) throws Exception {
        return mvc.perform(get(URI.create(address))
                        .header("Accept-Language", language)
                        .accept(MediaType.TEXT_HTML, MediaType.ALL)
                        .with(jwt().jwt(token -> token.subject("chief"))
                                .authorities(new SimpleGrantedAuthority("ROLE_supervisor"))))
                .andReturn()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.getContentAsString());
    }

    private MockHttpServletResponse why(String person, String query) throws Exception {
        String role = person.equals("chief") ? "supervisor" : "officer";
        return perform("/api/trends/why?step=week&at=" + today.minusWeeks(1) + query, role, person);
    }

    private MockHttpServletResponse ask(String role, String person, String query) throws Exception {
        return perform("/api/trends?" + query, role, person);
    }

    private MockHttpServletResponse perform(String address, String role, String person) throws Exception {
        return mvc.perform(get(URI.create(address))
                        .header("Accept-Language", "en")
                        .with(jwt().jwt(token -> token.subject(person))
                                .authorities(new SimpleGrantedAuthority("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }

    private static OrganisationActivated organisation() {
        String id = UUID.randomUUID().toString();
        return new OrganisationActivated(
                new Head(UUID.randomUUID().toString(), id, null, 1, 1, Instant.parse("2026-01-01T02:00:00Z")),
                1,
                "永兴集团",
                "Asia/Shanghai",
                List.of(unit("HQ", null), unit("PLANT", "HQ"), unit("SHOP", "PLANT")),
                List.of(holder("head-HQ", "boss", "HQ"), holder("office-SHOP", "shop", "SHOP")),
                List.of(new TopicNode("wages", "劳动报酬", "Pay", null)),
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
