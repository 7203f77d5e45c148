package org.redress.routing.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.redress.routing.Tokens.as;
import static org.redress.routing.Tokens.officer;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Json;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.Intake;
import org.redress.routing.Published;
import org.redress.routing.RoutingStack;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.SealedTexts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@SpringBootTest(properties = {"redress.matters.look-every=24h", "redress.matters.part-every=24h"})
@AutoConfigureMockMvc
class MatterTest {

    private static final RoutingStack STACK = new RoutingStack();
    private static final String OPINION = """
            {"outcome":"supported","request":"补发加班工资","facts":"考勤属实","reasons":"应付未付",
             "legalBasis":"《工资支付暂行规定》","promises":[{"what":"补发","owner":"plant-1.labour","dueOn":"%s"}]}""".formatted(LocalDate.now().plusYears(1));

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
    private CaseCommands commands;

    @Autowired
    private SealedTexts texts;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private FanOut fanOut;

    @Autowired
    private MatterKeeper matterKeeper;

    private final RequestPostProcessor owner = officer("li.wei");
    private Intake intake;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        STACK.register(registry);
    }

    @BeforeEach
    void open() {
        intake = new Intake(producer, topics, STACK);
        mongo.remove(new Query(), Matter.class);
    }

    @Test
    void givesOneOpinionToEveryMember() throws Exception {
        List<String> members = accepted(120);
        String id = open(members);

        giveOpinion(id, 0, "one", OPINION)
                .andExpect(status().isAccepted())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.outcome").value("supported"))
                .andExpect(jsonPath("$.standings.pending").value(120));
        assertThat(fanOut.pending()).isEqualTo(120);
        takeAllRound(fanOut);

        assertThat(fanOut.pending()).isZero();
        read(id, owner)
                .andExpect(jsonPath("$.total").value(120))
                .andExpect(jsonPath("$.standings.given").value(120))
                .andExpect(jsonPath("$.title").value("三月份加班工资"));
        for (String member : members) {
            PetitionCase petitionCase = store.find(member).orElseThrow();
            assertThat(petitionCase.promises()).hasSize(1);
            assertThat(petitionCase.texts()).hasSize(1);
            assertThat(texts.read(petitionCase, petitionCase.texts().getFirst(), new Actor("li.wei", "plant-1.labour")))
                    .contains("考勤属实", "补发");
            assertThat(opinions(member)).isEqualTo(1);
        }
        assertThat(mongo.findById(id, Document.class, "matters").toJson()).doesNotContain("考勤属实", "三月份");
        mvc.perform(get("/api/cases/{id}", members.getFirst()).with(owner))
                .andExpect(jsonPath("$.matter").value(id))
                .andExpect(jsonPath("$.state").value("opinion-given"));
    }

    @Test
    void givesItOnceToWhomItWasGivenBeforeAKill() throws Exception {
        List<String> members = accepted(3);
        String id = open(members);
        giveOpinion(id, 0, "one", OPINION);
        takeAllRound(fanOut);

        // As if the process had been killed after the cases were written and before the list was.
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)), new Update().set("pending", members), Matter.class);
        takeAllRound(fanOut);

        assertThat(fanOut.pending()).isZero();
        assertThat(members).allSatisfy(member -> assertThat(opinions(member)).isEqualTo(1));
    }

    @Test
    void givesItOnceThoughTwoInstancesWorkAtOnce() throws Exception {
        List<String> members = accepted(120);
        String id = open(members);
        giveOpinion(id, 0, "one", OPINION);
        FanOut other = new FanOut(mongo, commands, texts, meters, Duration.ofSeconds(30));
        CountDownLatch begin = new CountDownLatch(1);

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> runs = new ArrayList<>();
            for (FanOut each : List.of(fanOut, other)) {
                runs.add(threads.submit(() -> {
                    begin.await();
                    await().until(() -> {
                        takeAllRound(each);
                        return each.pending() == 0;
                    });
                    return null;
                }));
            }
            begin.countDown();
            for (Future<?> run : runs) {
                run.get();
            }
        }

        read(id, owner).andExpect(jsonPath("$.standings.given").value(120));
        assertThat(members).allSatisfy(member -> assertThat(opinions(member)).isEqualTo(1));
    }

    @Test
    void saysWhoseCaseAllowsNoOpinionAndDoesNothing() throws Exception {
        List<String> members = accepted(2);
        String early = submit("plant-1");
        members.add(early);
        String id = open(members);

        giveOpinion(id, 0, "one", OPINION)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.members['" + early + "']").value("decision-before-answer"))
                .andExpect(jsonPath("$.detail").value("有 1 件信访件目前不能出具处理意见，各件附有相应规则。"));
        giveOpinion(id, 0, "one", OPINION.replace("plant-1.labour", "nobody")).andExpect(status().isConflict());
        change(delete("/api/matters/{id}/members/{member}", id, early))
                .andExpect(jsonPath("$.total").value(2));
        giveOpinion(id, 1, "one", OPINION.replace("plant-1.labour", "nobody"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("promises[0].owner"));
        assertThat(fanOut.pending()).isZero();
        giveOpinion(id, 1, "one", OPINION).andExpect(status().isAccepted());
    }

    @Test
    void tellsWhichCaseChangedTooLateForTheOpinion() throws Exception {
        List<String> members = accepted(2);
        String id = open(members);
        giveOpinion(id, 0, "one", OPINION);
        take(members.getFirst(), "give-opinion", OPINION);

        takeAllRound(fanOut);

        read(id, owner)
                .andExpect(jsonPath("$.standings.given").value(1))
                .andExpect(jsonPath("$.members[0].standing").value("refused"))
                .andExpect(jsonPath("$.members[0].rule").value("answered-once"));
        assertThat(opinions(members.getFirst())).isEqualTo(1);
    }

    @Test
    void givesNoOpinionOfAnOfficerOnWhatTurnedOutToBeAboutThem() throws Exception {
        List<String> members = accepted(2);
        String id = open(members);
        giveOpinion(id, 0, "one", OPINION);
        take(members.getFirst(), "screen", "{\"accused\":[\"li.wei\"],\"note\":\"来电说明\"}");

        takeAllRound(fanOut);

        mvc.perform(get("/api/matters/{id}", id).with(officer("zhou.mingyuan")))
                .andExpect(jsonPath("$.members[0].standing").value("refused"))
                .andExpect(jsonPath("$.members[0].rule").value("kept-out"));
        read(id, owner).andExpect(status().isNotFound());
        assertThat(opinions(members.getLast())).isEqualTo(1);
        assertThat(opinions(members.getFirst())).isZero();
    }

    @Test
    void holdsUpNobodyForACaseThatCannotBeAsked() throws Exception {
        List<String> members = accepted(60);
        String id = open(members);
        giveOpinion(id, 0, "one", OPINION);
        Query first = Query.query(Criteria.where("_id").is(members.getFirst()));
        mongo.updateFirst(first, new Update().set("registration.edition", 99), PetitionCase.class);

        takeAllRound(fanOut);

        read(id, owner)
                .andExpect(jsonPath("$.standings.given").value(59))
                .andExpect(jsonPath("$.members[0].standing").value("pending"));
        mongo.updateFirst(first, new Update().set("registration.edition", 1), PetitionCase.class);
        mongo.updateFirst(new Query(), new Update().unset("claim"), Matter.class);
        takeAllRound(fanOut);
        assertThat(fanOut.pending()).isZero();
    }

    @Test
    void givesItToWhomIsAddedLaterAndKeepsWhomItReached() throws Exception {
        List<String> members = accepted(2);
        String late = accepted(1).getFirst();
        String early = submit("plant-1");
        String id = open(members);
        giveOpinion(id, 0, "one", OPINION);
        takeAllRound(fanOut);

        change(put("/api/matters/{id}/members/{member}", id, early)).andExpect(status().isConflict());
        change(put("/api/matters/{id}/members/{member}", id, late))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.standings.pending").value(1));
        change(put("/api/matters/{id}/members/{member}", id, late))
                .andExpect(jsonPath("$.total").value(3));
        takeAllRound(fanOut);

        assertThat(opinions(late)).isEqualTo(1);
        change(delete("/api/matters/{id}/members/{member}", id, late))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("opinion-keeps-members"));
    }

    @Test
    void takesARepeatForOneAndAnotherOpinionForWrong() throws Exception {
        List<String> members = accepted(1);
        String key = UUID.randomUUID().toString();
        String body = body(members);
        String id =
                idOf(change(post("/api/matters").header("Idempotency-Key", key).content(body)));

        assertThat(idOf(change(
                        post("/api/matters").header("Idempotency-Key", key).content(body))))
                .isEqualTo(id);
        change(post("/api/matters").header("Idempotency-Key", key).content(body.replace("三月", "四月")))
                .andExpect(status().isUnprocessableContent());
        change(post("/api/matters").content(body))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.petitionIds[0]").value(members.getFirst()));
        change(delete("/api/matters/{id}/members/{member}", id, members.getFirst()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("last-member-stays"));
        giveOpinion(id, 7, "a", OPINION)
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.version").value(0));
        change(post("/api/matters/{id}/give-opinion", id).content(OPINION))
                .andExpect(status().isPreconditionRequired());
        giveOpinion(id, 0, "a", OPINION).andExpect(status().isAccepted());
        giveOpinion(id, 0, "a", OPINION).andExpect(status().isAccepted());
        giveOpinion(id, 0, "a", OPINION.replace("属实", "不实")).andExpect(status().isUnprocessableContent());
        giveOpinion(id, 1, "b", OPINION)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("opinion-given-once"));
        takeAllRound(fanOut);
        assertThat(opinions(members.getFirst())).isEqualTo(1);
    }

    @Test
    void showsOfAMatterWhatTheReaderMaySee() throws Exception {
        List<String> members = accepted(2);
        String elsewhere = submit("project-1");
        members.add(elsewhere);
        change(post("/api/matters").content(body(members)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("petitionIds[2]"));
        String id = idOf(mvc.perform(post("/api/matters")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(members))
                .with(as("watcher", "supervisor"))));

        read(id, owner)
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.members", hasSize(2)))
                .andExpect(jsonPath("$.standings.open").value(2));
        read(id, as("watcher", "supervisor")).andExpect(jsonPath("$.total").value(3));
        read(id, officer("he.rong")).andExpect(status().isNotFound());
        read(id, as("counter", "adapter")).andExpect(status().isForbidden());
        giveOpinion(id, 0, "one", OPINION).andExpect(status().isForbidden());
        change(delete("/api/matters/{id}/members/{member}", id, elsewhere)).andExpect(status().isForbidden());
        mvc.perform(get("/api/matters").with(owner))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].matterId").value(id))
                .andExpect(jsonPath("$.items[0].members").doesNotExist());
        mvc.perform(get("/api/matters").with(officer("he.rong"))).andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void endsAPageAfterManyThatAreNotTheReaders() throws Exception {
        String own = open(accepted(1));
        Document known = mongo.findById(own, Document.class, "matters");
        for (int number = 0; number < 100; number++) {
            String id = "ffffffff-0000-7000-8000-%012d".formatted(number);
            mongo.insert(
                    new Document(known)
                            .append("_id", id)
                            .append(
                                    "members",
                                    IntStream.range(0, 100)
                                            .mapToObj(each -> id + " " + each)
                                            .toList()),
                    "matters");
        }

        int pages = 0;
        String next = "";
        List<String> found = new ArrayList<>();
        while (next != null) {
            byte[] body = mvc.perform(get("/api/matters" + (next.isEmpty() ? "" : "?cursor=" + next))
                            .with(owner))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            JsonNode page = Json.MAPPER.readTree(body);
            page.path("items").forEach(item -> found.add(item.path("matterId").asString()));
            next = page.path("next").isNull() ? null : page.path("next").asString();
            pages++;
        }

        assertThat(found).containsExactly(own);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void hidesAMatterFromWhomOneOfItsMembersHasComeToBeKept() throws Exception {
        List<String> members = accepted(2);
        String id = open(members);

        take(members.getFirst(), "recuse", "{\"officer\":\"li.wei\",\"reason\":\"亲属\"}");

        read(id, owner).andExpect(status().isNotFound());
        read(id, officer("zhao.gang")).andExpect(jsonPath("$.total").value(2));
        mvc.perform(get("/api/matters").with(owner)).andExpect(jsonPath("$.items", hasSize(0)));
        mvc.perform(get("/api/cases/{id}", members.getLast()).with(owner))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matter").doesNotExist());

        change(post("/api/matters").content(body(members.subList(1, 2))))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.petitionIds").doesNotExist())
                .andExpect(jsonPath("$.detail").value(not(containsString("another"))));

        matterKeeper.lookAtAll();

        change(post("/api/matters").content(body(members.subList(1, 2))))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.petitionIds[0]").value(members.getLast()));
        read(id, owner)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.members[0].petitionId").value(members.getLast()));
        matterKeeper.lookAtAll();
        read(id, owner).andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void takesOnlyCasesThatAreKeptFromTheSamePeople() throws Exception {
        List<String> members = accepted(2);
        take(members.getFirst(), "recuse", "{\"officer\":\"li.wei\",\"reason\":\"亲属\"}");

        mvc.perform(post("/api/matters")
                        .with(officer("zhao.gang"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body(members)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("members-are-kept-alike"));
        String id = open(members.subList(1, 2));
        mvc.perform(put("/api/matters/{id}/members/{member}", id, members.getFirst())
                        .with(officer("zhao.gang")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("members-are-kept-alike"));
    }

    @Test
    void takesNoCaseThatHasEnded() throws Exception {
        List<String> members = accepted(2);
        String id = open(members.subList(1, 2));
        String ended = submit("plant-1");
        take(ended, "decline", "{\"reason\":\"属仲裁事项。\",\"whereToGo\":\"劳动仲裁委员会\"}");

        mvc.perform(put("/api/matters/{id}/members/{member}", id, ended).with(officer("zhao.gang")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("members-are-open"));
        mvc.perform(post("/api/matters")
                        .with(officer("zhao.gang"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body(List.of(members.getFirst(), ended))))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("members-are-open"));
    }

    @Test
    void listsTheNewestFirstPageByPage() throws Exception {
        List<String> opened = new ArrayList<>();
        for (String member : accepted(3)) {
            opened.addFirst(open(List.of(member)));
        }

        mvc.perform(get("/api/matters?limit=2").with(owner))
                .andExpect(jsonPath("$.items[0].matterId").value(opened.get(0)))
                .andExpect(jsonPath("$.items[1].matterId").value(opened.get(1)))
                .andExpect(jsonPath("$.next").value(opened.get(1)));
        mvc.perform(get("/api/matters?limit=2&cursor=" + opened.get(1)).with(owner))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].matterId").value(opened.get(2)))
                .andExpect(jsonPath("$.next").isEmpty());
    }

    private List<String> accepted(int count) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ids.add(send("plant-1"));
        }
        for (String id : ids) {
            registered(id);
            take(id, "accept", "{}");
        }
        return ids;
    }

    private String submit(String unit) {
        return registered(send(unit));
    }

    private String send(String unit) {
        PetitionSubmitted petition = intake.appeal(unit, "拖欠工资", "没发工资", Instant.now());
        intake.send(petition);
        return petition.head().aggregateId();
    }

    private String registered(String id) {
        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> store.find(id).isPresent());
        return id;
    }

    private void take(String id, String step, String body) throws Exception {
        change(post("/api/cases/{id}/{step}", id, step)
                        .header("If-Match", "\"" + store.find(id).orElseThrow().version() + "\"")
                        .content(body))
                .andExpect(status().isOk());
    }

    private String open(List<String> members) throws Exception {
        return idOf(change(post("/api/matters").content(body(members))));
    }

    private static String body(List<String> members) {
        return "{\"title\":\"三月份加班工资\",\"petitionIds\":[%s]}"
                .formatted(members.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",")));
    }

    private static String idOf(ResultActions answer) throws Exception {
        byte[] opened =
                answer.andExpect(status().isCreated()).andReturn().getResponse().getContentAsByteArray();
        return Json.MAPPER.readTree(opened).path("matterId").asString();
    }

    private ResultActions giveOpinion(String id, long version, String key, String opinion) throws Exception {
        return change(post("/api/matters/{id}/give-opinion", id)
                .header("If-Match", "\"" + version + "\"")
                .header("Idempotency-Key", key)
                .content(opinion));
    }

    private ResultActions change(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).with(owner));
    }

    private ResultActions read(String id, RequestPostProcessor reader) throws Exception {
        return mvc.perform(get("/api/matters/{id}", id).with(reader));
    }

    private long opinions(String petitionId) {
        Published published = new Published(mongo);
        long sequence = store.find(petitionId).orElseThrow().sequence();
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .until(() -> published.of(petitionId).size() == sequence);
        return published.of(petitionId).stream()
                .filter(CaseStepTaken.class::isInstance)
                .map(CaseStepTaken.class::cast)
                .filter(event -> event.step().equals("give-opinion"))
                .count();
    }

    private static void takeAllRound(FanOut some) {
        while (some.takeSomeRound()) {
            // As long as there is more.
        }
    }
}
