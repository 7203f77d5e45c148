package org.redress.routing.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Event;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.RungReached;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.time.Unfired;
import org.redress.routing.Intake;
import org.redress.routing.Published;
import org.redress.routing.RoutingStack;
import org.redress.routing.cases.CaseNumbers;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.organisation.Editions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "redress.escalation.look-every=24h")
class EscalationTest {

    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final RoutingStack STACK = new RoutingStack();

    @Autowired
    private Producer<String, byte[]> producer;

    @Autowired
    private TopicNames topics;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private AggregateStore<PetitionCase> store;

    @Autowired
    private Editions editions;

    @Autowired
    private Escalation escalation;

    @Autowired
    private DueCases due;

    @Autowired
    private InstantSource clock;

    @Autowired
    private Unfired unfired;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private CaseNumbers numbers;

    private Intake intake;
    private Published published;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        STACK.freeze(START);
        STACK.register(registry);
    }

    @BeforeEach
    void open() {
        intake = new Intake(producer, topics, STACK);
        published = new Published(mongo);
        set(START);
        mongo.remove(new Query(), PetitionCase.class);
    }

    @Test
    void firesEachRungOnceAndInDueOrder() {
        List<String> ids = submit(5, "plant-1-assembly");

        set(START.plus(Duration.ofDays(90)));
        assertThat(unfired.count()).isEqualTo(5);
        fireAll(escalation);

        assertThat(unfired.count()).isZero();
        for (String id : ids) {
            List<RungReached> rungs = rungs(id);
            assertThat(rungs).extracting(reached -> reached.rung().dueAt()).isSorted();
            assertThat(rungs).extracting(reached -> reached.rung().firedAt()).containsOnly(clock.instant());
            assertThat(names(rungs))
                    .containsExactly(
                            "notice half",
                            "notice eighty",
                            "notice due",
                            "notice level-2",
                            "notice level-3",
                            "handle half",
                            "handle eighty",
                            "handle due",
                            "handle level-2",
                            "handle level-3");
            assertThat(rungs)
                    .filteredOn(RungReached::digest)
                    .extracting(reached -> reached.rung().name())
                    .containsExactly("level-3", "level-3");
        }
    }

    @Test
    void countsOpenCasesByAgeAndMissedLimitsByKind() {
        submit(2, "plant-1");
        numbers.count();
        assertThat(open("registered", "up-to-15-days")).isEqualTo(2);
        assertThat(late("notice")).isZero();

        set(START.plus(Duration.ofDays(89)));
        fireAll(escalation);
        numbers.count();

        assertThat(open("registered", "up-to-15-days")).isZero();
        assertThat(open("accepted", "up-to-90-days")).isEqualTo(2);
        assertThat(late("notice")).isEqualTo(2);
        assertThat(late("handle")).isEqualTo(2);
        assertThat(meters.get("redress.rungs.fired")
                        .tags("rung", "level", "level", "2")
                        .counter()
                        .count())
                .isPositive();
    }

    private double open(String state, String age) {
        return meters.get("redress.cases.open")
                .tags("state", state, "age", age)
                .gauge()
                .value();
    }

    private double late(String kind) {
        return meters.get("redress.clocks.late").tags("kind", kind).gauge().value();
    }

    @Test
    void countsAsAcceptedFromTheDayTheNoticeWasDue() {
        String id = submit(1, "plant-1").getFirst();

        set(Instant.parse("2026-03-17T16:00:00Z"));
        fireAll(escalation);

        eventually().untilAsserted(() -> assertThat(published.of(id)).hasSize(5));
        List<Event> events = published.of(id);
        assertThat(events.get(3))
                .isInstanceOfSatisfying(
                        RungReached.class,
                        reached -> assertThat(reached.rung().name()).isEqualTo("due"));
        assertThat(events.get(4)).isInstanceOfSatisfying(CaseAccepted.class, accepted -> {
            assertThat(accepted.deemed()).isTrue();
            assertThat(accepted.acceptedOn()).isEqualTo("2026-03-17");
            assertThat(accepted.clocks()).hasSize(2);
        });
    }

    @Test
    void doesNotFireBeforeTheMoment() {
        String id = submit(1, "plant-1").getFirst();

        set(Instant.parse("2026-03-09T00:59:59Z"));
        fireAll(escalation);
        assertThat(rungs(id)).isEmpty();

        set(Instant.parse("2026-03-09T01:00:00Z"));
        fireAll(escalation);
        eventually().untilAsserted(() -> assertThat(names(rungs(id))).containsExactly("notice half"));
    }

    @Test
    void firesOnceThoughTwoInstancesWorkAtOnce() throws Exception {
        List<String> ids = submit(150, "plant-1");
        set(START.plus(Duration.ofDays(40)));
        Escalation other = new Escalation(due, store, editions, clock, meters);
        CountDownLatch begin = new CountDownLatch(1);

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> runs = new ArrayList<>();
            for (Escalation each : List.of(escalation, other)) {
                runs.add(threads.submit(() -> {
                    begin.await();
                    eventually().until(() -> {
                        fireAll(each);
                        return unfired.count() == 0;
                    });
                    return null;
                }));
            }
            begin.countDown();
            for (Future<?> run : runs) {
                run.get();
            }
        }

        Set<Integer> counts = new HashSet<>();
        for (String id : ids) {
            PetitionCase petitionCase = store.find(id).orElseThrow();
            eventually().untilAsserted(() -> assertThat(published.of(id)).hasSize((int) petitionCase.sequence()));
            assertThat(names(rungs(id))).doesNotHaveDuplicates();
            counts.add(rungs(id).size());
        }
        assertThat(counts).hasSize(1);
    }

    @Test
    void takesTheLongestDueFirstAndHoldsUpNobodyForACaseThatCannotFireOrBeRead() {
        List<String> ids = submit(5, "plant-1");
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(ids.getFirst())),
                new Update().set("registration.edition", 99),
                PetitionCase.class);
        set(ids.get(3), "state", "DREAMT_UP");
        set(ids.get(4), "schema", 99);
        set(START.plus(Duration.ofDays(8)));
        double failed = meters.counter("redress.rungs.failed").count();

        fireAll(escalation);

        assertThat(unfired.count()).isEqualTo(3);
        assertThat(names(rungs(ids.get(1)))).containsExactly("notice half");
        assertThat(due.lateness(clock.instant())).isPositive();
        assertThat(meters.counter("redress.rungs.failed").count()).isEqualTo(failed + 3);
    }

    @Test
    void leavesAClaimedCaseToItsHolderUntilTheClaimLapses() {
        submit(1, "plant-1");
        set(START.plus(Duration.ofDays(8)));

        assertThat(due.claim("one", clock.instant())).hasSize(1);
        assertThat(due.claim("two", clock.instant())).isEmpty();
        mongo.updateMulti(new Query(), new Update().set("claim.until", Instant.EPOCH), PetitionCase.class);
        assertThat(due.claim("two", clock.instant())).hasSize(1);
    }

    private void set(String id, String field, Object value) {
        mongo.getCollection("cases").updateOne(Filters.eq("_id", id), Updates.set(field, value));
    }

    private void set(Instant business) {
        STACK.freeze(business);
        eventually().until(() -> clock.instant().equals(business));
    }

    private List<String> submit(int count, String unit) {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            PetitionSubmitted petition = intake.appeal(unit, "强制加班", "夜班倒班太多", START);
            intake.send(petition);
            ids.add(petition.head().aggregateId());
        }
        eventually().until(() -> store.findAll(ids).read().size() == count);
        return ids;
    }

    private List<RungReached> rungs(String id) {
        long sequence = store.find(id).orElseThrow().sequence();
        eventually().until(() -> published.of(id).size() == sequence);
        return published.of(id).stream()
                .filter(RungReached.class::isInstance)
                .map(RungReached.class::cast)
                .sorted(Comparator.comparingLong(reached -> reached.head().sequence()))
                .toList();
    }

    private static List<String> names(List<RungReached> rungs) {
        return rungs.stream()
                .map(reached -> reached.clock().kind() + " " + reached.rung().name())
                .toList();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100));
    }

    private static void fireAll(Escalation some) {
        while (some.fireSome() > 0) {
            // As long as there is more.
        }
    }
}
