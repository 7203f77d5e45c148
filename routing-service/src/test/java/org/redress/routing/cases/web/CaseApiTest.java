package org.redress.routing.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.redress.routing.Tokens.as;
import static org.redress.routing.Tokens.officer;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.contracts.Json;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.Intake;
import org.redress.routing.Published;
import org.redress.routing.RoutingStack;
import org.redress.routing.cases.CaseText;
import org.redress.routing.cases.HistoryEntry;
import org.redress.routing.cases.PetitionCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
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
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@SpringBootTest
@AutoConfigureMockMvc
class CaseApiTest {

    private static final RoutingStack STACK = new RoutingStack();

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

    private Intake intake;
    private final Instant now = Instant.now();

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        STACK.register(registry);
    }

    @BeforeEach
    void open() {
        intake = new Intake(producer, topics, STACK);
    }

    @Test
    void showsACaseToItsOwnerWithContentAndExplanations() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "三个月没发工资了", now));

        read(id, officer("li.wei"), "zh")
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.ETAG, "\"0\""))
                .andExpect(jsonPath("$.petitionId").value(id))
                .andExpect(jsonPath("$.state").value("registered"))
                .andExpect(jsonPath("$.topic").value("labour.pay.arrears"))
                .andExpect(jsonPath("$.topicReason").value(startsWith("标题含“拖欠工资”")))
                .andExpect(jsonPath("$.unit").value("plant-1"))
                .andExpect(jsonPath("$.owner").value("plant-1.labour"))
                .andExpect(jsonPath("$.ownerReason").value(startsWith("因为责任网中")))
                .andExpect(jsonPath("$.version").value(0))
                .andExpect(jsonPath("$.occurredOn").value("2026-02-01"))
                .andExpect(jsonPath("$.headCount").value(1))
                .andExpect(jsonPath("$.headCountClaimed").value(true))
                .andExpect(jsonPath("$.clocks[0].kind").value("notice"))
                .andExpect(jsonPath("$.clocks[0].explanation").value(startsWith("依据《信访工作条例》 23，期限15日")))
                .andExpect(jsonPath("$.clocks[0].rungs[0].rung").value("half"))
                .andExpect(jsonPath("$.clocks[0].rungs[0].passedBeforeImport").value(false))
                .andExpect(jsonPath("$.content.subject").value("拖欠工资"))
                .andExpect(jsonPath("$.content.place").value("厂区东门"));
        read(id, officer("li.wei"), "en")
                .andExpect(jsonPath("$.clocks[0].explanation").value(startsWith("By 《信访工作条例》 23: 15 days from")));
        assertThat(unsealedBy(id)).contains("li.wei");
    }

    @ParameterizedTest
    @CsvSource({
        // who,          role,       ordinary, opened, report
        "li.wei,         officer,    200, true,  404",
        "qian.yun,       officer,    200, true,  404",
        "zhao.gang,      officer,    200, true,  404",
        "chen.jing,      officer,    200, true,  404",
        "zhou.mingyuan,  officer,    200, true,  404",
        "deng.hui,       officer,    404, false, 404",
        "he.rong,        officer,    404, false, 404",
        "bai.lu,         officer,    404, false, 200",
        "qin.zheng,      officer,    404, false, 200",
        "stranger,       officer,    404, false, 404",
        "watcher,        supervisor, 200, true,  404",
        "watcher,        auditor,    200, false, 404",
        "notification,   service,    403, false, 403",
        "root,           admin,      403, false, 403",
        "counter,        adapter,    403, false, 403"
    })
    void opensToEachReaderWhatIsTheirs(String who, String role, int ordinary, boolean opened, int report)
            throws Exception {
        String appeal = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        String restricted = submit(intake.petition("report", "plant-1", "检举", "拖欠工资", now, now));
        RequestPostProcessor reader = as(who, role);

        read(appeal, reader, "zh")
                .andExpect(status().is(ordinary))
                .andExpect(
                        opened
                                ? jsonPath("$.content").exists()
                                : jsonPath("$.content").doesNotExist());
        read(restricted, reader, "zh").andExpect(status().is(report));
        if (ordinary != 403) {
            List<String> listed = listed(reader, "limit=500");
            assertThat(listed.contains(appeal)).isEqualTo(ordinary == 200);
            assertThat(listed.contains(restricted)).isEqualTo(report == 200);
        }
    }

    @Test
    void asksForAToken() throws Exception {
        mvc.perform(get("/api/cases")).andExpect(status().isUnauthorized());
    }

    @Test
    void takesACaseThroughItsCommands() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));

        command(id, "answer", "{\"text\":\"已补发\"}", officer("li.wei"))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.rule").value("decision-before-answer"))
                .andExpect(jsonPath("$.openSteps[0]").value("accept"))
                .andExpect(jsonPath("$.openSteps[1]").value("decline"))
                .andExpect(jsonPath("$.detail").value("尚未决定是否受理，请先受理或不予受理。"));
        command(id, "accept", "{\"way\":\"simplified\"}", officer("li.wei"))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.ETAG, "\"1\""))
                .andExpect(jsonPath("$.state").value("accepted"))
                .andExpect(jsonPath("$.clocks[1].kind").value("simplified"));
        command(id, "accept", null, officer("li.wei")).andExpect(status().isConflict());
        command(id, "answer", "{\"text\":\"已于本月补发。\"}", officer("zhao.gang")).andExpect(status().isOk());
        command(id, "close", null, as("watcher", "supervisor"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("closed"))
                .andExpect(jsonPath("$.nextDueAt").isEmpty());

        Published published = new Published(mongo);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(published.of(id)).hasSize(4));
        assertThat(published.of(id).get(1))
                .isInstanceOfSatisfying(
                        CaseAccepted.class,
                        event -> assertThat(event.acceptedBy()).isEqualTo("plant-1.labour"));
        CaseAnswered answered = (CaseAnswered) published.of(id).get(2);
        assertThat(answered.answeredBy()).isEqualTo("plant-1.director");
        mvc.perform(get("/api/cases/{id}/texts/{text}", id, answered.answer().textId())
                        .with(officer("li.wei")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.text").value("已于本月补发。"))
                .andExpect(jsonPath("$.digest").value(answered.answer().digest()));
        mvc.perform(get("/api/cases/{id}/texts/{text}", id, answered.answer().textId())
                        .with(as("watcher", "auditor")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/cases/{id}/texts/none", id).with(officer("li.wei")))
                .andExpect(status().isNotFound());
        read(id, officer("li.wei"), "zh")
                .andExpect(jsonPath("$.history[*].what").value(hasItem("answered")))
                .andExpect(jsonPath("$.texts[0].kind").value("answer"));
        assertThat(mongo.findById(id, Document.class, "cases").toJson()).doesNotContain("已于本月补发");

        keepTextAsOlderReleasesDid(id, answered.answer().textId());
        text(id, answered.answer().textId(), officer("li.wei"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.text").value("已于本月补发。"));
    }

    private void keepTextAsOlderReleasesDid(String id, String text) {
        Document beside = mongo.getCollection("case_texts").findOneAndDelete(Filters.eq("_id", id + " " + text));
        assertThat(beside).isNotNull();
        mongo.getCollection("cases")
                .updateOne(
                        Filters.and(Filters.eq("_id", id), Filters.eq("texts._id", text)),
                        Updates.set("texts.$.sealed", beside.get("sealed")));
    }

    @Test
    void opensWhatThePetitionerAddedToOfficersAloneAndWritesItDown() throws Exception {
        PetitionSubmitted petition = intake.appeal("plant-1", "拖欠工资", "没发工资", now);
        String id = submit(petition);
        PetitionSupplemented supplement = intake.supplement(petition, 2, "另附工资条三张");
        PetitionWithdrawn withdrawal = intake.withdrawal(petition, 3, "已解决");
        intake.send(supplement);
        intake.send(withdrawal);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> read(id, officer("li.wei"), "zh")
                        .andExpect(jsonPath("$.state").value("withdrawn")));

        read(id, officer("li.wei"), "zh")
                .andExpect(jsonPath("$.texts[0].kind").value("supplement"))
                .andExpect(jsonPath("$.texts[0].digest").doesNotExist())
                .andExpect(jsonPath("$.texts[1].kind").value("withdrawal-reason"))
                .andExpect(jsonPath("$.history[1].what").value("supplemented"))
                .andExpect(jsonPath("$.history[1].textId").value(supplement.requestId()))
                .andExpect(jsonPath("$.history[2].what").value("withdrawn"))
                .andExpect(jsonPath("$.openSteps[0]").value("set-heading"));
        text(id, supplement.requestId(), officer("zhao.gang"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.text").value("另附工资条三张"));
        text(id, withdrawal.requestId(), officer("zhao.gang"))
                .andExpect(jsonPath("$.text").value("已解决"));
        text(id, supplement.requestId(), as("notification", "service")).andExpect(status().isForbidden());
        text(id, supplement.requestId(), as("watcher", "auditor")).andExpect(status().isForbidden());
        text(id, supplement.requestId(), officer("deng.hui")).andExpect(status().isNotFound());
        assertThat(unsealedBy(id)).filteredOn("zhao.gang"::equals).hasSize(2);
        assertThat(unsealedBy(id)).doesNotContain("notification");
        command(id, "accept", null, officer("li.wei"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("信访人已撤回该事项。"));
        assertThat(listed(officer("li.wei"), "state=withdrawn")).contains(id);
    }

    @Test
    void opensAContactForOnePurposeAndShowsByWhomAndWhatFor() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));

        contact(id, "call", officer("li.wei"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("测试人"))
                .andExpect(jsonPath("$.phone").value("+8613800000000"))
                .andExpect(jsonPath("$.representatives").isEmpty());
        contact(id, "write", officer("qian.yun"))
                .andExpect(jsonPath("$.name").value("测试人"))
                .andExpect(jsonPath("$.phone").doesNotExist());
        contact(id, "gossip", officer("li.wei"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("purpose"));
        contact(id, "call", as("watcher", "auditor")).andExpect(status().isForbidden());
        // Who heads the plant reads the words, and gets in touch once they take it in personal charge.
        contact(id, "call", officer("zhao.gang")).andExpect(status().isForbidden());
        contact(id, "call", officer("deng.hui")).andExpect(status().isNotFound());

        mvc.perform(get("/internal/unsealings/{id}", id).with(as("intake", "service")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].what", contains("content", "contact", "contact", "contact")))
                .andExpect(jsonPath("$[0].role").value("routing"))
                .andExpect(jsonPath("$[2].role").value("第一机械厂 劳资科长"))
                .andExpect(jsonPath("$[2].why").value("contacting"))
                .andExpect(jsonPath("$[2].purpose").value("call"))
                .andExpect(jsonPath("$[3].role").value("第一机械厂 劳资科长"))
                .andExpect(content().string(not(containsString("li.wei"))));
        mvc.perform(get("/internal/unsealings/{id}", id)
                        .header("Accept-Language", "en")
                        .with(as("intake", "service")))
                .andExpect(jsonPath("$[2].role").value("Machine Plant 1 Head of labour and pay"));
        mvc.perform(get("/api/cases/{id}/unsealings", id).with(as("watcher", "auditor")))
                .andExpect(jsonPath("$[2].officer").value("li.wei"))
                .andExpect(jsonPath("$[2].post").value("plant-1.labour"))
                .andExpect(jsonPath("$[3].purpose").value("write"));
    }

    @Test
    void givesEachOpeningItsPlaceInTheChainThoughManyComeAtOnce() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        List<Future<Integer>> reads = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 24; i++) {
                reads.add(threads.submit(() -> read(id, officer("li.wei"), "zh")
                        .andReturn()
                        .getResponse()
                        .getStatus()));
            }
        }

        for (Future<Integer> read : reads) {
            assertThat(read.get()).isEqualTo(200);
        }
        List<Document> lines = mongo.findAll(Document.class, "ledger").stream()
                .filter(line -> id.equals(line.getString("petitionId")))
                // Whenever the day is grouped.
                .filter(line -> !line.getString("why").equals("GROUPING"))
                .toList();
        assertThat(lines).hasSize(26);
        List<Document> chain = mongo.findAll(Document.class, "ledger").stream()
                .sorted(Comparator.comparing(line -> line.getLong("_id")))
                .toList();
        for (int i = 1; i < chain.size(); i++) {
            assertThat(chain.get(i).getLong("_id")).isEqualTo(i + 1);
            assertThat(chain.get(i).getString("previous"))
                    .isEqualTo(chain.get(i - 1).getString("hash"));
        }
        mvc.perform(get("/internal/unsealings/{id}", id).with(as("intake", "service")))
                .andExpect(jsonPath("$[*].count", hasItem(24)));
    }

    @Test
    void triesThePetitionNobodyHandedIn() throws Exception {
        preview("{\"unit\":\"plant-1\",\"subject\":\"拖欠工资\",\"text\":\"没发工资\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.owner").value("plant-1.labour"))
                .andExpect(jsonPath("$.ownerReason").value(startsWith("因为责任网中")))
                .andExpect(jsonPath("$.restricted").value(false));
        preview("{\"unit\":\"plant-1\",\"subject\":\"拖欠工资\",\"text\":\"赵刚说了算\"}")
                .andExpect(jsonPath("$.owner").value("machinery.petitions"))
                .andExpect(jsonPath("$.screening").value(true));
        preview("{\"purpose\":\"report\",\"subject\":\"检举\",\"text\":\"收受礼品\"}")
                .andExpect(jsonPath("$.owner").value("discipline.desk"))
                .andExpect(jsonPath("$.topic").isEmpty());
        preview("{\"purpose\":\"wish\",\"subject\":\"一\",\"text\":\"二\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("purpose"));
    }

    @Test
    void opensAContactToWhoLeadsOnlyOnceTheyTookTheCaseInPersonalCharge() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        contact(id, "call", officer("zhao.gang"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("只向承办人")));

        command(id, "take-charge", null, officer("zhao.gang")).andExpect(status().isOk());

        contact(id, "call", officer("zhao.gang"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("测试人"));
    }

    private ResultActions preview(String body) throws Exception {
        return mvc.perform(post("/api/assignments/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as("root", "admin")));
    }

    private ResultActions contact(String id, String purpose, RequestPostProcessor reader) throws Exception {
        return mvc.perform(post("/api/cases/{id}/contact", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"purpose\":\"" + purpose + "\"}")
                .with(reader));
    }

    private ResultActions text(String id, String text, RequestPostProcessor reader) throws Exception {
        return mvc.perform(get("/api/cases/{id}/texts/{text}", id, text).with(reader));
    }

    @Test
    void declinesWithReasonAndWhereToGo() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));

        command(id, "decline", "{\"reason\":\"属仲裁事项。\",\"whereToGo\":\"劳动仲裁委员会\"}", officer("li.wei"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("declined"))
                .andExpect(jsonPath("$.openSteps[0]").value("serve"));
    }

    @Test
    void refusesCommandsOfWhoMayNotGiveThem() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));

        command(id, "accept", null, officer("deng.hui")).andExpect(status().isNotFound());
        command(id, "accept", null, as("watcher", "auditor")).andExpect(status().isForbidden());
        command(id, "accept", null, as("notification", "service")).andExpect(status().isForbidden());
        mvc.perform(post("/api/cases/{id}/accept", id).with(as("deng.hui", "officer", "auditor")))
                .andExpect(status().isForbidden());
        assertThat(store.find(id).orElseThrow().version()).isZero();
    }

    @Test
    void changesOnlyTheVersionTheOfficerSaw() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));

        mvc.perform(post("/api/cases/{id}/accept", id).with(officer("li.wei")))
                .andExpect(status().isPreconditionRequired())
                .andExpect(jsonPath("$.detail").value("请说明您所修改的版本（If-Match）。"));
        mvc.perform(post("/api/cases/{id}/accept", id).with(officer("li.wei")).header("If-Match", "seven"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("If-Match"));
        command(id, "comment", "{\"text\":\"已电话联系\"}", officer("zhao.gang")).andExpect(status().isOk());
        mvc.perform(post("/api/cases/{id}/accept", id).with(officer("li.wei")).header("If-Match", "\"0\""))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.changes[0].what").value("commented"))
                .andExpect(jsonPath("$.changes[0].post").value("plant-1.director"));
        mvc.perform(post("/api/cases/{id}/accept", id).with(officer("li.wei")).header("If-Match", "\"1\""))
                .andExpect(status().isOk());
    }

    @Test
    void doesACommandOnceHoweverOftenItComesUnderItsKey() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));

        for (int time = 0; time < 3; time++) {
            mvc.perform(post("/api/cases/{id}/comment", id)
                            .with(officer("li.wei"))
                            .header("If-Match", "\"0\"")
                            .header("Idempotency-Key", "key-1")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"text\":\"已电话联系\"}"))
                    .andExpect(status().isOk())
                    .andExpect(header().string(HttpHeaders.ETAG, "\"1\""));
        }
        mvc.perform(post("/api/cases/{id}/comment", id)
                        .with(officer("qian.yun"))
                        .header("If-Match", "\"0\"")
                        .header("Idempotency-Key", "key-1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":\"另一人\"}"))
                .andExpect(status().isPreconditionFailed());
        mvc.perform(post("/api/cases/{id}/comment", id)
                        .with(officer("li.wei"))
                        .header("If-Match", "\"1\"")
                        .header("Idempotency-Key", "key-1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":\"别的话\"}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("Idempotency-Key"));
        mvc.perform(post("/api/cases/{id}/accept", id)
                        .with(officer("li.wei"))
                        .header("If-Match", "\"1\"")
                        .header("Idempotency-Key", "key-1"))
                .andExpect(status().is(422));

        assertThat(store.find(id).orElseThrow().texts()).hasSize(1);
    }

    @Test
    void listsAHeadingThatAnOfficerWroteAndTellsNoTopicOfIt() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        read(id, officer("li.wei"), "zh")
                .andExpect(jsonPath("$.heading").value("反映第一机械厂拖欠工资问题"))
                .andExpect(jsonPath("$.headingProposed").value(true));

        command(id, "set-heading", "{\"heading\":\"高温季节津贴的发放\"}", officer("li.wei"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.heading").value("高温季节津贴的发放"))
                .andExpect(jsonPath("$.headingProposed").value(false));

        assertThat(list(officer("zhao.gang"), "number=" + id).toString()).contains("高温季节津贴的发放");
        read(id, officer("wang.li"), "zh").andExpect(status().isNotFound());
        await().untilAsserted(
                        () -> assertThat(new Published(mongo).of(id).toString()).contains("set-heading"));
        assertThat(new Published(mongo).of(id).toString()).doesNotContain("津贴");
    }

    @ParameterizedTest
    @CsvSource({
        "关于李 蔚扣发津贴的问题,            heading-names-an-officer,         本单位人员",
        "关于劳资科长扣发津贴的问题,         heading-names-an-officer,         本单位人员",
        "反映测试人的津贴问题,               heading-names-the-petitioner,     信访人",
        "津贴问题，电话１３８-0000-0000,     heading-holds-a-number,           7 位以上",
        "津贴问题，电话一三八〇〇〇〇,       heading-holds-a-number,           7 位以上",
        "今年七月八月 的高温季節津贴，没有,  heading-quotes-the-petitioner,    原话"
    })
    void refusesAHeadingThatGivesAnythingAway(String heading, String rule, String sentence) throws Exception {
        String id = submit(intake.appeal("plant-1", "津贴", "今年七月、八月的高温季节津贴没有发放。", now));

        command(id, "set-heading", "{\"heading\":\"" + heading + "\"}", officer("li.wei"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.rule").value(rule))
                .andExpect(jsonPath("$.errors[0].field").value("heading"))
                .andExpect(jsonPath("$.errors[0].problem").value(containsString(sentence)));
        command(id, "set-heading", "{\"heading\":\"今年七月八月的高温季\"}", officer("li.wei"))
                .andExpect(status().isOk());
    }

    @Test
    void movesNoDateByCommentsCorrectionsAndOtherOwners() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        PetitionCase before = store.find(id).orElseThrow();

        for (int time = 0; time < 20; time++) {
            String post = time % 2 == 0 ? "plant-1.petitions" : "plant-1.labour";
            String topic = time % 2 == 0 ? "labour.hours" : "labour.pay.arrears";
            command(id, "comment", "{\"text\":\"备注\"}", officer("zhao.gang")).andExpect(status().isOk());
            command(id, "reassign", "{\"post\":\"" + post + "\",\"reason\":\"轮换\"}", officer("zhao.gang"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.owner").value(post));
            command(id, "reclassify", "{\"topic\":\"" + topic + "\",\"reason\":\"更正\"}", officer("zhao.gang"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.topic").value(topic));
        }

        PetitionCase after = store.find(id).orElseThrow();
        assertThat(after.version()).isEqualTo(before.version() + 60);
        assertThat(after.clocks()).isEqualTo(before.clocks());
        assertThat(after.dueAt()).isEqualTo(before.dueAt());
        assertThat(after.nextDueAt()).isEqualTo(before.nextDueAt());
    }

    @Test
    void explainsEveryDateInBothLanguages() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));

        mvc.perform(get("/api/cases/{id}/clocks", id).with(as("watcher", "auditor")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].kind").value("notice"))
                .andExpect(jsonPath("$[0].number").value(1))
                .andExpect(jsonPath("$[0].right").value(false))
                .andExpect(jsonPath("$[0].steps.zh[0]").value("依据《信访工作条例》 23"))
                .andExpect(jsonPath("$[0].steps.zh[1]").value("期限15日"))
                .andExpect(jsonPath("$[0].steps.en[1]").value("that day is not counted"))
                .andExpect(jsonPath("$[0].rungs[?(@.rung == 'due')].zh").value("截止日次日零时，期限届满"));
        mvc.perform(get("/api/cases/{id}/clocks", id).with(officer("deng.hui"))).andExpect(status().isNotFound());
    }

    @Test
    void joinsOnlyToACaseTheOfficerMaySeeAndThatStandsForItself() throws Exception {
        String first = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        String second = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        String elsewhere = submit(intake.appeal("east-estate", "小区电梯", "物业不修电梯", now));

        command(first, "merge", into(elsewhere), officer("zhao.gang")).andExpect(status().isBadRequest());
        command(first, "merge", into(second), officer("zhao.gang"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("merged"))
                .andExpect(jsonPath("$.mergedInto").value(second));
        command(second, "merge", into(first), officer("zhao.gang")).andExpect(status().isBadRequest());
    }

    @Test
    void pointsAtNoCaseThatIsKeptFromTheReader() throws Exception {
        String joined = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        String kept = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        String recusal = "{\"officer\":\"li.wei\",\"reason\":\"亲属\"}";
        command(joined, "merge", into(kept), officer("zhao.gang")).andExpect(status().isOk());

        command(kept, "recuse", recusal, officer("li.wei")).andExpect(status().isOk());

        // The two are not kept from the same people any more: the joined one parts tomorrow, and shows nothing of the
        // other.
        read(joined, officer("li.wei"), "zh")
                .andExpect(jsonPath("$.state").value("merged"))
                .andExpect(jsonPath("$.history[*].what").value(not(hasItem("merged"))))
                .andExpect(content().string(not(containsString(kept))));
        assertThat(list(officer("li.wei"), "state=registered").toString()).doesNotContain(kept);
        read(joined, officer("zhao.gang"), "zh")
                .andExpect(jsonPath("$.history[*].detail").value(hasItem(kept)));
        String another = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        command(another, "merge", into(kept), officer("zhao.gang"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("into"));
    }

    @Test
    void opensAJoinedCaseAgainWhenTheOtherEndsWithoutAnAnswer() throws Exception {
        PetitionSubmitted petition = intake.appeal("plant-1", "拖欠工资", "没发工资", now);
        String joined = submit(petition);
        String other = submit(intake.appeal("plant-2", "拖欠工资", "没发工资", now));
        command(joined, "merge", into(other), officer("lin.feng")).andExpect(status().isOk());
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            read(other, officer("pan.xue"), "zh")
                    .andExpect(jsonPath("$.history[*].what").value(hasItem("joined")));
            read(joined, officer("pan.xue"), "zh").andExpect(jsonPath("$.owner").value("plant-2.petitions"));
        });
        intake.send(intake.supplement(petition, 2, "另附工资条三张"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(new Published(mongo).of(joined))
                        .last()
                        .isInstanceOfSatisfying(
                                CaseSupplemented.class,
                                told -> assertThat(told.alerts()).containsExactly("plant-2.petitions")));

        command(other, "decline", "{\"reason\":\"请向法院起诉\"}", officer("pan.xue")).andExpect(status().isOk());

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            read(joined, officer("li.wei"), "zh")
                    .andExpect(jsonPath("$.state").value("registered"))
                    .andExpect(jsonPath("$.owner").value("plant-1.labour"))
                    .andExpect(jsonPath("$.nextDueAt").isNotEmpty())
                    .andExpect(jsonPath("$.history[*].what").value(not(hasItem("separated"))));
            read(joined, officer("lin.feng"), "zh")
                    .andExpect(jsonPath("$.history[*].what").value(hasItem("separated")));
            read(other, officer("lin.feng"), "zh")
                    .andExpect(jsonPath("$.history[*].what").value(hasItem("released")));
        });
    }

    @Test
    void givesAJoinedCaseTheOpinionOfTheOtherOnceWhoeverIsKilledBetween() throws Exception {
        String joined = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        String other = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        command(other, "accept", null, officer("li.wei")).andExpect(status().isOk());
        command(other, "give-opinion", OPINION, officer("li.wei")).andExpect(status().isOk());
        command(joined, "merge", into(other), officer("zhao.gang")).andExpect(status().isOk());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> read(joined, officer("li.wei"), "zh")
                        .andExpect(jsonPath("$.state").value("opinion-given"))
                        .andExpect(jsonPath("$.mergedInto").value(other))
                        .andExpect(jsonPath("$.openSteps[0]").value("serve"))
                        .andExpect(jsonPath("$.texts[?(@.kind=='opinion')]").exists()));

        // As if whoever carried it over had been killed before the mark was gone.
        Query both = Query.query(Criteria.where("_id").in(joined, other));
        mongo.updateMulti(
                both,
                Update.update("joining", new Document("until", new Date(0)).append("by", "")),
                PetitionCase.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> mongo.count(
                                Query.query(Criteria.where("_id")
                                        .in(joined, other)
                                        .and("joining")
                                        .exists(true)),
                                PetitionCase.class)
                        == 0);

        assertThat(store.find(joined).orElseThrow().texts())
                .filteredOn(text -> text.kind() == CaseText.Kind.OPINION)
                .hasSize(1);
        assertThat(store.find(other).orElseThrow().history())
                .filteredOn(entry -> entry.what() == HistoryEntry.What.RELEASED)
                .hasSize(1);
    }

    private static final String OPINION = """
            {"outcome":"explained","request":"一","facts":"二","reasons":"三","legalBasis":"四"}""";

    private static String into(String id) {
        return "{\"into\":\"" + id + "\",\"reason\":\"同一事项\"}";
    }

    @Test
    void blacksOutWordsForEveryReaderAndKeepsThem() throws Exception {
        PetitionSubmitted petition = intake.appeal("plant-1", "拖欠工资", "张某没发工资", now);
        String id = submit(petition);

        command(id, "redact", "{\"field\":\"text\",\"from\":0,\"to\":2,\"reason\":\"他人姓名\"}", officer("li.wei"))
                .andExpect(status().isOk());
        read(id, officer("li.wei"), "zh")
                .andExpect(jsonPath("$.content.text").value("张某没发工资"))
                .andExpect(jsonPath("$.redactions[0].state").value("proposed"));
        command(id, "confirm-redaction", "{\"redaction\":1,\"note\":\"同意\"}", officer("li.wei"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("above-redacts"));
        command(id, "confirm-redaction", "{\"redaction\":2,\"note\":\"同意\"}", officer("zhao.gang"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("redaction"));
        command(id, "confirm-redaction", "{\"redaction\":1,\"note\":\"同意\"}", officer("zhao.gang"))
                .andExpect(status().isOk());
        command(id, "redact", "{\"field\":\"name\",\"from\":0,\"to\":2,\"reason\":\"他人姓名\"}", officer("li.wei"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("field"));
        command(id, "redact", "{\"field\":\"text\",\"from\":2,\"to\":7,\"reason\":\"他人姓名\"}", officer("li.wei"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("to"))
                .andExpect(jsonPath("$.errors[0].accepted").value("不大于 6 的整数，即该文字的字符数"));

        read(id, officer("li.wei"), "zh").andExpect(jsonPath("$.content.text").value("■■没发工资"));
        mvc.perform(get("/api/cases/{id}?original=true", id).with(officer("li.wei")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/cases/{id}?original=true", id).with(officer("luo.min")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.content.text").value("张某没发工资"));
        assertThat(mongo.findAll(Document.class, "ledger"))
                .filteredOn(line -> id.equals(line.getString("petitionId")))
                .last()
                .satisfies(line -> {
                    assertThat(line.getString("officer")).isEqualTo("luo.min");
                    assertThat(line.getString("why")).isEqualTo("READING_ORIGINAL");
                });
        assertThat(store.find(id)
                        .orElseThrow()
                        .registration()
                        .petition()
                        .content()
                        .ciphertext())
                .isEqualTo(petition.content().ciphertext());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answer       | {}                                                              | text",
                "answer       | {\"text\":\"  \"}                                               | text",
                "answer       | {\"text\":7}                                                    | text",
                "answer       | {\"text\":\"x\",\"a\":1}                                        | a",
                "answer       | {\"text\":                                                      | body",
                "decline      | {\"whereToGo\":\"x\"}                                           | reason",
                "merge        | {\"into\":\"no-such-case\",\"reason\":\"x\"}                     | into",
                "transfer     | {\"unit\":\"nowhere\"}                                          | unit",
                "transfer     | {\"unit\":\"plant-1\"}                                          | unit",
                "assign       | {\"unit\":\"plant-2\",\"dueOn\":\"2020-01-01\",\"text\":\"x\"}  | dueOn",
                "accept       | {\"way\":\"soon\"}                                              | way",
                "lead         | {\"where\":\"police\",\"text\":\"x\"}                           | where",
                "supervise    | {\"level\":\"blue\",\"dueOn\":\"2199-01-01\",\"instruction\":\"x\"} | level",
                "reclassify   | {\"topic\":\"none\",\"reason\":\"x\"}                           | topic",
                "reassign     | {\"post\":\"discipline.desk\",\"reason\":\"x\"}                 | post",
                "merge        | {\"reason\":\"x\"}                                              | into"
            })
    void namesTheFieldThatIsWrong(String step, String body, String field) throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));

        command(id, step, body, officer("li.wei"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
        assertThat(store.find(id).orElseThrow().version()).isZero();
    }

    @Test
    void refusesATextThatIsTooLong() throws Exception {
        String id = submit(intake.appeal("plant-1", "拖欠工资", "没发工资", now));

        command(id, "answer", "{\"text\":\"" + "长".repeat(20_001) + "\"}", officer("li.wei"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("text"));
    }

    @Test
    void pagesThroughTheListWithoutLossOrRepetition() throws Exception {
        for (int number = 0; number < 7; number++) {
            // Two days of receipt, so that several cases share a due moment.
            Instant received = now.minus(Duration.ofDays(number % 2));
            submit(intake.petition("appeal", "west-estate", "小区电梯", "物业不修电梯", received, now));
        }
        List<String> all = listed(officer("fan.jun"), "limit=500");
        assertThat(all).hasSize(7);

        List<String> paged = new ArrayList<>();
        JsonNode page = list(officer("fan.jun"), "limit=3");
        assertThat(page.get("total").asInt()).isEqualTo(7);
        assertThat(page.has("totalIsMore")).isFalse();
        paged.addAll(ids(page));
        while (!page.get("next").isNull()) {
            page = list(officer("fan.jun"), "limit=3&cursor=" + page.get("next").asString());
            paged.addAll(ids(page));
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void listsTheOthersWhenOneCannotBeRead() throws Exception {
        for (int number = 0; number < 3; number++) {
            submit(intake.appeal("west-estate", "小区电梯", "物业不修电梯", now));
        }
        List<String> all = listed(officer("fan.jun"), "limit=500");
        mongo.getCollection("cases")
                .updateOne(Filters.eq("_id", all.get(1)), Updates.set("registration.petition.purpose", "DREAMT_UP"));

        List<String> paged = new ArrayList<>();
        JsonNode page = list(officer("fan.jun"), "limit=2");
        assertThat(page.get("unreadable").asInt()).isEqualTo(1);
        paged.addAll(ids(page));
        while (!page.get("next").isNull()) {
            page = list(officer("fan.jun"), "limit=2&cursor=" + page.get("next").asString());
            assertThat(page.has("unreadable")).isFalse();
            paged.addAll(ids(page));
        }
        assertThat(paged)
                .isEqualTo(all.stream().filter(each -> !each.equals(all.get(1))).toList());
    }

    @Test
    void narrowsTheList() throws Exception {
        String old =
                submit(intake.petition("appeal", "project-1", "工程款", "拖欠工程款", now.minus(Duration.ofDays(300)), now));
        String fresh = submit(intake.appeal("project-1", "加班费", "没有加班费", now));
        RequestPostProcessor manager = officer("david.lindgren");

        assertThat(listed(manager, "")).containsExactly(old, fresh);
        assertThat(listed(manager, "unit=project-1&state=accepted")).containsExactly(old);
        assertThat(listed(manager, "topic=labour")).containsExactly(fresh);
        assertThat(listed(manager, "topic=projects.payment")).containsExactly(old);
        assertThat(listed(manager, "owner=project-1.manager")).containsExactly(old, fresh);
        assertThat(listed(manager, "owner=plant-1.labour")).isEmpty();
        assertThat(listed(manager, "dueBefore=" + Instant.now())).containsExactly(old);
        assertThat(listed(manager, "dueBefore=2199-01-01")).containsExactly(old, fresh);
        assertThat(listed(manager, "dueBefore=2199-01-01T09:00")).containsExactly(old, fresh);
    }

    @ParameterizedTest
    @CsvSource({
        "state=lost, state",
        "dueBefore=soon, dueBefore",
        "dueBefore=%2B999999999-01-01T00:00:00Z, dueBefore",
        "cursor=x, cursor",
        "limit=0, limit",
        "limit=x, limit",
        "unit=nowhere, unit",
        "owner=nobody, owner",
        "topic=nothing, topic",
        "untis=project-1, untis",
        "unit=, unit"
    })
    void namesTheParameterThatIsWrong(String query, String parameter) throws Exception {
        mvc.perform(get("/api/cases?" + query).with(officer("li.wei")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(parameter));
    }

    @Test
    void doesNothingForAnOfficerWhoTakesNoJson() throws Exception {
        String id = submit(intake.appeal("project-1", "加班费", "没有加班费", now));

        long version = store.find(id).orElseThrow().version();
        mvc.perform(post("/api/cases/{id}/accept", id)
                        .with(officer("david.lindgren"))
                        .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                        .accept(MediaType.APPLICATION_XML))
                .andExpect(status().isNotAcceptable())
                .andExpect(jsonPath("$.errors[0].field").value("Accept"));
        assertThat(store.find(id).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void listsTheCodesInTheReadersLanguage() throws Exception {
        mvc.perform(get("/api/code-lists").with(officer("li.wei")).header(HttpHeaders.ACCEPT_LANGUAGE, "zh"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.units[?(@.code == 'plant-1')].parent", contains("machinery")))
                .andExpect(jsonPath("$.topics[?(@.code == 'labour.pay')].parent", contains("labour")))
                .andExpect(jsonPath("$.states[?(@.code == 'led-elsewhere')].name", contains("已引导其他途径")))
                .andExpect(jsonPath("$.contactPurposes[*].code", contains("call", "write", "verify")));
        mvc.perform(get("/api/code-lists").with(officer("li.wei")).header(HttpHeaders.ACCEPT_LANGUAGE, "en"))
                .andExpect(jsonPath("$.steps[?(@.code == 'tell')].name", hasItem(startsWith("tell the petitioner"))))
                .andExpect(jsonPath("$.purposes[*].name", hasItem("appeal")))
                .andExpect(jsonPath("$.topics[?(@.code == 'labour')].name", not(hasItem(containsString("劳")))));
    }

    @Test
    void describesItself() throws Exception {
        mvc.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/cases/{petitionId}/accept']").exists())
                .andExpect(content().string(not(containsString("*/*"))))
                .andExpect(jsonPath("$.components.schemas.CaseView.properties.state.enum", hasItem("led-elsewhere")))
                .andExpect(jsonPath("$.components.schemas.CaseDetail.properties.way.enum", hasItem("own-duty")))
                .andExpect(jsonPath("$.components.schemas.CaseView.properties.openSteps.items.enum", hasItem("tell")))
                .andExpect(jsonPath(
                        "$.components.schemas.ClockView.properties.state.enum",
                        contains("running", "met", "late", "stopped")))
                .andExpect(jsonPath("$.components.schemas.Service.properties.how.enum", hasItem("in-person")))
                .andExpect(jsonPath("$.paths['/api/cases/{petitionId}'].get.responses.200.headers.ETag")
                        .exists())
                .andExpect(jsonPath("$.paths['/api/cases/{petitionId}/accept'].post.responses.200.headers.ETag")
                        .exists())
                .andExpect(jsonPath("$.paths['/api/matters'].post.responses.201.headers.ETag")
                        .exists())
                .andExpect(jsonPath("$.paths['/api/matters'].post.responses.201.content")
                        .exists())
                .andExpect(
                        jsonPath("$.paths['/api/matters'].post.responses.200").doesNotExist());
        mvc.perform(get("/actuator/clock"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.unfired").isNumber());
        mvc.perform(get("/actuator/prometheus").with(request -> {
                    request.setRemoteAddr("127.0.0.1");
                    return request;
                }))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("redress_cases_without_clock 0.0")))
                .andExpect(content().string(containsString("redress_rungs_lateness_seconds")));
    }

    private String submit(PetitionSubmitted petition) {
        intake.send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(() -> store.find(id).isPresent());
        return id;
    }

    private ResultActions read(String id, RequestPostProcessor reader, String language) throws Exception {
        return mvc.perform(get("/api/cases/{id}", id).with(reader).header(HttpHeaders.ACCEPT_LANGUAGE, language));
    }

    private ResultActions command(String id, String step, String body, RequestPostProcessor reader) throws Exception {
        MockHttpServletRequestBuilder request = post("/api/cases/{id}/{step}", id, step)
                .with(reader)
                .header("If-Match", "\"" + store.find(id).orElseThrow().version() + "\"");
        return mvc.perform(
                body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private JsonNode list(RequestPostProcessor reader, String query) throws Exception {
        byte[] body = mvc.perform(get("/api/cases?" + query).with(reader))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return Json.MAPPER.readTree(body);
    }

    private List<String> listed(RequestPostProcessor reader, String query) throws Exception {
        return ids(list(reader, query));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(item.get("petitionId").asString()));
        return ids;
    }

    private List<String> unsealedBy(String id) {
        return mongo.findAll(Document.class, "ledger").stream()
                .filter(line -> id.equals(line.getString("petitionId")))
                .map(line -> line.getString("officer"))
                .toList();
    }
}
