package org.redress.routing.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.redress.routing.Tokens.as;
import static org.redress.routing.Tokens.officer;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Json;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.Intake;
import org.redress.routing.Published;
import org.redress.routing.RoutingStack;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.cases.Ledger;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Unsealing;
import org.redress.routing.cases.Unsealing.Why;
import org.redress.routing.emergencies.Emergency;
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
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SpringBootTest
@AutoConfigureMockMvc
class EmergencyTest {

    private static final RoutingStack STACK = new RoutingStack();
    private static final String REASON = "来电称要轻生，承办人均联系不上";

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
    private Ledger ledger;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        STACK.register(registry);
    }

    @Test
    void opensForOnePurposeOnceASecondPersonHasConfirmed() throws Exception {
        String petition = submitted(new About("officer", "li.wei"));
        String id = asked(petition, "call", officer("su.qing"));
        mvc.perform(get("/api/cases/" + petition).with(officer("su.qing"))).andExpect(status().isNotFound());
        open(id, officer("su.qing")).andExpect(status().isConflict()).andExpect(rule("confirmation-first"));

        mvc.perform(get("/api/emergencies").with(as("watcher", "supervisor")))
                .andExpect(
                        jsonPath("$[?(@.emergencyId=='" + id + "')].standing").value("waiting"));
        mvc.perform(get("/api/emergencies/" + id).with(as("watcher", "supervisor")))
                .andExpect(jsonPath("$.reason").value(REASON));
        confirm(id, as("watcher", "supervisor"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.standing").value("open"))
                .andExpect(jsonPath("$.confirmer").value("watcher"));

        open(id, officer("su.qing"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.contact.phone").value("+8613800000000"))
                .andExpect(jsonPath("$.contact.email").doesNotExist())
                .andExpect(jsonPath("$.content").doesNotExist());
        open(id, as("watcher", "supervisor")).andExpect(status().isNotFound());
        mvc.perform(get("/api/cases/" + petition).with(officer("su.qing"))).andExpect(status().isNotFound());
        List<Unsealing> lines = ledger.of(petition);
        assertThat(lines.subList(lines.size() - 2, lines.size()))
                .extracting(Unsealing::officer, Unsealing::why, Unsealing::purpose)
                .containsExactly(
                        tuple("watcher", Why.CONFIRMING_EMERGENCY, "call"), tuple("su.qing", Why.EMERGENCY, "call"));
    }

    @Test
    void tellsWhoHoldsTheCaseOnceBeforeItIsOpened() throws Exception {
        String petition = submitted(new About("officer", "li.wei"));
        String id = asked(petition, "read", officer("su.qing"));
        confirm(id, as("watcher", "supervisor")).andExpect(status().isOk());
        confirm(id, as("watcher", "supervisor"))
                .andExpect(status().isConflict())
                .andExpect(rule("confirmed-once"));

        PetitionCase petitionCase = store.find(petition).orElseThrow();
        assertThat(petitionCase.history())
                .filteredOn(entry -> entry.what() == What.OPENED_IN_EMERGENCY)
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo(id));
        await().untilAsserted(() -> assertThat(new Published(mongo).of(petition).getLast())
                .isInstanceOfSatisfying(CaseStepTaken.class, told -> {
                    assertThat(told.step()).isEqualTo("break-glass");
                    assertThat(told.alerts()).containsExactly("machinery.petitions");
                    assertThat(told.restricted()).isTrue();
                }));
        open(id, officer("su.qing")).andExpect(jsonPath("$.content.subject").value("扣发奖金"));
    }

    @Test
    void needsAnotherPersonAndNeitherOfThemKeptFromTheCase() throws Exception {
        String petition = submitted(new About("officer", "li.wei"));
        String own = asked(petition, "read", as("watcher", "supervisor"));
        confirm(own, as("watcher", "supervisor"))
                .andExpect(status().isConflict())
                .andExpect(rule("second-person"));
        confirm(own, as("zhao.gang", "supervisor")).andExpect(status().isNotFound());
        confirm(own, officer("david.lindgren")).andExpect(status().isNotFound());
        for (String officer : List.of("li.wei", "zhao.gang", "qian.yun", "cao.lei")) {
            String theirs = asked(petition, "read", as(officer, "officer", "supervisor"));
            confirm(theirs, as("watcher", "supervisor")).andExpect(status().isNotFound());
            mvc.perform(get("/api/emergencies").with(as("watcher", "supervisor")))
                    .andExpect(jsonPath("$[?(@.emergencyId=='" + theirs + "')]").isEmpty());
        }
    }

    @Test
    void leavesWhatIsTheDisciplineDesksToTheDesk() throws Exception {
        Instant now = Instant.now();
        String report = sent(intake().petition("report", "plant-1", "检举", "收受回扣", now, now));
        String id = asked(report, "verify", officer("su.qing"));

        confirm(id, as("watcher", "supervisor")).andExpect(status().isNotFound());
        confirm(id, officer("zhou.mingyuan")).andExpect(status().isNotFound());
        confirm(id, officer("bai.lu")).andExpect(status().isOk());
    }

    @Test
    void leavesWhatDescribesSomebodyToTheOfficeThatFindsOutWhom() throws Exception {
        String petition = submitted(new About("text", "管浇铸的那一位"));
        String id = asked(petition, "read", officer("feng.tao"));

        confirm(id, as("watcher", "supervisor")).andExpect(status().isNotFound());
        confirm(id, officer("chen.jing")).andExpect(status().isOk());
    }

    @Test
    void hidesNoneBehindManyOfOnePerson() throws Exception {
        for (int number = 0; number < Emergency.MOST_WAITING; number++) {
            asked("nothing", "read", officer("yu.bo"));
        }
        ask("nothing", "read", REASON, officer("yu.bo"))
                .andExpect(status().isConflict())
                .andExpect(rule("too-many-waiting"));
    }

    @Test
    void closesForWhomItTurnsOutToBeAboutAndWhenItsTimeIsOver() throws Exception {
        String petition = submitted();
        String id = asked(petition, "read", officer("qian.yun"));
        String late = asked(petition, "read", officer("su.qing"));
        confirm(id, as("watcher", "supervisor")).andExpect(status().isOk());
        open(id, officer("qian.yun")).andExpect(status().isOk());
        mvc.perform(post("/api/cases/" + petition + "/screen")
                        .header(
                                "If-Match",
                                "\"" + store.find(petition).orElseThrow().version() + "\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"accused\":[\"li.wei\"],\"note\":\"来电说明\"}")
                        .with(as("watcher", "supervisor")))
                .andExpect(status().is2xxSuccessful());

        open(id, officer("qian.yun")).andExpect(status().isNotFound());
        confirm(late, as("watcher", "supervisor")).andExpect(status().isOk());
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(late)),
                Update.update("confirmedAt", Instant.now().minus(Emergency.LASTS)),
                Emergency.class);
        open(late, officer("su.qing")).andExpect(status().isConflict()).andExpect(rule("over"));
        String old = asked(petition, "read", officer("su.qing"));
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(old)),
                Update.update("askedAt", Instant.now().minus(Emergency.WAITS)),
                Emergency.class);
        confirm(old, as("watcher", "supervisor"))
                .andExpect(status().isConflict())
                .andExpect(rule("over"));
    }

    @Test
    void tellsNobodyWhetherThereIsSuchAPetition() throws Exception {
        String id = asked("nothing", "read", officer("su.qing"));

        confirm(id, as("watcher", "supervisor")).andExpect(status().isNotFound());
        ask("nothing", "gossip", "太短", officer("su.qing"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        ask("nothing", "gossip", REASON, officer("su.qing"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].accepted").value("read, call, write, verify"));
    }

    private String submitted(About... about) {
        return sent(intake().about("plant-1", "连续三个月扣发奖金", Instant.now(), about));
    }

    private String sent(PetitionSubmitted petition) {
        intake().send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofSeconds(60)).until(() -> store.find(id).isPresent());
        return id;
    }

    private Intake intake() {
        return new Intake(producer, topics, STACK);
    }

    private String asked(String petition, String purpose, RequestPostProcessor by) throws Exception {
        String answer = ask(petition, purpose, REASON, by)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.standing").value("waiting"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Json.MAPPER.readTree(answer).path("emergencyId").asString();
    }

    private ResultActions ask(String petition, String purpose, String reason, RequestPostProcessor by)
            throws Exception {
        return mvc.perform(post("/api/emergencies")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"petitionId\":\"%s\",\"purpose\":\"%s\",\"reason\":\"%s\"}"
                        .formatted(petition, purpose, reason))
                .with(by));
    }

    private ResultActions confirm(String id, RequestPostProcessor by) throws Exception {
        return mvc.perform(post("/api/emergencies/" + id + "/confirm").with(by));
    }

    private ResultActions open(String id, RequestPostProcessor by) throws Exception {
        return mvc.perform(post("/api/emergencies/" + id + "/open").with(by));
    }

    private static ResultMatcher rule(String rule) {
        return jsonPath("$.rule").value(rule);
    }
}
