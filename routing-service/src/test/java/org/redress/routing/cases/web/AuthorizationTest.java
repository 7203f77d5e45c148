package org.redress.routing.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.routing.Tokens.as;
import static org.redress.routing.Tokens.officer;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.contracts.Json;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.Intake;
import org.redress.routing.RoutingStack;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.organisation.LeaveRules;
import org.redress.routing.organisation.Leaves;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every endpoint, for everybody, on a case of their own, of others, about somebody, and a report: as the tables say. */
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationTest {

    private static final RoutingStack STACK = new RoutingStack();
    private static final String IN = "in";
    private static final String ORDER = "{order}";
    private static final String NOTE = "{\"text\":\"已联系\"}";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Producer<String, byte[]> producer;

    @Autowired
    private TopicNames topics;

    @Autowired
    private AggregateStore<PetitionCase> store;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Leaves leaves;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final List<String> kinds = List.of("own", "other", "guarded", "report", "top", "recused", "unclear");
    private final Map<String, Subject> subjects = new LinkedHashMap<>();

    private String leave = "";

    /** What is asked about. */
    private record Subject(String petition, String text, String matter, String emergency) {}

    /** Who asks, and what each case answers. */
    private record Right(String kind, String who, String role, Map<String, String> expected) {

        private RequestPostProcessor token() {
            return role.equals("none") ? request -> request : as(who, role);
        }
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        STACK.register(registry);
    }

    @BeforeAll
    void open() throws Exception {
        Intake intake = new Intake(producer, topics, STACK);
        Instant now = Instant.now();
        subject("own", intake.appeal("plant-1", "拖欠工资", "三个月没发工资了", now), officer("li.wei"));
        subject("other", intake.appeal("project-1", "加班费", "没有加班费", now), as("watcher", "supervisor"));
        subject("guarded", intake.about("plant-1", "不发工资还骂人", now, new About("officer", "li.wei")), officer("luo.min"));
        subject("report", intake.petition("report", "plant-1", "检举", "收受回扣", now, now), officer("bai.lu"));
        subject("top", intake.about("group", "扣发奖金", now, new About("officer", "he.rong")), officer("zhou.mingyuan"));
        subject("unclear", intake.about("plant-1", "扣发奖金", now, new About("text", "一位领导")), officer("chen.jing"));
        subject("recused", intake.appeal("plant-1", "拖欠工资", "四个月没发工资了", now), officer("li.wei"));
        LocalDate later = leaves.today().plusDays(200);
        leave = leaves.enter(
                        new LeaveRules.Asked("plant-1.labour", later, later, "plant-1.petitions"), "li.wei", "li.wei")
                .id();
        String recused = subjects.get("recused").petition();
        json(ask(
                "POST",
                "/api/cases/" + recused + "/recuse",
                recused,
                officer("lin.feng"),
                "{\"officer\":\"zhao.gang\",\"reason\":\"亲属\"}"));
    }

    private void subject(String kind, PetitionSubmitted petition, RequestPostProcessor holder) throws Exception {
        new Intake(producer, topics, STACK).send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofSeconds(60)).until(() -> store.find(id).isPresent());
        json(ask("POST", "/api/cases/" + id + "/comment", id, holder, NOTE));
        JsonNode matter =
                json(ask("POST", "/api/matters", id, holder, "{\"title\":\"一事\",\"petitionIds\":[\"" + id + "\"]}"));
        String text = store.find(id).orElseThrow().texts().getFirst().id();
        JsonNode emergency = json(ask("POST", "/api/emergencies", id, officer("stranger-" + kind), asking(id)));
        subjects.put(
                kind,
                new Subject(
                        id,
                        text,
                        matter.path("matterId").asString(),
                        emergency.path("emergencyId").asString()));
    }

    @Test
    void knowsEveryEndpoint() {
        List<String> served = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path)))
                .toList();

        assertThat(endpoints().keySet()).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void answersEverybodyAsTheTableSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Map.Entry<String, String> endpoint : endpoints().entrySet()) {
            for (Right right : rights()) {
                if (right.kind().equals(endpoint.getValue())) {
                    for (String kind : concernsACase(endpoint.getKey()) ? kinds : kinds.subList(0, 1)) {
                        asked++;
                        String expected = expected(endpoint.getKey(), right, kind);
                        int status = ask(endpoint.getKey(), subjects.get(kind), right.token())
                                .getStatus();
                        if (!fits(expected, status)) {
                            wrong.add("%s of %s by %s (%s): %d instead of %s"
                                    .formatted(endpoint.getKey(), kind, right.who(), right.role(), status, expected));
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(1_500);
    }

    @Test
    void listsAndCountsOnlyWhatTheReaderMayRead() throws Exception {
        for (Right right : rights()) {
            if (right.kind().equals("read")
                    && !right.expected().containsValue("403")
                    && !right.role().equals("none")) {
                JsonNode page = json(mvc.perform(get("/api/cases?limit=500").with(right.token()))
                        .andReturn()
                        .getResponse());
                List<String> visible = kinds.stream()
                        .filter(kind -> IN.equals(right.expected().get(kind)))
                        .map(kind -> subjects.get(kind).petition())
                        .toList();
                assertThat(page.path("items").findValuesAsString("petitionId"))
                        .as(right.who() + " as " + right.role())
                        .containsExactlyInAnyOrderElementsOf(visible);
                assertThat(page.path("total").asInt()).isEqualTo(visible.size());
                String who = "the page of " + right.who() + " as " + right.role();
                assertThat(listed("/cases?scope=all", right)).as(who).containsExactlyInAnyOrderElementsOf(visible);
                for (String scope : List.of(
                        "unit",
                        "soon",
                        "late",
                        "supervised",
                        "to-receive",
                        "to-serve",
                        "to-instruct",
                        "to-help",
                        "to-contact",
                        "to-call-back",
                        "in-charge",
                        "sheets")) {
                    assertThat(visible).as(who).containsAll(listed("/cases?scope=" + scope, right));
                }
                for (Map.Entry<String, Integer> number : numbers(right).entrySet()) {
                    assertThat(listed(number.getKey(), right))
                            .as(who + ": " + number)
                            .hasSize(number.getValue());
                }
            }
        }
    }

    private List<String> listed(String address, Right right) throws Exception {
        return Pattern.compile("data-row[^>]*/cases/([\\w-]+)[?\"]")
                .matcher(page(address, right))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The numbers of a reader's first screen, by the address of the list that each leads to. */
    private Map<String, Integer> numbers(Right right) throws Exception {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Pattern.compile("<a class=\"[^\"]*counted[^\"]*\"[^>]*href=\"([^\"]+)\"[^>]*>.*?<b>(\\d+)</b>", Pattern.DOTALL)
                .matcher(page("/home", right))
                .results()
                .forEach(found -> numbers.put(found.group(1).replace("&amp;", "&"), Integer.valueOf(found.group(2))));
        assertThat(numbers).hasSizeGreaterThan(10);
        numbers.values().removeIf(number -> number == 0);
        return numbers;
    }

    private String page(String address, Right right) throws Exception {
        return mvc.perform(get(URI.create(address)).accept(MediaType.TEXT_HTML).with(right.token()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void listsMattersOnlyToWhoMayReadAMember() throws Exception {
        for (Right right : rights()) {
            if (right.kind().equals("matter")
                    && !right.expected().containsValue("403")
                    && !right.role().equals("none")) {
                JsonNode page = json(mvc.perform(get("/api/matters?limit=100").with(right.token()))
                        .andReturn()
                        .getResponse());
                List<String> visible = kinds.stream()
                        .filter(kind -> IN.equals(right.expected().get(kind)))
                        .map(kind -> subjects.get(kind).matter())
                        .toList();
                assertThat(page.path("items").findValuesAsString("matterId"))
                        .as(right.who() + " as " + right.role())
                        .containsExactlyInAnyOrderElementsOf(visible);
            }
        }
    }

    /** Opening a matter for what one may not move says which of the petitions is none. */
    @Test
    void hidesACaseFromWhoWorksUnderWhomItIsAboutThoughItLandedInTheirHands() throws Exception {
        PetitionSubmitted about = new Intake(producer, topics, STACK)
                .about("plant-1", "扣发奖金", Instant.now(), new About("officer", "zhao.gang"));
        new Intake(producer, topics, STACK).send(about);
        String id = about.head().aggregateId();
        await().atMost(Duration.ofSeconds(60)).until(() -> store.find(id).isPresent());
        Query the = Query.query(Criteria.where("_id").is(id));
        mongo.updateFirst(
                the,
                new Update()
                        .set("registration.assignment.owner", "plant-1-assembly.foreman")
                        .set("registration.assignment.unit", "plant-1-assembly"),
                PetitionCase.class);

        int status = ask("GET", "/api/cases/" + id, id, officer("feng.tao"), "").getStatus();
        // It is in nobody's list that the table names.
        mongo.remove(the, PetitionCase.class);

        assertThat(status).isEqualTo(404);
    }

    private static String expected(String endpoint, Right right, String kind) {
        String expected = Objects.requireNonNull(right.expected().get(kind));
        return endpoint.equals("POST /api/matters") && expected.equals("404") ? "400" : expected;
    }

    /** The others are asked the same whatever case is meant. */
    private boolean concernsACase(String endpoint) {
        Subject own = subjects.get("own");
        return endpoint.contains("Id}") || body(endpoint, own).contains(own.petition());
    }

    private static boolean fits(String expected, int status) {
        return expected.equals(IN)
                ? status < 500 && status != 401 && status != 403 && status != 404
                : status == Integer.parseInt(expected);
    }

    private MockHttpServletResponse ask(String endpoint, Subject subject, RequestPostProcessor token) throws Exception {
        String[] parts = endpoint.split(" ");
        String path = parts[1].replace("{petitionId}", subject.petition())
                .replace("{textId}", subject.text())
                .replace("{otherId}", subject.petition())
                .replace("{matterId}", subject.matter())
                .replace("{emergencyId}", subject.emergency())
                .replace("{leave}", leave)
                .replace("{number}", "1")
                .replace("{name}", "organisation.yaml")
                .replace("{step}", "comment")
                .replace("{line}", "0")
                .replace("{language}", "en");
        return ask(parts[0], path, "", token, body(endpoint, subject));
    }

    /** A body that no command is content with, so that a case stays as it is, but where a right one is looked at first. */
    private static String body(String endpoint, Subject subject) {
        return switch (endpoint) {
            case "POST /api/matters" -> "{\"title\":\"一事\",\"petitionIds\":[\"" + subject.petition() + "\"]}";
            case "POST /api/matters/{matterId}/give-opinion" -> OPINION;
            case "POST /api/assignments/preview" -> "{\"subject\":\"一\",\"text\":\"二\"}";
            case "POST /api/emergencies" -> asking(subject.petition());
            case "POST /api/topic-models" -> "{\"forced\":true}";
            case "POST /api/organisation/drafts" -> "{\"files\":[{\"name\":\"nothing\",\"text\":\"\"}]}";
            case "POST /api/organisation/versions" -> "{\"digest\":\"nothing\",\"reason\":\"一\"}";
            case "POST /api/cases/{petitionId}/contact" -> "{\"purpose\":\"call\"}";
            // They read no body, and refuse one that says something.
            case "POST /api/cases/{petitionId}/close",
                    "DELETE /api/cases/{petitionId}/near/{otherId}",
                    "POST /api/cases/{petitionId}/take-back",
                    "POST /api/cases/{petitionId}/take-up",
                    "POST /api/cases/{petitionId}/remind",
                    "POST /api/emergencies/{emergencyId}/confirm",
                    "POST /api/emergencies/{emergencyId}/open",
                    "PUT /api/matters/{matterId}/members/{petitionId}",
                    "DELETE /api/matters/{matterId}/members/{petitionId}" -> "{}";
            default -> "{\"nothing\":0}";
        };
    }

    private static String asking(String petition) {
        return "{\"petitionId\":\"" + petition + "\",\"purpose\":\"read\",\"reason\":\"来电称要轻生，承办人均联系不上\"}";
    }

    private static final String OPINION = """
        {"outcome":"explained","request":"一","facts":"二","reasons":"三","legalBasis":"四"}\
        """;

    private MockHttpServletResponse ask(
            String method, String path, String petition, RequestPostProcessor token, String body) throws Exception {
        long version =
                petition.isEmpty() ? 999 : store.find(petition).orElseThrow().version();
        MockHttpServletRequestBuilder request = request(HttpMethod.valueOf(method), path)
                .header("If-Match", "\"" + version + "\"")
                .with(token);
        return mvc.perform(
                        method.equals("GET")
                                ? request
                                : request.contentType(MediaType.APPLICATION_JSON)
                                        .content(body))
                .andReturn()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).isBetween(200, 201);
        return Json.MAPPER.readTree(answer.getContentAsByteArray());
    }

    /** All orders are one row. */
    private static Map<String, String> endpoints() {
        return rows("endpoints")
                .flatMap(row -> row.get(0).contains(ORDER)
                        ? OrderType.ALL.stream()
                                .map(type -> List.of(row.get(0).replace(ORDER, type.name()), row.get(1)))
                        : Stream.of(row))
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
    }

    private List<Right> rights() {
        return rows("rights")
                .map(row -> {
                    Map<String, String> expected = new LinkedHashMap<>();
                    for (int i = 0; i < kinds.size(); i++) {
                        expected.put(kinds.get(i), row.get(3 + i));
                    }
                    return new Right(row.get(0), row.get(1), row.get(2), expected);
                })
                .toList();
    }

    private static Stream<List<String>> rows(String table) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AuthorizationTest.class.getResourceAsStream("/authorization/" + table + ".csv")),
                StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(line.split(",")))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
