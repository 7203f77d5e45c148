package org.redress.routing.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Event;
import org.redress.contracts.Head;
import org.redress.contracts.Sealed;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.deliveries.ContactOpened;
import org.redress.contracts.deliveries.NotificationFailed;
import org.redress.contracts.deliveries.NotificationSent;
import org.redress.contracts.organisation.LedgerHeadPublished;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.contracts.submissions.PetitionReviewRequested;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;
import org.redress.contracts.submissions.SubmissionEvent;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.redress.platform.consuming.StalePositionException;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.Ids;
import org.redress.routing.Intake;
import org.redress.routing.Published;
import org.redress.routing.RoutingStack;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.CaseText;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.HistoryEntry;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.cases.Ledger;
import org.redress.routing.cases.Outcome;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.RoutingMetric;
import org.redress.routing.cases.Tellings;
import org.redress.routing.cases.TextEntry;
import org.redress.routing.cases.Unsealing;
import org.redress.routing.cases.WithoutHolder;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.OpinionOutcome;
import org.redress.routing.procedure.ServiceKind;
import org.redress.routing.procedure.Way;
import org.redress.starters.Infrastructure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "redress.ledger.look-every=200ms")
class RegistrationTest {

    private static final RoutingStack STACK = new RoutingStack();
    private static final Caller OVERSEER = new Caller("watcher", Set.of(Caller.Role.SUPERVISOR));
    private static final Caller SUPERVISOR = new Caller("someone", Set.of(Caller.Role.SUPERVISOR));

    @Autowired
    private Producer<String, byte[]> producer;

    @Autowired
    private TopicNames topics;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private AggregateStore<PetitionCase> store;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseCommands commands;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Tellings tellings;

    @Autowired
    private Ledger ledger;

    @Autowired
    private SubmissionHandler submissions;

