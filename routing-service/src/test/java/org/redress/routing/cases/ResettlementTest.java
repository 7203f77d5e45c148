package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.Intake;
import org.redress.routing.Published;
import org.redress.routing.RoutingStack;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.organisation.Activation;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Move;
import org.redress.routing.organisation.RulebookFiles.TextFile;
import org.redress.routing.organisation.Versions;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.reorganisation.Draft;
import org.redress.routing.reorganisation.Outcome;
import org.redress.routing.reorganisation.Reorganisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each test changes other units of the organisation that is in effect then. */
@SpringBootTest(properties = {"redress.guard.look-every=24h", "redress.organisation.follow-every=24h"})
class ResettlementTest {

    private static final RoutingStack STACK = new RoutingStack();

    @Autowired
    private Producer<String, byte[]> producer;

    @Autowired
    private TopicNames topics;

    @Autowired
    private AggregateStore<PetitionCase> store;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Versions versions;

    @Autowired
    private Editions editions;

    @Autowired
    private Reorganisation reorganisation;

    @Autowired
    private OpenCases open;

    @Autowired
    private Resettlement resettlement;

    @Autowired
    private CaseKeeper keeper;

    @Autowired
    private MeterRegistry meters;

    private Intake intake;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        STACK.register(registry);
    }

    @BeforeEach
    void open() {
        intake = new Intake(producer, topics, STACK);
    }

    @Test
    void givesCasesToWhoHasSuchAsTheyInTheNewOrganisationAndMovesNoDate() {
        Instant now = Instant.now();
        String unitGone = registered(intake.appeal("plant-1-assembly", "加班费", "没有加班费", now));
        String ownerGone = registered(intake.appeal("plant-1", "拖欠工资", "没发工资", now));
        String waiting = registered(intake.appeal("plant-1-assembly", "咨询", "请问一件事", now));
        String guarded = registered(intake.about("plant-1", "没发工资", now, new About("officer", "li.wei")));
        String report = registered(intake.petition("report", "plant-1", "检举", "收受回扣", now, now));
        String staying = registered(intake.appeal("plant-1-foundry", "工伤", "工伤没有认定", now));
        String closed = registered(intake.appeal("plant-1-assembly", "咨询", "请问一件事", now));
        oweCallBack(closed);
        String helped = registered(intake.appeal("plant-1-foundry", "工伤", "工伤没有认定", now));
        askPart(helped, "plant-1-assembly.foreman", now);
        String limited = registered(intake.appeal("plant-1-foundry", "工伤", "工伤没有认定", now));
        limit(limited, "plant-1-assembly.foreman");
        Map<String, PetitionCase> before = Stream.of(closed, unitGone, ownerGone, waiting, guarded, report, staying)
                .collect(Collectors.toMap(id -> id, this::read));

        int number = activate(
                "总装并入铸造",
                List.of(new Move("plant-1-assembly", "plant-1-foundry")),
                organisation -> organisation
                        .replaceAll("(?m)^  - \\{code: plant-1-assembly,.*\\R", "")
                        .replaceAll(
                                "(?m)^  - \\{id: (plant-1-assembly.foreman|plant-1.labour|discipline.desk),.*\\R", "")
                        .replace("[discipline.desk, discipline.secretary]", "[discipline.secretary]")
                        .replaceAll("(?m)^  - \\{id: machinery.petitions,.*\\R", "")
                        .replace("petitionOffice: machinery.petitions", "petitionOffice: machinery.safety"),
                net -> net.replaceAll("(?m)^.*unit: plant-1-assembly,.*\\R", "")
                        .replace("owner: plant-1.labour", "owner: plant-1.petitions"));
        keeper.follow();

        assertThat(meters.get("redress.organisation.version").gauge().value()).isEqualTo(number);
        assertThat(meters.get("redress.organisation.kept").gauge().value()).isEqualTo(number);
        assertPlace(unitGone, "plant-1-foundry", "plant-1.petitions", false);
        assertPlace(ownerGone, "plant-1", "plant-1.petitions", false);
        assertPlace(waiting, "plant-1-foundry", "plant-1.petitions", false);
        assertPlace(closed, "plant-1-foundry", "plant-1.petitions", false);
        assertThat(read(closed).waits).containsExactly("call-back:plant-1.petitions");
        assertThat(read(helped).waits).as("who was asked is gone").isNull();
        assertThat(read(helped).clocks().all().getLast())
                .extracting(Clock::kind, Clock::state)
                .containsExactly("part", Clock.State.STOPPED);
        String holder = editions.active()
                .organisation()
                .posts()
                .get(read(limited).assignment().owner())
                .officer();
        assertThat(read(limited).isNamed(holder))
                .as("nobody who was named is left")
                .isTrue();
        assertThat(moves(limited))
                .as("it stays where it is, and tells its holder")
                .isZero();
        assertPlace(guarded, "machinery", "machinery.safety", true);
        assertPlace(report, "discipline", "discipline.secretary", true);
        assertPlace(staying, "plant-1-foundry", before.get(staying).assignment().owner(), false);
        before.forEach((id, was) -> {
            assertThat(read(id).clocks()).as("no date moves").isEqualTo(was.clocks());
            assertThat(read(id).nextDueAt()).isEqualTo(was.nextDueAt());
            assertThat(read(id).registration().edition())
                    .isEqualTo(was.registration().edition());
        });
        assertThat(read(guarded).guard().officers()).contains("li.wei");
        assertThat(moves(staying)).isZero();
        String reason = "organisation version " + number + ": 总装并入铸造";
        assertThat(read(unitGone).history().getLast()).satisfies(line -> {
            assertThat(line.what()).isEqualTo(What.MOVED);
            assertThat(line.detail()).isEqualTo(reason);
        });
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                new Published(mongo).of(unitGone).getLast())
                        .isInstanceOfSatisfying(CaseStepTaken.class, event -> {
                            assertThat(event.step()).isEqualTo("move");
                            assertThat(event.reason()).isEqualTo(reason);
                            assertThat(event.unit()).isEqualTo("plant-1-foundry");
                            assertThat(event.alerts()).containsExactly("plant-1.petitions");
                            assertThat(event.toldPetitioner()).isFalse();
                        }));
    }

    private void oweCallBack(String id) {
        PetitionCase petitionCase = read(id);
        petitionCase.state = CaseState.CLOSED;
        petitionCase.callBackOwed = true;
        petitionCase.settle(petitionCase.time(editions.active()));
        store.save(petitionCase);
    }

    private void limit(String id, String post) {
        PetitionCase petitionCase = read(id);
        String officer = editions.active().organisation().posts().get(post).officer();
        petitionCase.limited = new Limitation(List.of(new Limitation.Named(post, officer)), "plant-1", false);
        store.save(petitionCase);
    }

    private void askPart(String id, String post, Instant now) {
        PetitionCase petitionCase = read(id);
        LoadedRulebook today = editions.active();
        Actor office = new Actor("qian.yun", "plant-1.petitions");
        Turn turn = new Turn(office, null, today, today, now, SampleCases.roster(now));
        petitionCase.take(new Command.AskPart(post, turn.day().plusDays(5)), null, turn);
        store.save(petitionCase);
    }

    @Test
    void goesOnWhereItWasBrokenOffAndMeetsAgainWhatSomebodyChanged() {
        Instant now = Instant.now();
        String done = registered(intake.appeal("plant-2-heat", "拖欠工资", "没发工资", now));
        String changed = registered(intake.appeal("plant-2-heat", "拖欠工资", "没发工资", now));
        String left = registered(intake.appeal("plant-2-heat", "拖欠工资", "没发工资", now));
        String outside = registered(intake.appeal("plant-2", "拖欠工资", "没发工资", now));
        // The two change places: what was moved must not be moved back.
        activate(
                "对调",
                List.of(new Move("plant-2-heat", "plant-2"), new Move("plant-2", "plant-2-heat")),
                organisation -> organisation.replace("name: 热处理车间", "name: 热处理分厂"),
                net -> net);
        Resettlement.Round killed = resettlement.round();

        assertThat(open.changeSome(List.of(done), killed::resettle)).isTrue();
        boolean all = open.changeSome(List.of(changed), kept -> {
            mongo.updateFirst(
                    Query.query(Criteria.where("_id").is(changed)), new Update().inc("version", 1), PetitionCase.class);
            return killed.resettle(kept);
        });
        assertThat(all).as("one is to be looked at again").isFalse();
        assertThat(moves(changed)).isZero();

        assertThat(resettlement.resettleAll()).isTrue();
        assertThat(resettlement.resettleAll()).isTrue();

        assertThat(Stream.of(done, changed, left)).allSatisfy(id -> {
            assertThat(read(id).assignment().unit()).isEqualTo("plant-2");
            assertThat(moves(id)).isEqualTo(1);
        });
        assertThat(read(outside).assignment().unit()).isEqualTo("plant-2-heat");
        assertThat(moves(outside)).isEqualTo(1);
    }

    @Test
    void leavesAUnitThatIsStillThereWhatItIsGivenLater() {
        String before = registered(intake.appeal("west-estate", "漏水", "屋顶漏水", Instant.now()));
        activate(
                "西区事务由东区接办",
                List.of(new Move("west-estate", "east-estate")),
                organisation -> organisation.replace("name: 西区物业中心", "name: 西区物业站"),
                net -> net);
        String after = registered(intake.appeal("west-estate", "漏水", "屋顶漏水", Instant.now()));

        resettlement.resettleAll();

        assertThat(read(before).assignment().unit()).isEqualTo("east-estate");
        assertThat(read(after).assignment().unit()).isEqualTo("west-estate");
        assertThat(moves(after)).isZero();
    }

    @Test
    void leavesToANewerVersionWhatItPlaced() {
        String id = registered(intake.appeal("project-1", "拖欠工资", "没发工资", Instant.now()));
        Resettlement.Round behind = resettlement.round();
        activate(
                "项目部改组",
                List.of(new Move("project-1", "project-9")),
                organisation -> organisation
                        .replace("code: project-1,", "code: project-9,")
                        .replace("unit: project-1,", "unit: project-9,"),
                net -> net.replace("unit: project-1,", "unit: project-9,"));
        resettlement.resettleAll();
        assertThat(read(id).assignment().unit()).isEqualTo("project-9");

        assertThat(open.changeSome(List.of(id), behind::resettle)).isTrue();

        assertThat(read(id).assignment().unit()).isEqualTo("project-9");
        assertThat(moves(id)).isEqualTo(1);
    }

    private void assertPlace(String id, String unit, String owner, boolean restricted) {
        assertThat(read(id).assignment()).satisfies(place -> {
            assertThat(place.unit()).isEqualTo(unit);
            assertThat(place.owner()).isEqualTo(owner);
            assertThat(place.restricted()).isEqualTo(restricted);
        });
    }

    private int activate(
            String reason, List<Move> moves, UnaryOperator<String> organisation, UnaryOperator<String> net) {
        Draft draft = reorganisation.draft(List.of(
                new TextFile("organisation.yaml", organisation.apply(inEffect("organisation.yaml"))),
                new TextFile("responsibility.yaml", net.apply(inEffect("responsibility.yaml")))));
        assertThat(reorganisation.activate(draft.digest(), draft.before(), new Activation("root", reason, moves)))
                .isEqualTo(new Outcome.Done());
        return editions.active().number();
    }

    private String inEffect(String name) {
        return versions.files(versions.all().getLast().digest())
                .flatMap(files -> files.text(name))
                .orElseThrow();
    }

    private String registered(PetitionSubmitted petition) {
        intake.send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofSeconds(60)).until(() -> store.find(id).isPresent());
        return id;
    }

    private PetitionCase read(String id) {
        return store.find(id).orElseThrow();
    }

    private long moves(String id) {
        return read(id).history().stream()
                .filter(line -> line.what() == What.MOVED)
                .count();
    }
}
