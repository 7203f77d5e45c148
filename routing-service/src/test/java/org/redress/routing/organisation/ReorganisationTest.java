package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.redress.routing.Tokens.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.contracts.Json;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.Intake;
import org.redress.routing.Published;
import org.redress.routing.RoutingStack;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.SampleTables;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.configuration.InvalidConfigurationException;
import org.redress.routing.organisation.RulebookFiles.TextFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/** Each test begins with the version that is in effect then, and changes another unit. */
@SpringBootTest
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class ReorganisationTest {

    private static final RoutingStack STACK = new RoutingStack();
    private static final String ORGANISATION = "organisation.yaml";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Versions versions;

    @Autowired
    private AggregateStore<OrganisationRecord> records;

    @Autowired
    private InstantSource clock;

    @Autowired
    private Editions editions;

    @Autowired
    private Leaves leaves;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private AggregateStore<PetitionCase> store;

    @Autowired
    private Producer<String, byte[]> producer;

    @Autowired
    private TopicNames topics;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        STACK.register(registry);
    }

    @BeforeEach
    void followTheLast() {
        editions.follow();
    }

    @Test
    void tellsEachWrongPlaceOfADraftAndKeepsNothing() throws Exception {
        long before = kept();
        String units = SampleTables.files().get("units.csv").replace("head,petitionOffice", "head,petitions");

        draft(Map.of("units.csv", units, ORGANISATION, organisation().replace("zone: Asia/Shanghai", "zone: Moon/Sea")))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("units.csv:1 petitions")))
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("units.csv:1 petitionOffice")))
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("organisation.yaml:6 zone")))
                .andExpect(jsonPath("$.errors[*].problem").value(hasItem("is no time zone: Moon/Sea")));
        draft(Map.of(ORGANISATION, organisation().replace("id: mingchuan", "id: other")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("organisation.yaml:4 id"));
        draft(Map.of("people.yaml", ""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("files[0].name"))
                .andExpect(jsonPath("$.errors[0].problem").value("people.yaml 不是组织机构的文件"));
        draft(Map.of(ORGANISATION, organisation().replace("name: 总装车间", "name: 总装\u0007车间")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(matchesPattern("organisation\\.yaml:\\d+")))
                .andExpect(jsonPath("$.errors[0].problem").value(containsString("special characters")));

        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void foreseesWhatAStartRefusesInTheCalendarOfADraft() throws Exception {
        long before = kept();
        String wrong =
                "{\"year\": 2027,\n \"days\": [{\"name\": \"元旦\", \"date\": \"2028-01-01\", \"isOffDay\": true}]}";

        draft(Map.of("calendar/2027.json", wrong, "calendar/next.json", "{}", "units.csv", "code"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("calendar/2027.json:2 days[0].date")))
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("calendar/next.json:1")))
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("units.csv:1 name")));
        JsonNode shown = json(draft(Map.of("calendar/2027.json", wrong.replace("2028", "2027")))
                .andExpect(status().isOk()));

        assertThat(shown.path("digest").asString()).isEqualTo(filesInEffect().digest());

        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void showsWhatADraftWouldChangeAndTakesTheRestFromTheVersionInEffect() throws Exception {
        int active = editions.active().number();
        String id = submit("plant-2-heat");
        // Another one there, which is kept from somebody.
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(submit("plant-2-heat"))),
                new Update().set("ordinary", false),
                PetitionCase.class);

        Map<String, String> files = new HashMap<>(without("plant-2-heat"));
        files.computeIfPresent(ORGANISATION, (name, text) -> text.replace("name: 铸造车间", "name: 铸造分厂"));
        JsonNode shown = json(draft(files).andExpect(status().isOk()));

        assertThat(shown.path("before").asInt()).isEqualTo(active);
        assertThat(shown.path("changes").path("units").toString())
                .contains("{\"id\":\"plant-1-foundry\",\"change\":\"changed\",\"fields\":[{\"field\":\"name\","
                        + "\"from\":\"铸造车间\",\"to\":\"铸造分厂\"}]}")
                .contains("{\"id\":\"plant-2-heat\",\"change\":\"removed\"");
        assertThat(shown.path("changes").path("clocks")).isEmpty();
        assertThat(shown.path("gaps").toString()).contains("no-deputy");
        assertThat(shown.path("unitsToMove").toString()).isEqualTo("[\"plant-2-heat\"]");
        assertThat(shown.path("openCases").toString())
                .contains("{\"unit\":\"plant-2-heat\",\"post\":\"" + owner(id) + "\",\"cases\":1}");
        assertThat(editions.active().number()).as("nothing took effect").isEqualTo(active);
    }

    @Test
    void takesADraftIntoEffectOnceWithWhoAndWhy() throws Exception {
        int active = editions.active().number();
        String digest = digest(Map.of(ORGANISATION, organisation().replace("name: 东区物业中心", "name: 东区物业公司")));
        String body = "{\"digest\":\"" + digest + "\",\"reason\":\" 物业改制 \"}";

        activate(null, body).andExpect(status().isPreconditionRequired());
        activate(active + 7, body)
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.version").value(active));
        activate(active, "{\"digest\":\"" + digest + "\",\"reason\":\" \"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        activate(active, "{\"digest\":\"none\",\"reason\":\"一\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("digest"));
        activate(active, body)
                .andExpect(status().isCreated())
                .andExpect(header().string(HttpHeaders.ETAG, "\"" + (active + 1) + "\""))
                .andExpect(jsonPath("$.number").value(active + 1))
                .andExpect(jsonPath("$.by").value("root"))
                .andExpect(jsonPath("$.reason").value("物业改制"));
        activate(active, body).andExpect(status().isPreconditionFailed());
        activate(active + 1, body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("组织机构现行版本与此完全相同。"));

        assertThat(editions.active()
                        .organisation()
                        .unit("east-estate")
                        .orElseThrow()
                        .name())
                .isEqualTo("东区物业公司");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(new Published(mongo).of("organisations_events", "mingchuan"))
                        .anySatisfy(event -> assertThat(event)
                                .isInstanceOfSatisfying(OrganisationActivated.class, whole -> {
                                    assertThat(whole.version()).isEqualTo(active + 1);
                                    assertThat(whole.units())
                                            .extracting(OrganisationActivated.Unit::name)
                                            .contains("东区物业公司");
                                })));
        mvc.perform(get("/api/organisation/versions").with(as("watcher", "auditor")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.active").value(active + 1))
                .andExpect(jsonPath("$.items[0].number").value(active + 1))
                .andExpect(jsonPath("$.items[0].digest").value(digest))
                .andExpect(jsonPath("$.items[0].files").value(hasItem("topics.yaml")))
                .andExpect(jsonPath("$.items[" + active + "].number").value(1))
                .andExpect(jsonPath("$.items[" + active + "].by").doesNotExist());
    }

    @Test
    void givesTheFilesOfAVersionBackAsTheyCame() throws Exception {
        mvc.perform(get("/api/organisation/versions/1/files/organisation.yaml").with(as("root", "admin")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/plain;charset=UTF-8"))
                .andExpect(content().string(SampleConfiguration.files().get(ORGANISATION)));
        mvc.perform(get("/api/organisation/versions/1/files/units.csv").with(as("root", "admin")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/organisation/versions/999/files/organisation.yaml")
                        .with(as("root", "admin")))
                .andExpect(status().isNotFound());
    }

    @Test
    void refusesToLeaveOpenCasesOfAUnitThatIsGoneToNobody() throws Exception {
        submit("west-estate");
        int active = editions.active().number();
        String digest = digest(without("west-estate"));
        String body = "{\"digest\":\"" + digest + "\",\"reason\":\"合并\",\"moves\":[%s]}";

        activate(active, body.formatted(""))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.units[0]").value("west-estate"))
                .andExpect(jsonPath("$.detail").value("以下单位已撤销：west-estate。请在 moves 中写明由哪个单位接办其未办结的信访事项。"));
        for (String[] wrong : new String[][] {
            {"{\"unit\":\"moon\",\"to\":\"services\"}", "moves[0].unit"},
            {"{\"unit\":\"west-estate\",\"to\":\"west-estate\"}", "moves[0].to"},
            {"{\"unit\":\"services\",\"to\":\"services\"}", "moves[0].to"},
            {
                "{\"unit\":\"west-estate\",\"to\":\"group\"},{\"unit\":\"west-estate\",\"to\":\"services\"}",
                "moves[1].unit"
            }
        }) {
            activate(active, body.formatted(wrong[0]))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value(wrong[1]));
        }
        activate(active, body.formatted("{\"unit\":\"west-estate\",\"to\":\"services\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.moves[0].to").value("services"));
    }

    @Test
    void isFollowedByEveryInstanceWhileWhatWasTakenStays() {
        Editions other = instance(versions, configured());
        LoadedRulebook taken = other.active();
        RulebookFiles files = filesInEffect()
                .with(List.of(new TextFile(ORGANISATION, organisation().replace("name: 第二机械厂,", "name: 第二机械公司,"))));
        versions.keep(files);

        // As a third instance does it.
        assertThat(versions.activate(
                        taken.number(), files.rulebook(), files.digest(), new Activation("x", "改名", List.of())))
                .isTrue();

        await().atMost(Duration.ofSeconds(10)).until(() -> editions.active().number() == taken.number() + 1);
        assertThat(other.active()).as("before it looks").isSameAs(taken);
        other.follow();
        assertThat(other.active().number()).isEqualTo(taken.number() + 1);
        assertThat(other.active().organisation().unit("plant-2").orElseThrow().name())
                .isEqualTo("第二机械公司");
        assertThat(taken.organisation().unit("plant-2").orElseThrow().name()).isNotEqualTo("第二机械公司");
        assertThat(other.of(taken.number()).organisation()).isEqualTo(taken.organisation());
    }

    @Test
    void isNotTurnedBackByAStartWithAnOlderFolder(CapturedOutput output) {
        RulebookFiles files = filesInEffect()
                .with(List.of(new TextFile(ORGANISATION, organisation().replace("name: 生活服务公司", "name: 生活服务集团"))));
        versions.keep(files);
        int before = versions.all().size();
        assertThat(versions.activate(before, files.rulebook(), files.digest(), new Activation("x", "改名", List.of())))
                .isTrue();

        Editions restarted = instance(versions, configured());
        instance(
                versions,
                filesInEffect()
                        .with(List.of(
                                new TextFile(ORGANISATION, organisation().replace("name: 生活服务集团", "name: 生活服务中心")))));

        assertThat(versions.all()).as("nor by a newer one").hasSize(before + 1);
        assertThat(restarted
                        .active()
                        .organisation()
                        .unit("services")
                        .orElseThrow()
                        .name())
                .isEqualTo("生活服务集团");
        assertThat(output)
                .contains(
                        "Version " + (before + 1) + " of the organisation mingchuan stays in effect; the configuration"
                                + " folder holds something else.")
                .contains("deploy/redress organisation activate");
    }

    @Test
    void isChangedOnceByInstancesThatStartWithTheSameNewFolderAtOnce() throws Exception {
        RulebookFiles files = configured();
        RulebookFiles changed = files.with(List.of(new TextFile(
                ORGANISATION, files.text(ORGANISATION).orElseThrow().replace("name: 建设工程公司", "name: 建设工程集团"))));
        Versions untouched = new Versions(UUID.randomUUID().toString(), records, mongo, clock);
        assertThat(instance(untouched, files).active().number()).isEqualTo(1);
        Callable<Integer> start = () -> instance(untouched, changed).active().number();

        try (ExecutorService starts = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> started : starts.invokeAll(List.of(start, start, start, start))) {
                assertThat(started.get()).isEqualTo(2);
            }
        }
        assertThat(untouched.all()).hasSize(2);
        assertThat(untouched.all().getLast().by()).isNull();
    }

    @Test
    void staysInEffectThoughALaterReleaseAsksMoreOfDrafts() {
        RulebookFiles files = configured();
        RulebookFiles refused = files.with(
                List.of(new TextFile(ORGANISATION, files.text(ORGANISATION).orElseThrow() + "\nmotto: 为人民服务\n")));
        assertThatThrownBy(refused::rulebook).isInstanceOf(InvalidConfigurationException.class);
        Versions untouched = new Versions(UUID.randomUUID().toString(), records, mongo, clock);
        untouched.keep(refused);
        assertThat(untouched.activate(0, refused.keptRulebook(), refused.digest(), Activation.BY_FOLDER))
                .isTrue();

        assertThat(instance(untouched, refused).active().number()).as("parsed").isEqualTo(1);
        mongo.remove(Query.query(Criteria.where("_id").is(refused.digest())), StoredRulebook.class);
        assertThat(instance(untouched, refused).active().number())
                .as("as an older release kept it")
                .isEqualTo(1);
        assertThat(mongo.findById(refused.digest(), StoredRulebook.class)).isNotNull();
    }

    @Test
    void readsEveryShapeOfADocumentThatWasEverStored() throws IOException {
        assertThat(store.read(List.of(stored("cases-1.json"))).all())
                .singleElement()
                .satisfies(kept -> assertThat(kept.isRegistered()).isTrue());
        assertThat(records.read(List.of(stored("organisations-1.json"))).all())
                .singleElement()
                .satisfies(kept -> assertThat(kept.versions()).isNotEmpty());
    }

    /** A shape that was stored once is read for ever: add one, never change one. */
    private static Document stored(String resource) throws IOException {
        try (InputStream in = ReorganisationTest.class.getResourceAsStream("/documents/" + resource)) {
            return Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Editions instance(Versions versions, RulebookFiles folder) {
        return new Editions(versions, calendar, folder, leaves);
    }

    private static RulebookFiles configured() {
        return RulebookFiles.in(SampleConfiguration.folder());
    }

    private RulebookFiles filesInEffect() {
        return versions.files(versions.all().getLast().digest()).orElseThrow();
    }

    private String organisation() {
        return filesInEffect().text(ORGANISATION).orElseThrow();
    }

    /** The files without a unit that none stands below, whose posts then belong to the unit above it. */
    private Map<String, String> without(String unit) {
        String above = editions.active().organisation().unit(unit).orElseThrow().parent();
        String net = filesInEffect().text("responsibility.yaml").orElseThrow();
        return Map.of(
                ORGANISATION,
                organisation()
                        .replaceAll("(?m)^  - \\{code: " + unit + ",.*\\R", "")
                        .replace("unit: " + unit + ",", "unit: " + above + ","),
                "responsibility.yaml",
                net.replaceAll("(?m)^.*unit: " + unit + ",.*\\R", ""));
    }

    private long kept() {
        return mongo.estimatedCount(RulebookFiles.class);
    }

    private ResultActions draft(Map<String, String> files) throws Exception {
        List<Map<String, String>> given = files.entrySet().stream()
                .map(file -> Map.of("name", file.getKey(), "text", file.getValue()))
                .toList();
        return mvc.perform(post("/api/organisation/drafts")
                .contentType(MediaType.APPLICATION_JSON)
                .content(Json.MAPPER.writeValueAsBytes(Map.of("files", given)))
                .header(HttpHeaders.ACCEPT_LANGUAGE, "zh")
                .with(as("root", "admin")));
    }

    private String digest(Map<String, String> files) throws Exception {
        return json(draft(files).andExpect(status().isOk())).path("digest").asString();
    }

    private ResultActions activate(@Nullable Integer seen, String body) throws Exception {
        MockHttpServletRequestBuilder request = post("/api/organisation/versions")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "zh")
                .with(as("root", "admin"));
        return mvc.perform(seen == null ? request : request.header(HttpHeaders.IF_MATCH, "\"" + seen + "\""));
    }

    private static JsonNode json(ResultActions answer) throws Exception {
        return Json.MAPPER.readTree(answer.andReturn().getResponse().getContentAsByteArray());
    }

    private String submit(String unit) {
        Intake intake = new Intake(producer, topics, STACK);
        PetitionSubmitted petition = intake.appeal(unit, "拖欠工资", "没发工资", Instant.now());
        intake.send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofSeconds(60)).until(() -> store.find(id).isPresent());
        return id;
    }

    private String owner(String id) {
        return store.find(id).orElseThrow().assignment().owner();
    }
}