    private Intake intake;
    private Published published;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        STACK.register(registry);
    }

    @BeforeEach
    void open() {
        intake = new Intake(producer, topics, STACK);
        published = new Published(mongo);
    }

    @Test
    void makesACaseWithOwnerAndClockOfAPetition() {
        PetitionSubmitted petition = intake.appeal("plant-1", "拖欠工资", "三个月没发工资了", now);

        intake.send(petition);

        PetitionCase made = eventuallyCase(petition);
        assertThat(made.registration().topic()).isEqualTo("labour.pay.arrears");
        assertThat(made.registration().assignment().owner()).isEqualTo("plant-1.labour");
        assertThat(made.nextDueAt()).isAfter(now);
        CaseRegistered event = (CaseRegistered) eventuallyPublished(petition, 1).getFirst();
        assertThat(event.owner()).isEqualTo("plant-1.labour");
        assertThat(event.alerts()).containsExactly("plant-1.labour");
        assertThat(event.petitioner()).hasSize(32);
        assertThat(event.clocks()).isEqualTo(made.clocks().all());
        assertThat(onTheBroker(petition)).containsExactly("case.registered.v1");
    }

    @Test
    void makesAPetitionerWhoCouldNotBeReachedTheOwnersTaskEvenBeforeThereIsACase() {
        PetitionSubmitted petition = intake.appeal("plant-1", "拖欠工资", "三个月没发工资了", now);
        String notification = Ids.next();

        intake.send(new NotificationFailed(
                new Head(Ids.next(), notification, petition.head().aggregateId(), 1, 1, now),
                petition.head().eventId(),
                "received",
                "email",
                "petitioner",
                "smtp-550"));
        intake.send(petition);

        eventually()
                .untilAsserted(() -> assertThat(eventuallyCase(petition).history())
                        .extracting(HistoryEntry::what)
                        .contains(What.NOT_REACHED));
        assertThat(eventuallyPublished(petition, 2).getLast()).isInstanceOfSatisfying(CaseStepTaken.class, told -> {
            assertThat(told.step()).isEqualTo("not-reached");
            assertThat(told.alerts()).containsExactly("plant-1.labour");
        });
    }

    @Test
    void registersAPetitionThatComesTwiceOnce() {
        PetitionSubmitted petition = intake.appeal("plant-1", "拖欠工资", "没发工资", now);

        intake.send(petition);
        intake.send(petition);
        eventuallyCase(petition);
        intake.send(petition);
        PetitionSubmitted after = intake.appeal("plant-1", "食堂", "饭菜", now);
        intake.send(after);
        eventuallyCase(after);

        assertThat(eventuallyPublished(petition, 1)).hasSize(1);
    }

    @Test
    void keepsAReportAtTheDisciplineDeskAlone() {
        PetitionSubmitted report = intake.petition("report", "plant-1", "检举厂领导", "拖欠工资", now, now);

        intake.send(report);

        PetitionCase made = eventuallyCase(report);
        assertThat(made.registration().topic()).isNull();
        assertThat(made.restricted()).isTrue();
        CaseRegistered event = (CaseRegistered) eventuallyPublished(report, 1).getFirst();
        assertThat(event.alerts()).containsExactly("discipline.desk");
        assertThat(List.of(event.scope(), event.unit())).containsOnly("discipline");
        assertThat(event.topic()).isNull();
        assertThat(cases.find(report.head().aggregateId(), SUPERVISOR)).isEmpty();
        assertThat(seenBy("zhao.gang", report)).isFalse();
        assertThat(seenBy("zhou.mingyuan", report)).isFalse();
        assertThat(seenBy("bai.lu", report)).isTrue();
        assertThat(opened(report)).containsExactly("content", "contact");
    }

    @Test
    void keepsAReportFromTheOneOfTheDeskItNames() {
        PetitionSubmitted report = intake.petition("report", "plant-1", "检举白鹭", "收受礼品", now, now);

        intake.send(report);

        CaseRegistered event = (CaseRegistered) eventuallyPublished(report, 1).getFirst();
        assertThat(event.alerts()).containsExactly("discipline.secretary");
        assertThat(seenBy("bai.lu", report)).isFalse();
        assertThat(seenBy("qin.zheng", report)).isTrue();
    }

    @Test
    void keepsWhatIsAddressedToTheDeskThereWhateverItsPurpose() {
        PetitionSubmitted appeal = intake.appeal("discipline", "反映问题", "工资", now);

        intake.send(appeal);

        assertThat(eventuallyCase(appeal).restricted()).isTrue();
    }

    @Test
    void losesNoPetitionToAnUnknownUnit() {
        PetitionSubmitted petition = intake.appeal("plant-99", "拖欠工资", "没发工资", now);

        intake.send(petition);

        assertThat(eventuallyCase(petition).registration().assignment().owner()).isEqualTo("group.petitions");
    }

    @Test
    void tellsNobodyOfPetitionsThatAreOldAlready() {
        PetitionSubmitted old =
                intake.petition("appeal", null, "修路", "道路坑洼", Instant.parse("2014-06-03T02:00:00Z"), now);

        intake.send(old);

        eventuallyCase(old);
        List<Event> events = eventuallyPublished(old, 2);
        assertThat(((CaseRegistered) events.getFirst()).alerts()).isEmpty();
        CaseAccepted accepted = (CaseAccepted) events.getLast();
        assertThat(accepted.deemed()).isTrue();
        assertThat(accepted.clocks())
                .hasSize(2)
                .allSatisfy(clock -> assertThat(clock.rungs())
                        .filteredOn(rung -> !rung.passedBeforeImport())
                        .singleElement()
                        .extracting(Rung::dueAt)
                        .satisfies(dueAt -> assertThat((Instant) dueAt).isAfter(now)));
    }

    @Test
    void parksAPetitionItCannotReadAndTakesItWhenItComesAgain() throws Exception {
        PetitionSubmitted good = intake.appeal("plant-1", "拖欠工资", "没发工资", now);
        String id = good.head().aggregateId();
        producer.send(new ProducerRecord<>(
                        topics.name(Topic.SUBMISSIONS),
                        null,
                        id,
                        "{".getBytes(StandardCharsets.UTF_8),
                        EventHeaders.write("e", id, "petition.submitted.v1", 1, 1)))
                .get();

        Source source = new Source(id, id);
        eventually()
                .untilAsserted(() -> assertThat(submissions.positions(List.of(source)))
                        .containsEntry(source, new Position(1, 0, true)));
        assertThat(cases.unlessKeptFrom(id, "nobody")).isEmpty();
        assertThat(listed(OVERSEER)).doesNotContain(id);

        submissions.park(source, new Position(1, 0, true), new Position(1, 0, false));
        intake.send(good);

        assertThat(eventuallyCase(good).registration().topic()).isEqualTo("labour.pay.arrears");
        assertThat(submissions.positions(List.of(source))).containsEntry(source, new Position(1, 1, false));
    }

    @Test
    void appliesRequestsInTheirOrderAndRefusesWhatComesTooLate() {
        PetitionSubmitted petition = intake.appeal("plant-1", "拖欠工资", "没发工资", now);
        PetitionSupplemented first = intake.supplement(petition, 2, "另附工资条");
        PetitionWithdrawn withdrawal = intake.withdrawal(petition, 3, "已解决");
        PetitionSupplemented second = intake.supplement(petition, 4, "还有一张");

        intake.send(petition);
        intake.send(first);
        intake.send(withdrawal);
        intake.send(withdrawal);
        intake.send(second);

        List<Event> events = eventuallyPublished(petition, 4);
        assertThat(events).hasSize(4);
        assertThat(((CaseSupplemented) events.get(1)).requestId()).isEqualTo(first.requestId());
        assertThat(((CaseWithdrawn) events.get(2)).requestId()).isEqualTo(withdrawal.requestId());
        assertThat(((CaseRequestRefused) events.get(3)).requestId()).isEqualTo(second.requestId());
        PetitionCase made = eventuallyCase(petition);
        assertThat(made.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(made.texts()).extracting(TextEntry::id).containsExactly(first.requestId(), withdrawal.requestId());
        assertThat(opened(petition))
                .as("a request that is refused is not opened")
                .containsExactly("content", "contact", first.requestId(), withdrawal.requestId());
        Source source = new Source(made.id(), made.id());
        assertThat(submissions.positions(List.of(source))).containsEntry(source, new Position(1, 4, false));
    }

    /** An event that brings words of the petitioner's, and what has to happen to a case before it takes them. */
    private record Saying(Class<? extends SubmissionEvent> type, Function<PetitionSubmitted, SubmissionEvent> words) {}

    @Test
    void keepsACaseFromWhomWordsMeanWhateverEventBringsThem() {
        String words = "是李　蔚扣了我的奖金";
        List<Saying> all = List.of(
                new Saying(PetitionSupplemented.class, petition -> intake.supplement(petition, 2, words)),
                new Saying(PetitionWithdrawn.class, petition -> intake.withdrawal(petition, 2, words)),
                new Saying(PetitionReviewRequested.class, petition -> {
                    decide(petition);
                    return intake.review(petition, 2, words);
                }));
        assertThat(all.stream().map(Saying::type))
                .as("whatever has a sealed text is tried here")
                .containsExactlyInAnyOrderElementsOf(laterWords());

        for (Saying saying : all) {
            PetitionSubmitted petition = intake.appeal("plant-1", "拖欠工资", "没发工资", now);
            intake.send(petition);
            assertThat(eventuallyCase(petition).assignment().owner()).isEqualTo("plant-1.labour");
            SubmissionEvent said = saying.words().apply(petition);
            int before = eventuallyPublished(petition, 1).size();

            intake.send(said);

            Source source =
                    new Source(petition.head().aggregateId(), petition.head().aggregateId());
            eventually()
                    .untilAsserted(() -> assertThat(submissions.positions(List.of(source)))
                            .containsEntry(source, new Position(1, 2, false)));
            assertThat(List.of("li.wei", "zhao.gang", "qian.yun"))
                    .as(saying.type().getSimpleName())
                    .noneMatch(officer -> seenBy(officer, petition));
            List<Event> events = eventuallyPublished(petition, (int)
                    store.find(petition.head().aggregateId()).orElseThrow().sequence());
            assertThat(events.subList(before, events.size()).toString())
                    .contains("restricted=true")
                    .doesNotContain("plant-1");
            // What the petition said is opened again when the day is grouped.
            assertThat(Set.copyOf(opened(petition)))
                    .as("the opening is in the ledger")
                    .hasSize(3);
        }
    }

    @Test
    void showsThatNobodyCanHaveACase() {
        PetitionSubmitted petition = intake.about(
                "plant-1",
                "没有理由",
                now,
                Stream.of("zhou.mingyuan", "chen.jing", "bai.lu", "qin.zheng")
                        .map(each -> new About("officer", each))
                        .toArray(About[]::new));

        intake.send(petition);

        PetitionCase made = eventuallyCase(petition);
        CaseRegistered event = (CaseRegistered) eventuallyPublished(petition, 1).getFirst();
        assertThat(event.owner()).isEqualTo(CaseEvent.NOBODY);
        assertThat(event.alerts()).isEmpty();
        assertThat(cases.withoutHolder()).containsExactly(new WithoutHolder(made.id(), now, made.dueAt()));
        assertThat(meters.get(RoutingMetric.WITHOUT_HOLDER.metricName()).gauge().value())
                .isEqualTo(1);
    }

    private void decide(PetitionSubmitted petition) {
        take(petition, new Command.Accept(Way.ORDINARY), CaseText.Kind.NOTE);
        take(petition, new Command.GiveOpinion(OpinionOutcome.NOT_SUPPORTED, List.of()), CaseText.Kind.OPINION);
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
        take(petition, new Command.Serve(ServiceKind.IN_PERSON, today, false), CaseText.Kind.NOTE);
        eventuallyPublished(petition, 4);
    }

    private void take(PetitionSubmitted petition, Command command, CaseText.Kind kind) {
        assertThat(commands.takeOnce(
                        petition.head().aggregateId(),
                        Ids.next(),
                        command,
                        new CaseCommands.Words(kind, "如下"),
                        "li.wei"))
                .isInstanceOf(Outcome.Done.class);
    }

    /** Every event but the petition itself that has something sealed. */
    private static List<Class<? extends SubmissionEvent>> laterWords() {
        return Stream.of(SubmissionEvent.class.getPermittedSubclasses())
                .filter(type -> type != PetitionSubmitted.class)
                .filter(type -> Stream.of(type.getRecordComponents())
                        .anyMatch(component -> component.getType() == Sealed.class))
                .<Class<? extends SubmissionEvent>>map(type -> type.asSubclass(SubmissionEvent.class))
                .toList();
    }

    @Test
    void losesNoRequestToOfficersWhoActMeanwhile() throws Exception {
        PetitionSubmitted petition = intake.appeal("plant-1", "拖欠工资", "没发工资", now);
        String id = petition.head().aggregateId();
        intake.send(petition);
        eventuallyCase(petition);
        int requests = 30;
        Thread petitioner = Thread.ofPlatform()
                .start(() -> LongStream.rangeClosed(2, requests + 1)
                        .forEach(sequence -> intake.send(intake.supplement(petition, sequence, "第" + sequence + "份"))));
        int moves = 0;
        while (petitioner.isAlive()) {
            PetitionCase petitionCase = store.find(id).orElseThrow();
            petitionCase.received("STRANGER", new Position(1, ++moves, false));
            store.saveAll(List.of(petitionCase));
        }
        petitioner.join();

        eventually().until(() -> eventuallyCase(petition).texts().size() == requests);
        assertThat(eventuallyPublished(petition, requests + 1)).hasSize(requests + 1);
        assertThat(moves).isGreaterThan(1);
    }

    @Test
    void parksARequestBeforeItsPetition() {
        PetitionSubmitted petition = intake.appeal("plant-1", "拖欠工资", "没发工资", now);
        String id = petition.head().aggregateId();
        intake.send(intake.supplement(petition, 1, "另附工资条"));

        Source source = new Source(id, id);
        eventually()
                .untilAsserted(() -> assertThat(submissions.positions(List.of(source)))
                        .containsEntry(source, new Position(1, 0, true)));
        assertThat(cases.unlessKeptFrom(id, "nobody")).isEmpty();
    }

    @Test
    void notesWhatThePetitionerWasToldAndNothingElse() {
        PetitionSubmitted petition = intake.appeal("plant-1", "拖欠工资", "没发工资", now);
        intake.send(petition);
        PetitionCase made = eventuallyCase(petition);
        String notification = Ids.next();

        intake.send(sent(petition, notification, 1, "plant-1.labour", "assigned"));
        NotificationSent received = sent(petition, notification, 2, "petitioner", "received");
        intake.send(received);
        intake.send(received);
        intake.send(sent(petition, notification, 3, "plant-1.labour", "reminder"));

        Source source = new Source(notification, petition.head().aggregateId());
        eventually()
                .untilAsserted(() -> assertThat(tellings.positions(List.of(source)))
                        .containsEntry(source, new Position(1, 3, false)));
        assertThat(tellings.of(made.id())).singleElement().satisfies(told -> {
            assertThat(told.template()).isEqualTo("received");
            assertThat(told.channel()).isEqualTo("email");
            assertThat(told.sent()).isTrue();
        });
        assertThat(eventuallyCase(petition).version()).isEqualTo(made.version());
    }

    @Test
    void writesDownOnceWhatNotificationOpened() {
        PetitionSubmitted petition = intake.appeal("plant-1", "拖欠工资", "没发工资", now);
        intake.send(petition);
        PetitionCase made = eventuallyCase(petition);
        String notification = Ids.next();
        ContactOpened opened = new ContactOpened(
                new Head(Ids.next(), notification, made.id(), 1, 1, Instant.parse("2026-03-02T02:00:00Z")),
                "cause",
                "received");
        intake.send(opened);
        intake.send(sent(petition, notification, 2, "petitioner", "received"));
        eventually().untilAsserted(() -> assertThat(tellings.of(made.id())).hasSize(1));

        // A crash between the line and the position: the same is told again.
        Source source = new Source(notification, made.id());
        assertThatThrownBy(() -> tellings.keep(List.of(
                        new Received<>(opened, source, Position.START, new Position(1, 1, false), 0, 0, false, false))))
                .isInstanceOf(StalePositionException.class);

        assertThat(ledger.of(made.id()).stream().filter(line -> line.why() == Unsealing.Why.TELLING))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.what()).isEqualTo("contact");
                    assertThat(line.officer()).isEqualTo("notification");
                    assertThat(line.purpose()).isEqualTo("received");
                });
    }

    @Test
    void publishesHowFarTheLedgerCameOnceADay() {
        intake.send(intake.appeal("plant-1", "拖欠工资", "没发工资", now));

        List<LedgerHeadPublished> heads = eventually().until(this::ledgerHeads, found -> !found.isEmpty());

        assertThat(heads).extracting(LedgerHeadPublished::day).doesNotHaveDuplicates();
        LedgerHeadPublished head = heads.getFirst();
        Unsealing line = mongo.findById(head.number(), Unsealing.class);
        assertThat(line).isNotNull();
        assertThat(head.hash()).isEqualTo(line.hash());
    }

    private List<LedgerHeadPublished> ledgerHeads() {
        return published.of("organisations_events", "mingchuan").stream()
                .filter(LedgerHeadPublished.class::isInstance)
                .map(LedgerHeadPublished.class::cast)
                .toList();
    }

    @Test
    void publishesTheOrganisationItGoesBy() {
        eventually()
                .untilAsserted(() -> assertThat(published.of("organisations_events", "mingchuan"))
                        .first()
                        .isInstanceOfSatisfying(OrganisationActivated.class, activated -> {
                            assertThat(activated.version()).isEqualTo(1);
                            assertThat(activated.units()).hasSize(13);
                            assertThat(activated.posts()).hasSize(30);
                            assertThat(activated.topics())
                                    .contains(
                                            new OrganisationActivated.TopicNode("labour.pay", "劳动报酬", "Pay", "labour"));
                        }));
    }

    private static NotificationSent sent(
            PetitionSubmitted petition, String notification, long sequence, String recipient, String template) {
        Head head = new Head(
                Ids.next(),
                notification,
                petition.head().aggregateId(),
                sequence,
                1,
                Instant.parse("2026-03-02T02:00:00Z"));
        return new NotificationSent(
                head, "cause", template, "email", recipient, "message", Instant.parse("2026-03-02T02:00:00Z"));
    }

    private PetitionCase eventuallyCase(PetitionSubmitted petition) {
        return eventually()
                .until(() -> cases.unlessKeptFrom(petition.head().aggregateId(), "nobody"), Optional::isPresent)
                .orElseThrow();
    }

    private List<Event> eventuallyPublished(PetitionSubmitted petition, int count) {
        return eventually().until(() -> published.of(petition.head().aggregateId()), events -> events.size() >= count);
    }

    private boolean seenBy(String officer, PetitionSubmitted petition) {
        Caller reader = new Caller(officer, Set.of(Caller.Role.OFFICER));
        return cases.find(petition.head().aggregateId(), reader).isPresent()
                || listed(reader).contains(petition.head().aggregateId());
    }

    private List<String> listed(Caller reader) {
        return cases.list(CaseList.Filter.ALL, null, 500, reader).cases().stream()
                .map(PetitionCase::id)
                .toList();
    }

    private List<String> opened(PetitionSubmitted petition) {
        return mongo.findAll(Document.class, "ledger").stream()
                .filter(line -> petition.head().aggregateId().equals(line.getString("petitionId")))
                .map(line -> line.getString("what"))
                .toList();
    }

    private List<String> onTheBroker(PetitionSubmitted petition) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Infrastructure.kafka());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topics.name(Topic.CASES)).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> types = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> {
                    if (petition.head().aggregateId().equals(found.key())) {
                        types.add(new String(found.headers().lastHeader("type").value(), StandardCharsets.UTF_8));
                    }
                });
            }
            return types;
        }
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100));
    }
}
