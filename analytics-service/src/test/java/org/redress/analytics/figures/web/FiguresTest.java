package org.redress.analytics.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.analytics.AnalyticsStack;
import org.redress.analytics.figures.Lives;
import org.redress.analytics.projection.Rebuilds;
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
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FiguresTest extends AnalyticsStack {

    private static final Instant START = Instant.parse("2026-01-01T02:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Rebuilds rebuilds;

    private final List<Lives> lives = new ArrayList<>();

    /** Six of March that count, at two units; one secret and one report that never do. */
    @BeforeEach
    void cases() throws Exception {
        send(organisation());
        lives.add(Lives.registered("SHOP", "2026-03-02T09:00", "t1")
                .accepted("2026-03-03T09:00")
                .step("2026-03-04T09:00", "confirm-count", "accepted", null, 12)
                .answered("2026-03-20T09:00")
                .closed("2026-03-21T09:00"));
        lives.add(Lives.registered("SHOP", "2026-03-05T09:00", "t1").accepted("2026-03-06T09:00"));
        lives.add(Lives.registered("SHOP", "2026-03-06T09:00", null));
        lives.add(Lives.registered("PLANT", "2026-03-07T09:00", "t2").declined("2026-03-08T09:00"));
        lives.add(Lives.registered("PLANT", "2026-03-08T09:00", "t3").withdrawn("2026-03-09T09:00"));
        lives.add(Lives.registered("PLANT", "2026-03-09T09:00", "t4").accepted("2026-03-30T09:00"));
        for (String purpose : List.of("appeal", "report")) {
            String at = "2026-03-02T09:00";
            boolean secret = purpose.equals("appeal");
            lives.add(Lives.registered(UUID.randomUUID().toString(), "PLANT", at, at, "t1", purpose, secret));
        }
        for (Lives life : lives) {
            for (Event event : life.events()) {
                send(event);
            }
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(mongo.getCollection("directory").countDocuments()).isEqualTo(1);
            assertThat(kept()).hasSize(8);
            assertThat(ask("supervisor", "chief", "set=A&period=2026-03").getContentAsString())
                    .contains("\"numerator\":1,\"denominator\":6");
        });
    }

    @Test
    void tellsTheFiguresOfASetWithWhatStandsBesideThem() throws Exception {
        JsonNode answer = json(ask("supervisor", "chief", "set=A&period=2026-03"));

        assertThat(answer.path("from").asString()).isEqualTo("2026-03-01");
        JsonNode repeats = figure(answer, "repeats");
        assertThat(repeats.path("value").asDouble()).isEqualTo(16.7);
        assertThat(repeats.path("keepsTarget").asBoolean()).isTrue();
        assertThat(repeats.path("beside").path("withdrawn").asInt()).isEqualTo(1);
        assertThat(repeats.path("beside").path("declined").asInt()).isEqualTo(1);
        assertThat(repeats.path("definition").path("numerator").asString()).startsWith("repeat (");
        // Judged in March are those whose fifteen days ended in it, without the repeat: all but the last step in time.
        JsonNode office = figure(answer, "office-acceptance");
        assertThat(office.path("numerator").asInt()).isEqualTo(2);
        assertThat(office.path("denominator").asInt()).isEqualTo(5);
        JsonNode days = figure(json(ask("auditor", "eye", "set=B&period=2026-Q1")), "days-to-answer");
        assertThat(days.path("value").asDouble()).isEqualTo(18.0);
        assertThat(days.path("measure").asString()).isEqualTo("days-to-answer");
    }

    @Test
    void countsForAReaderOnlyTheCasesHeOrSheMayOpen() throws Exception {
        assertThat(figure(json(ask("officer", "boss", "set=A&period=2026-03")), "repeats")
                        .path("denominator")
                        .asInt())
                .isEqualTo(6);
        assertThat(figure(json(ask("officer", "shop", "set=A&period=2026-03")), "repeats")
                        .path("denominator")
                        .asInt())
                .isEqualTo(3);
        assertThat(figure(json(ask("officer", "boss", "set=A&period=2026-03&unit=SHOP")), "repeats")
                        .path("denominator")
                        .asInt())
                .isEqualTo(3);
        // With a unit come those below it.
        assertThat(figure(json(ask("officer", "boss", "set=A&period=2026-03&unit=PLANT")), "repeats")
                        .path("denominator")
                        .asInt())
                .isEqualTo(6);
        JsonNode nothing = figure(json(ask("officer", "nobody", "set=A&period=2026-03")), "repeats");
        assertThat(nothing.path("denominator").asInt()).isZero();
        assertThat(nothing.has("value")).isFalse();
    }

    @Test
    void tellsTheCasesWhoseSumAFigureIs() throws Exception {
        for (String reader : List.of("boss", "shop", "nobody")) {
            for (String path : List.of("repeats?set=A", "office-acceptance?set=A", "days-to-answer?set=B")) {
                JsonNode why = json(why(reader, path + "&period=2026-03"));
                JsonNode figure = why.path("figure");
                long sum = 0;
                for (JsonNode each : why.path("cases")) {
                    sum += each.path("amount").asLong();
                    assertThat(lives.subList(0, 6))
                            .anyMatch(life ->
                                    life.id().equals(each.path("petitionId").asString()));
                }
                assertThat(why.path("cases").size())
                        .isEqualTo(figure.path("denominator").asInt());
                assertThat(sum)
                        .as(reader + " " + path)
                        .isEqualTo(figure.path("numerator").asLong());
            }
        }
    }

    @Test
    void showsThatSomebodyChangedWhatAFigureIsComputedOverUntilItIsBuiltAnew() throws Exception {
        String late = lives.get(5).id();
        String query = "office-acceptance?set=A&period=2026-03";
        collections("figures_facts")
                .forEach(facts ->
                        facts.updateOne(Filters.eq("_id", late), Updates.set("facts.firstStepOn", "2026-03-10")));

        JsonNode planted = json(why("boss", query));
        assertThat(planted.path("figure").path("numerator").asInt()).isEqualTo(3);
        assertThat(planted.path("figure").path("altered").asInt()).isEqualTo(1);
        // It stays so where the case goes on: what was planted is not forgotten by the next event.
        send(lives.get(5).closed("2026-04-02T09:00").events().getLast());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(kept().get(late).getString("state")).isEqualTo("closed"));
        for (JsonNode each : json(why("boss", query)).path("cases")) {
            assertThat(each.path("altered").asBoolean())
                    .isEqualTo(each.path("petitionId").asString().equals(late));
        }

        rebuilds.rebuild("figures");

        // The topic holds the cases of other tests too, which are built anew with it.
        JsonNode mended = json(why("boss", query));
        assertThat(mended.path("figure").has("altered")).isFalse();
        for (JsonNode each : mended.path("cases")) {
            if (each.path("petitionId").asString().equals(late)) {
                assertThat(each.path("amount").asInt()).isZero();
            }
        }
    }

    @Test
    void isTheSameWhenItIsBuiltAnew() {
        Map<String, Document> live = kept();
        assertThat(live.get(lives.getFirst().id()).getInteger("headCount")).isEqualTo(12);

        rebuilds.rebuild("figures");

        assertThat(kept()).containsAllEntriesOf(live);
    }

    @Test
    void refusesWrongParametersAndReaders() throws Exception {
        for (String wrong : List.of("set=C", "period=2026-13", "period=March", "unit=nothing", "topic=wages")) {
            String query = wrong.startsWith("set") ? wrong : "set=A&" + wrong;
            MockHttpServletResponse answer = ask("supervisor", "chief", query);
            assertThat(answer.getStatus()).as(wrong).isEqualTo(400);
            assertThat(answer.getContentAsString())
                    .contains("\"field\":\"" + wrong.substring(0, wrong.indexOf('=')) + "\"", "\"accepted\"");
        }
        assertThat(why("boss", "nothing?set=A").getContentAsString()).contains("\"name\"", "repeats");
        assertThat(ask("admin", "root", "set=A").getStatus()).isEqualTo(403);
        assertThat(ask("adapter", "letters", "set=A").getStatus()).isEqualTo(403);
    }

    @Test
    void showsBothSetsSideBySideAndTheCasesOfEachFigure() throws Exception {
        String zh = page("zh-CN", "/figures?period=2026-03&unit=&set=B");
        assertThat(zh)
                .contains("口径乙 · 已办质量", "口径甲 · 应办尽办", "1 / 6 件", "未达标 ≥ 95 %", "撤回 1", "来信")
                .doesNotContain("figures.table", "condition.", "??");
        assertThat(zh.indexOf("口径乙 ·")).isLessThan(zh.lastIndexOf("<h2>口径甲"));
        String en = page("en", "/figures/office-acceptance?set=A&period=2026-03&unit=PLANT");
        assertThat(en)
                .contains("2 of 5 cases", "first step of an office within 15 days after registration", "does not count")
                .contains("/cases/" + lives.get(5).id())
                .doesNotContain(
                        "figures.",
                        "condition.",
                        "??",
                        lives.get(6).id(),
                        lives.get(7).id());
        assertThat(page("en", "/figures?period=2020")).contains("No case here", "—");
        assertThat(page("en", "/figures?period=nothing")).contains("The request is wrong");
    }

    @Test
    void putsOnOnePageWhatCameAndWhereItStands() throws Exception {
        assertThat(page("zh-CN", "/overview?period=2026-03&set=B"))
                .contains("口径乙 · 已办质量", "<b>6</b>", "2026-02 为 0 件", "全部热点与长期问题", "劳动报酬")
                .containsPattern("shade-4\">6</td>\\s*<td class=\"number figures\">6</td>")
                .doesNotContain("overview.", "??");
        // The branches of a unit, and the unit itself for what is its own.
        assertThat(page("en", "/overview?period=2026-03&unit=PLANT"))
                .contains("shade-4\">3</td>", "unit=SHOP", "unit=PLANT")
                .containsPattern("3</td>\\s*<td class=\"number figures shade-4\">3</td>");
        assertThat(page("en", "/overview?unit=MOON")).contains("The request is wrong");
    }

    @Test
    void givesTablesAlongWhoseListsSumUpToTheFigure() throws Exception {
        String cases = page("en", "/figures/office-acceptance/cases.csv?set=A&period=2026-03");
        List<String> lines = cases.lines().toList();
        assertThat(lines.getFirst()).startsWith("\uFEFFpetition_id,amount,");
        assertThat(lines.stream()
                        .skip(1)
                        .mapToInt(line -> Integer.parseInt(line.split(",")[1]))
                        .sum())
                .isEqualTo(2);
        assertThat(lines).hasSize(6);
        assertThat(page("en", "/figures/cross.csv?period=2026-03").lines())
                .last()
                .asString()
                .isEqualTo("letter,appeal,Pay,6,27,0,0,0,0");
        assertThat(page("en", "/figures/figures.csv?set=A&period=2026-03"))
                .contains("\r\nRepeats,16.7,%,1,6,≤ 20 %,kept,,0,1,0,1,0,0,6,");
    }

    @Test
    void keepsAStatementAsItWasAndTellsItApartCaseByCaseFromTheOneOfNow() throws Exception {
        String days = "from=2026-03-01&to=2026-03-31&unit=";
        String before = page("zh-CN", "/statement?" + days);
        assertThat(before)
                .contains("登记来件", "初信初访", "重信重访", "kind=came", "kind=ended&amp;value=withdrawn", "劳动报酬")
                .doesNotContain(">statement.", "??");
        assertThat(page("en", "/statement/cases?kind=came&" + days)).contains(links(0, 1, 2, 3, 4, 5));
        assertThat(page("en", "/statement/cases.csv?kind=repeat&" + days).lines())
                .hasSize(2);
        assertThat(page("en", "/statement?from=2026-03-31&to=2026-03-01")).contains("The request is wrong");
        for (String wrong : List.of("kind=nothing", "kind=channel", "kind=ended&value=")) {
            assertThat(page("en", "/statement/cases?" + wrong)).as(wrong).contains("The request is wrong");
        }

        String kept = mvc.perform(post("/statements?" + days).with(csrf()).with(supervisor()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        Lives another = Lives.registered("SHOP", "2026-03-12T09:00", "t9");
        send(another.events().getFirst());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(page("en", "/statement?" + days)).contains("value=letter", ">7</a>"));

        assertThat(page("en", kept)).contains(">6</a>", ">+1</a>").doesNotContain("−1", ">statement.", "??");
        assertThat(page("en", kept + "/cases?kind=came&which=more"))
                .contains("1 more", "/cases/" + another.id())
                .doesNotContain(links(0));
        assertThat(page("en", kept + "/cases?kind=came"))
                .contains(links(0, 1, 2, 3, 4, 5))
                .doesNotContain(another.id());
        assertThat(page("en", kept + "/cases?kind=came&which=some")).contains("The request is wrong");
        // Nobody else finds it.
        assertThat(perform(kept, "supervisor", "boss").getStatus()).isEqualTo(404);
        assertThat(perform(kept + "/cases?kind=came", "auditor", "eye").getStatus())
                .isEqualTo(404);
        // Beside itself it does not differ.
        assertThat(page("en", kept + "?with=" + kept.substring(kept.lastIndexOf('/') + 1)))
                .doesNotContain(">+1</a>");
    }

    private String[] links(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> "/cases/" + lives.get(number).id())
                .toArray(String[]::new);
    }

    private static RequestPostProcessor supervisor() {
        return jwt().jwt(token -> token.subject("chief")).authorities(new SimpleGrantedAuthority("ROLE_supervisor"));
    }

    /** A small program in another language comes to the same by the list alone. */
    @Test
    void isWhatAnotherProgramMakesOfItsList() throws Exception {
        assertThat(recomputed("office-acceptance", "2026-03")).isEqualTo("2/5");
        assertThat(recomputed("answered-in-time", "2026-05")).isEqualTo("1/3");
    }

    private String recomputed(String name, String period) throws Exception {
        String query = "?set=A&period=" + period;
        JsonNode figure = json(why("boss", name + query)).path("figure");
        Path list = Files.writeString(
                Files.createTempFile("cases", ".csv"), page("en", "/figures/" + name + "/cases.csv" + query));
        Process program = new ProcessBuilder(
                        "../deploy/tools/figures-recompute",
                        name,
                        list.toString(),
                        period,
                        LocalDate.now().toString(),
                        figure.path("numerator").asInt() + "/"
                                + figure.path("denominator").asInt())
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(program.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void makesTheSameReportOfTheSameFigures() throws Exception {
        for (String ending : List.of("xlsx", "docx")) {
            String address = "/figures/report." + ending + "?period=2026-03";
            byte[] report = response("zh-CN", address).getContentAsByteArray();
            assertThat(response("zh-CN", address).getContentAsByteArray())
                    .as(ending)
                    .isEqualTo(report);
            assertThat(texts(report)).contains("重复信访率", "来信", "16.7");
        }
    }

    private static String texts(byte[] archive) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            while (zip.getNextEntry() != null) {
                texts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        // Spreadsheets write other characters than those of ASCII by their numbers.
        return HtmlUtils.htmlUnescape(texts.toString());
    }

    private String page(String language, String address) throws Exception {
        return response(language, address).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse response(String language, String address) throws Exception {
        return mvc.perform(get(address)
                        .header("Accept-Language", language)
                        .accept(MediaType.TEXT_HTML, MediaType.ALL)
                        .with(supervisor()))
                .andReturn()
                .getResponse();
    }

    /** What is kept of this test's cases, by their petitions. */
    private Map<String, Document> kept() {
        Map<String, Document> kept = new TreeMap<>();
        List<String> ids = lives.stream().map(Lives::id).toList();
        collections("figures_facts")
                .forEach(collection -> collection
                        .find(Filters.in("_id", ids))
                        .forEach(document ->
                                kept.put(document.getString("_id"), document.get("facts", Document.class))));
        return kept;
    }

    private static JsonNode figure(JsonNode answer, String name) {
        for (JsonNode figure : answer.path("figures")) {
            if (figure.path("name").asString().equals(name)) {
                return figure;
            }
        }
        throw new AssertionError("no " + name + " in " + answer);
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.getContentAsString());
    }

    private MockHttpServletResponse why(String person, String query) throws Exception {
        return perform("/api/figures/" + query.replace("?", "/why?"), "officer", person);
    }

    private MockHttpServletResponse ask(String role, String person, String query) throws Exception {
        return perform("/api/figures?" + query, role, person);
    }

    private MockHttpServletResponse perform(String address, String role, String person) throws Exception {
        return mvc.perform(get(address)
                        .header("Accept-Language", "en")
                        .with(jwt().jwt(token -> token.subject(person))
                                .authorities(new SimpleGrantedAuthority("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }

    private static OrganisationActivated organisation() {
        String id = UUID.randomUUID().toString();
        return new OrganisationActivated(
                new Head(UUID.randomUUID().toString(), id, null, 1, 1, START),
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
