package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.routing.Tokens.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Head;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.contracts.submissions.SubmissionEvent;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.redress.routing.Intake;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

class SharedDutyTest extends RunningRouting {

    private static final String FIRST = "plant-2.petitions";
    private static final String SECOND = "plant-2.director";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CaseRegistry registry;

    private List<PetitionCase> register(int number) {
        Intake intake = intake();
        List<Received<SubmissionEvent>> batch = IntStream.range(0, number)
                .mapToObj(each -> received(intake.appeal("plant-2", "拖欠工资", "没发工资", Instant.now())))
                .toList();
        registry.apply(batch);
        return batch.stream()
                .map(each -> store.find(each.source().aggregateId()).orElseThrow())
                .toList();
    }

    private static Received<SubmissionEvent> received(PetitionSubmitted petition) {
        Head head = petition.head();
        return new Received<>(
                petition,
                new Source(head.aggregateId(), head.key()),
                Position.START,
                new Position(head.epoch(), head.sequence(), false),
                0,
                0,
                false,
                false);
    }

    @Test
    void sharesABatchOutAndGoesOnFromWhatIsOpen() throws Exception {
        assertThat(register(5))
                .extracting(petitionCase -> petitionCase.assignment().owner())
                .containsExactly(FIRST, SECOND, FIRST, SECOND, FIRST);
        PetitionCase next = register(1).getFirst();
        assertThat(next.assignment().owner()).isEqualTo(SECOND);
        assertThat(next.assignment().reason().text(Locale.ENGLISH))
                .endsWith("among 2 equals: of those who can take it, the one with the fewest open cases (2).");

        // Three open cases each: one that has ended and one that not everybody may know of count no more.
        String owner = "registration.assignment.owner";
        mongo.updateFirst(
                Query.query(Criteria.where(owner).is(SECOND)), new Update().unset("nextDueAt"), PetitionCase.class);
        assertThat(register(1))
                .extracting(petitionCase -> petitionCase.assignment().owner())
                .containsExactly(SECOND);
        mongo.updateFirst(
                Query.query(Criteria.where(owner).is(SECOND).and("nextDueAt").exists(true)),
                new Update().set("ordinary", false),
                PetitionCase.class);
        mvc.perform(post("/api/assignments/preview")
                        .with(as("watcher", "supervisor"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Accept-Language", "en")
                        .content("{\"unit\":\"plant-2\",\"subject\":\"拖欠工资\",\"text\":\"没发工资\"}"))
                .andExpect(jsonPath("$.owner").value(SECOND))
                .andExpect(jsonPath("$.ownerReason").value(org.hamcrest.Matchers.endsWith("open cases (2).")));
    }

    @Test
    void countsInTheIndexAlone() {
        List<Bson> counting = Rosters.counting(List.of(FIRST, SECOND));

        Document plan = mongo.getCollection("cases").aggregate(counting).explain();

        Document best = plan.get("queryPlanner", Document.class).get("winningPlan", Document.class);
        assertThat(best.toJson()).contains("IXSCAN").doesNotContain("FETCH", "COLLSCAN");
    }
}
