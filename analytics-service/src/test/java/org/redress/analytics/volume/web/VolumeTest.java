package org.redress.analytics.volume.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.analytics.AnalyticsStack;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.organisation.OrganisationActivated.Post;
import org.redress.contracts.organisation.OrganisationActivated.TopicNode;
import org.redress.contracts.organisation.OrganisationActivated.Unit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VolumeTest extends AnalyticsStack {

    private static final Instant MARCH_1 = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant MARCH_2_IN_SHANGHAI = Instant.parse("2026-03-01T16:00:00Z");

    @Autowired
    private MockMvc mvc;

    @BeforeEach
    void petitions() throws Exception {
        send(organisation(UUID.randomUUID().toString()));
        send(registered("HQ", "wages", "appeal", MARCH_1));
        send(registered("PLANT", "wages", "appeal", MARCH_1));
        send(registered("SHOP", "wages", "suggestion", MARCH_2_IN_SHANGHAI));
        send(registered("SHOP", "housing", "appeal", MARCH_2_IN_SHANGHAI));
        send(registered("PLANT", null, "report", MARCH_1));
        CaseRegistered hidden = registered("PLANT", "safety", "appeal", MARCH_1);
        send(hidden);
        String id = hidden.head().aggregateId();
        send(new CaseClosed(
                new Head(UUID.randomUUID().toString(), id, id, 2, 1, MARCH_1), "PLANT", true, "p", List.of()));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(mongo.getCollection("directory").countDocuments()).isEqualTo(1);
            assertThat(mongo.getCollection("facts").countDocuments()).isEqualTo(6);
            assertThat(mongo.getCollection("facts").countDocuments(new Document("state", "CLOSED")))
                    .isEqualTo(1);
        });
    }

    @Test
    void tellsSupervisorsAllButReportsAndRestrictedCases() throws Exception {
        assertThat(volume("supervisor", "chief", "groupBy=unit"))
                .isEqualTo(
                        "{\"rows\":[{\"key\":\"SHOP\",\"name\":\"Shop\",\"count\":2},{\"key\":\"HQ\",\"name\":\"HQ\",\"count\":1},"
                                + "{\"key\":\"PLANT\",\"name\":\"PLANT\",\"count\":1}],\"total\":4}");
        assertThat(volume("auditor", "eye", "groupBy=topic"))
                .isEqualTo(
                        "{\"rows\":[{\"key\":\"wages\",\"name\":\"Pay\",\"count\":3},{\"key\":\"housing\",\"name\":\"housing\",\"count\":1}],\"total\":4}");
        assertThat(volume("auditor", "eye", "groupBy=day"))
                .isEqualTo("{\"rows\":[{\"key\":\"2026-03-01\",\"count\":2},{\"key\":\"2026-03-02\",\"count\":2}],"
                        + "\"total\":4}");
    }

    @Test
    void narrowsByDayUnitAndTopic() throws Exception {
        assertThat(volume("supervisor", "chief", "groupBy=unit&from=2026-03-02&to=2026-03-02"))
                .isEqualTo("{\"rows\":[{\"key\":\"SHOP\",\"name\":\"Shop\",\"count\":2}],\"total\":2}");
        assertThat(volume("supervisor", "chief", "groupBy=topic&unit=SHOP"))
                .isEqualTo(
                        "{\"rows\":[{\"key\":\"housing\",\"name\":\"housing\",\"count\":1},{\"key\":\"wages\",\"name\":\"Pay\",\"count\":1}],\"total\":2}");
        assertThat(volume("supervisor", "chief", "groupBy=day&topic=wages&to=2026-03-01"))
                .isEqualTo("{\"rows\":[{\"key\":\"2026-03-01\",\"count\":2}],\"total\":2}");
    }

    @Test
    void takesATopicForAllBelowItAndKnowsNoOther() throws Exception {
        assertThat(volume("supervisor", "chief", "groupBy=topic&topic=labour"))
                .isEqualTo("{\"rows\":[{\"key\":\"wages\",\"name\":\"Pay\",\"count\":3}],\"total\":3}");
        assertThat(volume("officer", "plant", "groupBy=day&topic=labour")).endsWith("\"total\":2}");
        assertThat(volume("supervisor", "chief", "groupBy=day&topic=overtime")).isEqualTo("{\"rows\":[],\"total\":0}");
        for (String wrong : List.of("topic=nothing", "unit=nothing", "units=SHOP", "topic=")) {
            MockHttpServletResponse answer = ask("supervisor", "chief", "groupBy=day&" + wrong);

            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(answer.getContentAsString())
                    .contains("\"field\":\"" + wrong.substring(0, wrong.indexOf('=')) + "\"", "\"accepted\"");
        }
    }

    @Test
    void tellsAnOfficerOnlyOfTheCasesHeOrSheMayOpen() throws Exception {
        assertThat(volume("officer", "boss", "groupBy=unit")).endsWith("\"total\":4}");
        assertThat(volume("officer", "plant", "groupBy=topic"))
                .isEqualTo(
                        "{\"rows\":[{\"key\":\"wages\",\"name\":\"Pay\",\"count\":2},{\"key\":\"housing\",\"name\":\"housing\",\"count\":1}],\"total\":3}");
        assertThat(volume("officer", "shop", "groupBy=unit"))
                .isEqualTo("{\"rows\":[{\"key\":\"SHOP\",\"name\":\"Shop\",\"count\":2}],\"total\":2}");
        assertThat(volume("officer", "pay", "groupBy=unit"))
                .isEqualTo("{\"rows\":[{\"key\":\"PLANT\",\"name\":\"PLANT\",\"count\":1}],\"total\":1}");
        assertThat(volume("officer", "nobody", "groupBy=unit")).isEqualTo("{\"rows\":[],\"total\":0}");
    }

    @Test
    void countsForWhoStandsInWhatTheHolderOfThePostMayOpen() throws Exception {
        for (String breakdown : List.of("unit", "topic", "day")) {
            assertThat(volume("officer", "vice", "groupBy=" + breakdown))
                    .isEqualTo(volume("officer", "plant", "groupBy=" + breakdown))
                    .endsWith("\"total\":3}");
            assertThat(volume("officer", "temp", "groupBy=" + breakdown))
                    .isEqualTo(volume("officer", "pay", "groupBy=" + breakdown))
                    .endsWith("\"total\":1}");
        }
    }

    @Test
    void namesUnitsAndTopicsInTheLanguageOfTheReader() throws Exception {
        assertThat(ask("supervisor", "chief", "groupBy=topic", "zh").getContentAsString(StandardCharsets.UTF_8))
                .contains("\"key\":\"wages\",\"name\":\"劳动报酬\"", "\"name\":\"housing\"");
        assertThat(volume("supervisor", "chief", "groupBy=topic"))
                .contains("\"key\":\"wages\",\"name\":\"Pay\"", "\"name\":\"housing\"");
        assertThat(volume("supervisor", "chief", "groupBy=day")).doesNotContain("name");
    }

    @Test
    void showsCodesWhereAnOrganisationWasPublishedWithoutNames() throws Exception {
        OrganisationActivated named = organisation("nameless");
        List<TopicNode> nameless = Objects.requireNonNull(named.topics()).stream()
                .map(topic -> new TopicNode(topic.code(), null, null, topic.parent()))
                .toList();
        send(new OrganisationActivated(
                named.head(), 2, named.name(), named.zone(), named.units(), named.posts(), nameless, null, null));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(volume("supervisor", "chief", "groupBy=topic"))
                        .contains("\"key\":\"wages\",\"name\":\"wages\""));
        assertThat(volume("supervisor", "chief", "groupBy=day&topic=labour")).endsWith("\"total\":3}");
    }

    @Test
    void followsAnOrganisationOfFiveThousandUnitsAndTwentyThousandPosts() throws Exception {
        OrganisationActivated small = organisation("large");
        List<Unit> units = IntStream.range(0, 5_000)
                .mapToObj(i ->
                        new Unit("unit-" + i, "车间" + i, "Shop " + i, i == 0 ? null : "unit-0", "post-" + i, "post-0"))
                .toList();
        List<Post> posts = IntStream.range(0, 20_000)
                .mapToObj(i -> post("post-" + i, "officer-" + i, "unit-" + i % 5_000, i == 0 ? null : "post-0"))
                .toList();
        send(new OrganisationActivated(
                small.head(), 2, small.name(), small.zone(), units, posts, small.topics(), null, null));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(volume("supervisor", "chief", "groupBy=day&unit=unit-4999"))
                        .endsWith("\"total\":0}"));
        assertThat(volume("officer", "officer-0", "groupBy=day")).endsWith("\"total\":0}");
    }

    @Test
    void looksAtFewOfManyVolumesForAnOfficer() throws Exception {
        List<Document> others = IntStream.range(0, 3_000)
                .mapToObj(number -> new Document("_id", "other " + number)
                        .append("dimension", "cell")
                        .append("scope", "OTHER")
                        .append("owner", "other")
                        .append("unit", "OTHER")
                        .append("topic", "wages")
                        .append("day", "2026-03-01")
                        .append("count", 1L))
                .toList();
        mongo.insert(others, "volumes");
        try {
            mongo.executeCommand(new Document("profile", 2));
            volume("officer", "plant", "groupBy=topic&from=2026-01-01");
            mongo.executeCommand(new Document("profile", 0));

            assertThat(mongo.findAll(Document.class, "system.profile").stream()
                            .filter(entry -> entry.getString("ns").endsWith(".volumes")
                                    && entry.get("command", Document.class).containsKey("aggregate"))
                            .mapToInt(entry -> entry.getInteger("docsExamined", 0))
                            .sum())
                    .isBetween(1, 100);
        } finally {
            mongo.getCollection("system.profile").drop();
            mongo.remove(new BasicQuery("{scope: 'OTHER'}"), "volumes");
        }
    }

    @Test
    void namesTheAcceptedValuesOfAWrongBreakdown() throws Exception {
        MockHttpServletResponse answer = ask("supervisor", "chief", "groupBy=person");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        JsonNode error = JsonMapper.shared()
                .readTree(answer.getContentAsByteArray())
                .get("errors")
                .get(0);
        assertThat(error.get("field").asString()).isEqualTo("groupBy");
        assertThat(error.get("accepted").asString()).contains("topic, unit, day");
    }

    @Test
    void refusesWrongParametersAndReaders() throws Exception {
        assertThat(ask("supervisor", "chief", "").getStatus()).isEqualTo(400);
        assertThat(ask("supervisor", "chief", "groupBy=day&from=March").getStatus())
                .isEqualTo(400);
        assertThat(ask("supervisor", "chief", "groupBy=day&from=2026-03-02&to=2026-03-01")
                        .getStatus())
                .isEqualTo(400);
        assertThat(ask("adapter", "letters", "groupBy=day").getStatus()).isEqualTo(403);
        assertThat(mvc.perform(get("/api/volume?groupBy=day"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }

    @Test
    void describesItself() throws Exception {
        String docs = mvc.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString();

        assertThat(docs).contains("/api/volume", "How many petitions there are").doesNotContain("*/*");
    }

    private String volume(String role, String person, String query) throws Exception {
        return ask(role, person, query).getContentAsString();
    }

    private MockHttpServletResponse ask(String role, String person, String query) throws Exception {
        return ask(role, person, query, "en");
    }

    private MockHttpServletResponse ask(String role, String person, String query, String language) throws Exception {
        return mvc.perform(get("/api/volume?" + query)
                        .header("Accept-Language", language)
                        .with(jwt().jwt(token -> token.subject(person))
                                .authorities(new SimpleGrantedAuthority("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }

    private static CaseRegistered registered(String unit, String topic, String purpose, Instant receivedAt) {
        String id = UUID.randomUUID().toString();
        return new CaseRegistered(
                new Head(UUID.randomUUID().toString(), id, id, 1, 1, receivedAt),
                unit,
                purpose.equals("report"),
                "web",
                purpose,
                topic,
                unit,
                "p-" + unit + "-" + topic,
                1,
                null,
                1,
                receivedAt,
                receivedAt,
                List.of(),
                List.of());
    }

    private static OrganisationActivated organisation(String id) {
        return new OrganisationActivated(
                new Head(UUID.randomUUID().toString(), id, null, 1, 1, MARCH_1),
                1,
                "永兴集团",
                "Asia/Shanghai",
                List.of(unit("HQ", null), unit("PLANT", "HQ"), unit("SHOP", "PLANT")),
                List.of(
                        post("head-HQ", "boss", "HQ"),
                        post("head-PLANT", "plant", "PLANT", "vice-PLANT"),
                        post("vice-PLANT", "vice", "PLANT"),
                        post("temp-PLANT", "temp", "PLANT"),
                        post("office-SHOP", "shop", "SHOP"),
                        post("p-PLANT-wages", "pay", "PLANT", "temp-PLANT"),
                        post("p-SHOP-housing", "shop", "SHOP")),
                List.of(
                        new TopicNode("labour", "劳动用工", "Labour", null),
                        new TopicNode("wages", "劳动报酬", "Pay", "labour"),
                        new TopicNode("overtime", "加班工资", "Overtime", "wages"),
                        new TopicNode("housing", null, null, null)),
                null,
                null);
    }

    private static Unit unit(String code, String parent) {
        return new Unit(code, code, code.equals("SHOP") ? "Shop" : null, parent, "head-" + code, "office-" + code);
    }

    private static Post post(String id, String officer, String unit) {
        return post(id, officer, unit, null);
    }

    private static Post post(String id, String officer, String unit, String deputy) {
        return new Post(id, "岗位", null, unit, officer, officer, officer + "@example.org", "zh", deputy);
    }
}
