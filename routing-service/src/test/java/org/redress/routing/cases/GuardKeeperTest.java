package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.Intake;
import org.redress.routing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class GuardKeeperTest extends RunningRouting {

    @Autowired
    private GuardKeeper keeper;

    @Test
    void movesAGuardedCaseOutOfTheHandsOfWhomItIsAbout() {
        Intake intake = intake();
        PetitionSubmitted about = intake.about("plant-1", "不发奖金", Instant.now(), new About("officer", "li.wei"));
        PetitionSubmitted plain = intake.appeal("plant-1", "拖欠工资", "没发工资", Instant.now());
        intake.send(about);
        intake.send(plain);
        String id = about.head().aggregateId();
        String other = plain.head().aggregateId();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> store.find(id).isPresent() && store.find(other).isPresent());
        keeper.keepAll();
        assertThat(store.find(id).orElseThrow().version()).as("nothing to do").isZero();

        // As if the organisation had put the accused into the office that holds it.
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                new Update()
                        .set("registration.assignment.owner", "plant-1.labour")
                        .set("registration.assignment.unit", "plant-1"),
                PetitionCase.class);
        keeper.keepAll();

        PetitionCase petitionCase = store.find(id).orElseThrow();
        assertThat(petitionCase.assignment().owner()).isEqualTo("machinery.petitions");
        assertThat(petitionCase.restricted()).isTrue();
        assertThat(store.find(other).orElseThrow().version()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(new Published(mongo).of(id).getLast())
                        .isInstanceOfSatisfying(CaseStepTaken.class, event -> {
                            assertThat(event.step()).isEqualTo("move-above");
                            assertThat(event.alerts()).containsExactly("machinery.petitions");
                        }));
    }

    @Test
    void takesACaseOutOfTheHandsOfWhoSteppedOutAndCameToHoldItAgain() {
        Intake intake = intake();
        PetitionSubmitted plain = intake.appeal("plant-1", "拖欠工资", "没发工资", Instant.now());
        intake.send(plain);
        String id = plain.head().aggregateId();
        await().atMost(Duration.ofSeconds(60)).until(() -> store.find(id).isPresent());
        assertThat(store.find(id).orElseThrow().assignment().owner()).isEqualTo("plant-1.labour");

        // As if who stepped out had been put into the post that holds it.
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                new Update().set("guard.recused", List.of("li.wei")).set("ordinary", false),
                PetitionCase.class);
        keeper.keepAll();

        assertThat(store.find(id).orElseThrow().assignment().owner()).isEqualTo("plant-1.director");
    }
}
