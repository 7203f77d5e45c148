package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.redress.routing.Tokens.officer;
import static org.redress.routing.cases.SampleCases.EDITION;
import static org.redress.routing.cases.SampleCases.LI_WEI;
import static org.redress.routing.cases.SampleCases.appeal;
import static org.redress.routing.cases.SampleCases.take;
import static org.redress.routing.cases.SampleCases.turn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.RungReached;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class FirstResponsibleTest extends RunningRouting {

    private static final Actor PAN_XUE = new Actor("pan.xue", "plant-2.petitions");
    private static final Actor LIN_FENG = new Actor("lin.feng", "machinery.manager");

    @Autowired
    private MockMvc mvc;

    private static List<String> nextTold(PetitionCase given) {
        return told(given, EDITION.organisation());
    }

    private static List<String> told(PetitionCase given, Organisation today) {
        Instant due = given.nextDueAt();
        assertThat(due).isNotNull();
        return given.fire(EDITION, today, due).map(RungReached::recipients).orElseThrow();
    }

    @Test
    void tellsWhoHadItFirstUntilAnotherUnitDecides() {
        PetitionCase given = appeal();
        assertThat(given.answerable()).isNull();

        take(given, Step.TRANSFER, turn(LI_WEI, "2026-03-04T10:00"));
        assertThat(given.assignment().owner()).isEqualTo("plant-2.petitions");
        assertThat(given.answerable()).extracting(Assignment::owner).isEqualTo("plant-1.labour");
        assertThat(nextTold(given)).containsExactly("plant-2.petitions", "plant-1.labour");

        take(given, Step.OBJECT, turn(PAN_XUE, "2026-03-10T10:00"));
        assertThat(given.answerable()).as("it has it itself again").isNull();
        take(given, Step.INSIST, turn(LI_WEI, "2026-03-11T10:00"));
        assertThat(given.assignment().owner()).isEqualTo("machinery.petitions");
        assertThat(given.answerable()).extracting(Assignment::owner).isEqualTo("plant-1.labour");
        take(given, new Command.DecideUnit("plant-2"), turn(LIN_FENG, "2026-03-12T10:00"));
        assertThat(nextTold(given)).contains("plant-1.labour");

        take(given, Step.ACCEPT, turn(PAN_XUE, "2026-03-16T10:00"));
        assertThat(given.answerable()).isNull();
        assertThat(nextTold(given)).containsExactly("plant-2.petitions");
    }

    @Test
    void staysWithTheFirstOfSeveralAndIsNotEndedBySilence() {
        PetitionCase given = appeal();
        take(given, new Command.HandOver("plant-2", null), turn(LI_WEI, "2026-03-04T10:00"));
        take(given, new Command.HandOver("services", null), turn(PAN_XUE, "2026-03-05T10:00"));
        assertThat(given.answerable()).extracting(Assignment::owner).isEqualTo("plant-1.labour");

        while (given.acceptedOn == null) {
            nextTold(given);
        }
        assertThat(nextTold(given)).as("accepted by silence").contains("plant-1.labour");
        take(given, Step.ACCEPT, turn(new Actor("he.rong", "group.labour"), "2026-04-01T10:00"));
        assertThat(nextTold(given)).doesNotContain("plant-1.labour");
    }

    @Test
    void doesNotTellWhoIsKeptOutOrGone() {
        PetitionCase given = appeal();
        take(given, new Command.HandOver("services", null), turn(LI_WEI, "2026-03-04T10:00"));
        take(given, new Command.Recuse("li.wei"), turn(LI_WEI, "2026-03-04T11:00"));
        assertThat(nextTold(given)).doesNotContain("plant-1.labour");

        PetitionCase secret = appeal();
        take(secret, new Command.HandOver("plant-2", null), turn(LI_WEI, "2026-03-04T10:00"));
        take(secret, new Command.Screen(List.of("pan.xue")), turn(LIN_FENG, "2026-03-04T11:00"));
        assertThat(secret.restricted()).isTrue();
        assertThat(secret.answerable())
                .as("only the office that holds it knows of it")
                .isNull();

        PetitionCase other = appeal();
        take(other, new Command.HandOver("services", null), turn(LI_WEI, "2026-03-04T10:00"));
        Organisation all = EDITION.organisation();
        Organisation without = Organisation.of(
                all.id(),
                all.name(),
                all.zone(),
                List.copyOf(all.units().values()),
                all.posts().values().stream()
                        .filter(post -> !post.id().equals("plant-1.labour"))
                        .toList(),
                all.discipline(),
                List.of());
        assertThat(told(other, without)).doesNotContain("plant-1.labour");
    }

    @Test
    void mayStillBeReadThereButNotMovedOn() throws Exception {
        PetitionSubmitted petition = intake().appeal("plant-1", "拖欠工资", "没发工资", Instant.now());
        intake().send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofSeconds(60)).until(() -> store.find(id).isPresent());
        step(id, "transfer", "li.wei", "{\"unit\":\"services\"}").andExpect(status().isOk());

        for (String reader : Set.of("li.wei", "zhao.gang", "qian.yun")) {
            mvc.perform(get("/api/cases/{id}", id).with(officer(reader)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.content.text").value("没发工资"))
                    .andExpect(jsonPath("$.owner").value("group.labour"))
                    .andExpect(jsonPath("$.answerable").value("plant-1.labour"));
            mvc.perform(get("/api/cases?limit=500").with(officer(reader)))
                    .andExpect(jsonPath("$.items[*].petitionId", hasItem(id)));
            step(id, "comment", reader, "{\"text\":\"一\"}").andExpect(status().isForbidden());
        }
        mvc.perform(get("/api/cases/{id}", id).with(officer("feng.tao"))).andExpect(status().isNotFound());

        step(id, "accept", "he.rong", "{}").andExpect(status().isOk());
        mvc.perform(get("/api/cases/{id}", id).with(officer("li.wei"))).andExpect(status().isNotFound());
        mvc.perform(get("/api/cases?limit=500").with(officer("li.wei")))
                .andExpect(jsonPath("$.items[*].petitionId", not(hasItem(id))));
        mvc.perform(get("/api/cases/{id}", id).with(officer("he.rong")))
                .andExpect(jsonPath("$.answerable", nullValue()));
    }

    private ResultActions step(String id, String name, String who, String body) throws Exception {
        return mvc.perform(post("/api/cases/{id}/" + name, id)
                .with(officer(who))
                .header("If-Match", "\"" + store.find(id).orElseThrow().version() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void mayBeFoundInItsOwnIndex() {
        Document plan = mongo.getCollection("cases")
                .find(new Document("ordinary", true)
                        .append(
                                "answerable.owner",
                                new Document("$in", List.of("plant-1.labour", "plant-1.petitions"))))
                .explain();

        assertThat(plan.toJson()).contains("answerable-owner");
    }
}
