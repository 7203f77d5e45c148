package org.redress.routing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.routing.Tokens.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.contracts.Json;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.Intake;
import org.redress.routing.RoutingStack;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.CaseText;
import org.redress.routing.cases.Ledger;
import org.redress.routing.cases.Outcome;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Unsealing;
import org.redress.routing.classification.Classification;
import org.redress.routing.classification.SampleTexts;
import org.redress.routing.learning.Evaluation;
import org.redress.routing.procedure.Command;
import org.redress.routing.training.TopicModel.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A first model is learned from cases whose topic an officer corrected; each test may see it or a later one in effect. */
@SpringBootTest(properties = {"redress.topics.look-every=100ms", "redress.topics.follow-every=100ms"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingTest {

    private static final RoutingStack STACK = new RoutingStack();
    private static final List<String> TOPICS = List.of("labour", "logistics", "property");
    private static final int OF_EACH = 45;
    private static final Evaluation RIGHT = new Evaluation(100, 0.90, 0.9, 0.9, 0.95, 0.98, 0.02);

    private final Random random = new Random(5);
    private final List<String> open = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Producer<String, byte[]> producer;

    @Autowired
    private TopicNames names;

    @Autowired
    private AggregateStore<PetitionCase> store;

    @Autowired
    private CaseCommands commands;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TopicModels models;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        STACK.register(registry);
    }

    @BeforeAll
    void learn() throws Exception {
        Instant now = Instant.now();
        Intake intake = new Intake(producer, names, STACK);
        for (int each = 0; each < OF_EACH * TOPICS.size(); each++) {
            PetitionSubmitted petition = petition("appeal", TOPICS.get(each % TOPICS.size()), now);
            intake.send(petition);
            open.add(petition.head().aggregateId());
        }
        for (int each = 0; each < open.size(); each++) {
            awaitCase(open.get(each));
            correct(open.get(each), TOPICS.get(each % TOPICS.size()));
        }
        kept.add(registered(intake.about("plant-1", words("labour"), now, new About("officer", "li.wei"))));
        correct(kept.getFirst(), "labour");
        kept.add(registered(petition("report", "labour", now)));
        assertThat(learned("{}").state()).isEqualTo(State.TOOK_EFFECT);
    }

    @Test
    void findsTheTopicOfANewPetitionAndSaysWhy() {
        double before = meters.counter("redress.topics.found", "by", "model").count();

        Classification found = classification(registered(petition("appeal", "property", Instant.now())));

        assertThat(found.topic()).startsWith("property");
        assertThat(found.reason(Locale.CHINESE)).matches("第\\d+版模型由既往信访事项得出，把握\\d+%；.*“(楼道|电梯|水管|停车|漏雨|路灯)”.*。");
        assertThat(found.reason(Locale.ENGLISH)).startsWith("Found by model ");
        assertThat(meters.counter("redress.topics.found", "by", "model").count())
                .isEqualTo(before + 1);
    }

    @Test
    void leavesToTheRulesWhatItIsNotSureOf() {
        PetitionSubmitted petition =
                new Intake(producer, names, STACK).appeal("plant-1", "退休手续", "请问材料交到哪里", Instant.now());

        assertThat(classification(registered(petition)).reason(Locale.CHINESE)).isEqualTo("标题含“退休手续”。");
    }

    @Test
    void lastsNoLongerThanAnOfficerSeesItOtherwise() {
        String id = registered(petition("appeal", "property", Instant.now()));

        correct(id, "logistics");

        assertThat(classification(id).topic()).isEqualTo("logistics");
        assertThat(classification(id).learned()).isNull();
    }

    @Test
    void keepsWhatEachModelWasLearnedFrom() {
        TopicModel first = models.find(1).orElseThrow();
        TopicModel.Result result = Objects.requireNonNull(first.result());

        assertThat(first.askedBy()).isEqualTo("root");
        assertThat(result.cases() + result.heldBack()).isEqualTo(TOPICS.size() * OF_EACH);
        assertThat(result.heldBack())
                .isEqualTo((int) open.stream().filter(Lessons::isHeldBack).count());
        assertThat(Objects.requireNonNull(result.figures()).precision()).isGreaterThan(0.9);
        assertThat(result.topics()).extracting(TopicModel.Learned::topic).containsExactlyElementsOf(TOPICS);
        assertThat(result.topics().getFirst().terms()).contains("加班", "考勤");
    }

    /** Learned from the same cases, the next judges no better. */
    @Test
    void putsNoModelIntoEffectThatIsNotBetterUnlessForced() throws Exception {
        int before = models.inEffect().orElseThrow().number();
        TopicModel next = learned("{\"reason\":\"例行\"}");

        assertThat(next.state()).isEqualTo(State.NOT_BETTER);
        assertThat(Objects.requireNonNull(next.result()).comparedWith()).isEqualTo(before);
        assertThat(models.inEffect().orElseThrow().number()).isEqualTo(before);

        TopicModel forced = learned("{\"forced\":true,\"reason\":\"分类调整\"}");

        assertThat(forced.state()).isEqualTo(State.TOOK_EFFECT);
        assertThat(models.inEffect()).contains(forced);
        assertThat(ask("{\"forced\":true}")).isEqualTo(400);
    }

    @Test
    void takesAModelForBetterOnlyWhereItIsRightAndJudgesMoreCases() {
        Evaluation better = new Evaluation(100, 0.91, 0.9, 0.9, 0.91, 0.98, 0.02);
        Evaluation wrong = new Evaluation(100, 0.95, 0.9, 0.9, 0.89, 0.98, 0.02);
        Evaluation undecided = new Evaluation(100, 0.95, 0.9, 0, 1, 0.98, 0.02);

        assertThat(Training.isBetter(RIGHT, null)).isTrue();
        assertThat(Training.isBetter(better, RIGHT)).isTrue();
        assertThat(Training.isBetter(RIGHT, better)).isFalse();
        assertThat(Training.isBetter(RIGHT, RIGHT)).isFalse();
        assertThat(Training.isBetter(wrong, RIGHT)).isFalse();
        assertThat(Training.isBetter(undecided, null)).isFalse();
    }

    @Test
    void neverOpensWhatIsKeptFromAnybodyOrAReport() {
        assertThat(open).allSatisfy(id -> assertThat(opened(id)).contains(Unsealing.Why.LEARNING));
        assertThat(kept).allSatisfy(id -> assertThat(opened(id)).containsOnly(Unsealing.Why.REGISTRATION));
    }

    private List<Unsealing.Why> opened(String id) {
        return ledger.of(id).stream().map(Unsealing::why).toList();
    }

    /** What becomes of the model that is asked for. */
    private TopicModel learned(String body) throws Exception {
        assertThat(ask(body)).isEqualTo(202);
        int number = models.all().getFirst().number();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> models.find(number).orElseThrow().state() != State.ASKED);
        return models.find(number).orElseThrow();
    }

    private int ask(String body) throws Exception {
        return mvc.perform(post("/api/topic-models")
                        .with(as("root", "admin"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String words(String topic) {
        return SampleTexts.words(topic, random, 6);
    }

    /** A petition by somebody who wrote no other. */
    private PetitionSubmitted petition(String purpose, String topic, Instant now) {
        PetitionSubmitted petition = new Intake(producer, names, STACK)
                .petition(purpose, "plant-1", SampleTexts.words(topic, random, 1), words(topic), now, now);
        PetitionContact who = new PetitionContact(
                null,
                "+86138" + (10_000_000 + random.nextInt(80_000_000)),
                null,
                null,
                List.of(),
                false,
                "phone",
                "zh");
        return new PetitionSubmitted(
                petition.head(),
                petition.receipt(),
                petition.channel(),
                petition.purpose(),
                petition.unit(),
                petition.receivedAt(),
                petition.submittedAt(),
                petition.occurredOn(),
                petition.headCount(),
                petition.headCountClaimed(),
                petition.anonymous(),
                petition.submittedBy(),
                petition.externalId(),
                petition.content(),
                STACK.contactSealer()
                        .seal(
                                petition.head().aggregateId(),
                                PetitionContact.FIELD,
                                Json.MAPPER.writeValueAsBytes(who)));
    }

    private String registered(PetitionSubmitted petition) {
        new Intake(producer, names, STACK).send(petition);
        String id = petition.head().aggregateId();
        awaitCase(id);
        return id;
    }

    private void awaitCase(String id) {
        await().atMost(Duration.ofSeconds(60)).until(() -> store.find(id).isPresent());
    }

    private void correct(String id, String topic) {
        CaseCommands.Words why = new CaseCommands.Words(CaseText.Kind.NOTE, "更正");
        String officer = store.find(id).orElseThrow().guard().isNone() ? "zhao.gang" : "luo.min";
        assertThat(commands.takeOnce(id, "correct-" + topic, new Command.Reclassify(topic), why, officer))
                .isInstanceOf(Outcome.Done.class);
    }

    private Classification classification(String id) {
        return Optional.ofNullable(store.find(id).orElseThrow().registration().classification())
                .orElseThrow();
    }
}
