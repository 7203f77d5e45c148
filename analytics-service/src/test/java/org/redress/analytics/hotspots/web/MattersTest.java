package org.redress.analytics.hotspots.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.analytics.AnalyticsStack;
import org.redress.analytics.sightings.Groupings;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.groups.PetitionsGrouped;
import org.redress.contracts.groups.PetitionsGrouped.Described;
import org.redress.contracts.groups.PetitionsGrouped.Joined;
import org.redress.contracts.groups.PetitionsGrouped.Merged;
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

/** A year of petitions on many things, and a week in which twelve people wrote about one. */
class MattersTest extends AnalyticsStack {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate YESTERDAY = LocalDate.now(ZONE).minusDays(1);
    private static final int DUST = 1000;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Groupings groupings;

    private final List<String> dust = new ArrayList<>();

    @Override
    @BeforeEach
    protected void empty() {
        super.empty();
        for (String collection : List.of(
                "groupings",
                "groups",
                "groupMembers",
                "hotspots",
                "hotspots_events",
                "hotspotEvenings",
                "sightings_facts")) {
            mongo.getCollection(collection).deleteMany(new Document());
        }
        send(organisation());
    }

    /** Three hundred petitions in a year, each a group of its own, and some about dust within a week: half of them to the shop. */
    private void year(int ofDust) {
        List<Joined> joined = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            joined.add(new Joined(registered("SHOP", "w" + i, YESTERDAY.minusDays(20 + i), false), i + 1));
        }
        for (int i = 0; i < ofDust; i++) {
            String id = registered(i % 2 == 0 ? "SHOP" : "PLANT", "d" + i, YESTERDAY.minusDays(i % 7), false);
            dust.add(id);
            // Two groups that turn out to be one.
            joined.add(new Joined(id, i < 2 ? DUST + 1 : DUST));
        }
        String secret = registered("PLANT", "secret", YESTERDAY, true);
        joined.add(new Joined(secret, DUST));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> mongo.getCollection("sightings_facts").countDocuments() == joined.size()
                        && mongo.getCollection("directory").countDocuments() == 1);
        // A run may come before the one that went before it.
        send(grouped(
                2,
                List.of(),
                List.of(new Merged(DUST + 1, DUST)),
                List.of(new Described(DUST, List.of("铸造车间", "除尘设备"), 31)),
                YESTERDAY));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> mongo.getCollection("groupings").countDocuments(new Document("ended", true)) == 1);
        assertThat(groupings.complete()).isEmpty();
        send(grouped(1, joined, List.of(), List.of(), null));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        mongo.getCollection("hotspotEvenings").countDocuments(new Document("day", YESTERDAY.toString()))
                                == 1);
    }

    @Test
    void showsAHotMatterToWhoLeadsTheUnitThatHoldsItAndToNobodyBelow() throws Exception {
        year(12);

        JsonNode hot = hot("officer", "plant");
        assertThat(hot.size()).isEqualTo(1);
        JsonNode matter = hot.get(0);
        assertThat(matter.get("unit").asString()).isEqualTo("PLANT");
        assertThat(matter.get("status").asString()).isEqualTo("new");
        assertThat(matter.get("counted").get("people").asInt()).isEqualTo(12);
        assertThat(matter.get("counted").get("letters").asInt()).isEqualTo(12);
        assertThat(matter.get("terms").valueStream().map(JsonNode::asString)).containsExactly("铸造车间", "除尘设备");
        assertThat(matter.get("why").asString()).contains("12 people wrote", "to be expected");
        assertThat(hot("officer", "boss").size()).isEqualTo(1);
        assertThat(hot("supervisor", "chief").size()).isEqualTo(1);
        // The shop has half of it, its petition office and its post read cases, and the office of the plant leads
        // nobody.
        for (String other : List.of("shop", "shop-office", "plant-office", "pay", "nobody")) {
            assertThat(hot("officer", other).size()).as(other).isZero();
            assertThat(perform(get("/api/hotspots/" + matter.get("hotspotId").asString()), "officer", other)
                            .getStatus())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(perform(get("/api/hotspots"), "auditor", "eye").getStatus()).isEqualTo(403);
    }

    @Test
    void alertsTheHeadsOfThatLineOnceWithoutAWordOfOnePetition() throws Exception {
        year(12);
        String id = hot("supervisor", "chief").get(0).get("hotspotId").asString();
        // What the test before it said may still come.
        Document ofThis = new Document("aggregateId", id);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> mongo.getCollection("hotspots_events").countDocuments(ofThis) == 1);

        String told = new String(
                mongo.getCollection("hotspots_events")
                        .find(ofThis)
                        .first()
                        .get("bytes", Binary.class)
                        .getData(),
                StandardCharsets.UTF_8);
        assertThat(told)
                .contains("\"alerts\":[\"head-PLANT\",\"head-HQ\"]", "除尘设备", "\"people\":12")
                .doesNotContain(dust.getFirst());
        // The next day shows nothing new of it, and tells nothing again.
        send(grouped(3, List.of(), List.of(), List.of(), YESTERDAY.plusDays(1)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> mongo.getCollection("hotspotEvenings")
                                .countDocuments(new Document(
                                        "day", YESTERDAY.plusDays(1).toString()))
                        == 1);
        assertThat(mongo.getCollection("hotspots").countDocuments()).isEqualTo(1);
        assertThat(mongo.getCollection("hotspots")
                        .find()
                        .first()
                        .get("sequence", Number.class)
                        .longValue())
                .isEqualTo(1);
    }

    @Test
    void showsFewerThanFivePeopleToNobody() throws Exception {
        year(12);
        assertThat(hot("supervisor", "chief").size()).isEqualTo(1);

        for (String id : dust.subList(4, 12)) {
            send(withheld(id));
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(hot("supervisor", "chief").size()).isZero());
    }

    @Test
    void keepsOneThatIsDismissedListedAndSaysWhy() throws Exception {
        year(12);
        String id = hot("officer", "plant").get(0).get("hotspotId").asString();

        assertThat(perform(post("/api/hotspots/" + id + "/acknowledge"), "officer", "plant")
                        .getStatus())
                .isEqualTo(200);
        assertThat(hot("officer", "boss").get(0).get("status").asString()).isEqualTo("acknowledged");
        assertThat(dismiss(id, "plant", "copies").getStatus()).isEqualTo(200);
        assertThat(dismiss(id, "plant", "boring").getContentAsString()).contains("several-matters");
        assertThat(dismiss(id, "shop", "known").getStatus()).isEqualTo(404);

        JsonNode matter = hot("officer", "boss").get(0);
        assertThat(matter.get("status").asString()).isEqualTo("dismissed");
        assertThat(matter.get("reason").asString()).isEqualTo("copies");
    }

    @Test
    void comparesWhatCameBeforeAMeasureWithWhatCameAfterIt() throws Exception {
        year(12);
        String id = hot("officer", "plant").get(0).get("hotspotId").asString();
        String measure = "{\"what\":\"检修除尘器\",\"owner\":\"%s\",\"from\":\"" + YESTERDAY + "\"}";

        assertThat(measure(id, "shop", measure.formatted("head-SHOP")).getStatus())
                .isEqualTo(404);
        assertThat(measure(id, "plant", measure.formatted("head-MOON")).getContentAsString())
                .contains("\"field\":\"owner\"");
        assertThat(measure(
                                id,
                                "plant",
                                measure.formatted("head-SHOP")
                                        .replace("检修除尘器", "请拨 １３８ ００００ ００００")
                                        .replace(YESTERDAY.toString(), "2199-12-31"))
                        .getContentAsString())
                .contains("\"field\":\"what\"", "\"field\":\"from\"");
        MockHttpServletResponse form = perform(
                post("/hotspots/" + id + "/measures")
                        .with(csrf())
                        .accept(MediaType.TEXT_HTML)
                        .header("Accept-Language", "zh-CN")
                        .param("what", "检修滤袋"),
                "officer",
                "plant");
        assertThat(form.getStatus()).isEqualTo(400);
        assertThat(form.getContentAsString(StandardCharsets.UTF_8)).contains("value=\"检修滤袋\"", "id=\"from-wrong\"");
        assertThat(measure(id, "plant", measure.formatted("head-SHOP")).getContentAsString(StandardCharsets.UTF_8))
                .contains("检修除尘器", "\"verdict\":\"too-early\"", "\"days\":1");
        measure(id, "plant", measure.formatted("head-SHOP"));
        Document taken = new Document("aggregateId", id).append("type", "hotspot.measure-taken.v1");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        mongo.getCollection("hotspots_events").countDocuments(new Document("aggregateId", id)) == 2);
        assertThat(mongo.getCollection("hotspots_events").countDocuments(taken)).isEqualTo(1);
        assertThat(page("zh-CN", "/hotspots/" + id, "plant")).contains("检修除尘器", "尚早", "实施不足 7 天");
    }

    private MockHttpServletResponse measure(String id, String person, String body) throws Exception {
        return perform(
                post("/api/hotspots/" + id + "/measures")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body),
                "officer",
                person);
    }

    @Test
    void showsItOnItsPagesInTheWordsOfTheReader() throws Exception {
        year(12);
        String id = hot("officer", "plant").get(0).get("hotspotId").asString();

        String list = page("zh-CN", "/hotspots", "plant");
        assertThat(list)
                .contains("铸造车间 · 除尘设备", "新出现", "有 12 人反映", "/hotspots/" + id)
                .doesNotContain("hotspots.", "??");
        assertThat(page("en", "/hotspots", "shop")).contains("No matter is hot").doesNotContain("除尘设备");
        String one = page("en", "/hotspots/" + id, "plant");
        assertThat(one)
                .contains("<rect", "/cases/" + dust.getLast(), "12 people wrote", "I look after it", "Pay 12")
                .doesNotContain("hotspots.", "??", "/cases/" + id);
        assertThat(one.split("/cases/", -1)).hasSize(13);
        assertThat(page("en", "/hotspots/matters.csv", "plant").lines().skip(1))
                .singleElement()
                .asString()
                .contains("除尘设备", ",new,", ",12,");
        assertThat(page("en", "/hotspots/matters.csv", "shop").lines()).hasSize(1);
        MockHttpServletResponse done = perform(
                post("/hotspots/" + id + "/dismiss")
                        .with(csrf())
                        .accept(MediaType.TEXT_HTML)
                        .param("reason", "seasonal"),
                "officer",
                "plant");
        assertThat(done.getStatus()).isEqualTo(302);
        assertThat(page("zh-CN", "/hotspots/" + id, "plant")).contains("每年此时都会出现");
    }

    private MockHttpServletResponse dismiss(String id, String person, String reason) throws Exception {
        return perform(
                post("/api/hotspots/" + id + "/dismiss")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"" + reason + "\"}"),
                "officer",
                person);
    }

    private JsonNode hot(String role, String person) throws Exception {
        MockHttpServletResponse answer = perform(get("/api/hotspots").header("Accept-Language", "en"), role, person);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JsonMapper.shared()
                .readTree(answer.getContentAsString(StandardCharsets.UTF_8))
                .get("hotspots");
    }

    private String page(String language, String path, String person) throws Exception {
        return perform(
                        get(path).header("Accept-Language", language).accept(MediaType.TEXT_HTML, MediaType.ALL),
                        "officer",
                        person)
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, String role, String person)
            throws Exception {
        return mvc.perform(request.with(jwt().jwt(token -> token.subject(person))
                        .authorities(new SimpleGrantedAuthority("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }

    private String registered(String unit, String writer, LocalDate day, boolean secret) {
        String id = UUID.randomUUID().toString();
        Instant at = day.atTime(9, 0).atZone(ZONE).toInstant();
        send(new CaseRegistered(
                new Head(UUID.randomUUID().toString(), id, id, 1, 1, at),
                unit,
                secret,
                "web",
                "appeal",
                "wages",
                unit,
                "p-" + unit,
                1,
                writer,
                1,
                at,
                at,
                List.of(),
                List.of()));
        return id;
    }

    private static CaseStepTaken withheld(String id) {
        return new CaseStepTaken(
                new Head(UUID.randomUUID().toString(), id, id, 2, 1, Instant.now()),
                "PLANT",
                true,
                "recuse",
                "registered",
                null,
                null,
                "wages",
                "PLANT",
                "p-PLANT",
                List.of(),
                false,
                false,
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static PetitionsGrouped grouped(
            int run,
            List<Joined> joined,
            List<Merged> merged,
            List<Described> described,
            @Nullable LocalDate complete) {
        return new PetitionsGrouped(
                new Head(UUID.randomUUID().toString(), PetitionsGrouped.runId(run), null, 1, 1, Instant.now()),
                joined,
                merged,
                described,
                true,
                complete);
    }

    private static OrganisationActivated organisation() {
        String id = UUID.randomUUID().toString();
        return new OrganisationActivated(
                new Head(UUID.randomUUID().toString(), id, null, 1, 1, Instant.now()),
                1,
                "永兴集团",
                "Asia/Shanghai",
                List.of(unit("HQ", null), unit("PLANT", "HQ"), unit("SHOP", "PLANT"), unit("OTHER", "HQ")),
                List.of(
                        holder("head-HQ", "boss", "HQ"),
                        holder("head-PLANT", "plant", "PLANT"),
                        holder("office-PLANT", "plant-office", "PLANT"),
                        holder("head-SHOP", "shop", "SHOP"),
                        holder("office-SHOP", "shop-office", "SHOP"),
                        holder("p-SHOP", "pay", "SHOP")),
                List.of(
                        new TopicNode("labour", "劳动用工", "Labour", null),
                        new TopicNode("wages", "劳动报酬", "Pay", "labour")),
                null,
                null);
    }

    private static Unit unit(String code, @Nullable String parent) {
        return new Unit(code, code, null, parent, "head-" + code, "office-" + code);
    }

    private static Post holder(String id, String officer, String unit) {
        return new Post(id, "岗位", null, unit, officer, officer, officer + "@example.org", "zh", null);
    }
}
