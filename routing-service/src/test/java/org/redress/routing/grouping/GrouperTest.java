package org.redress.routing.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.bson.types.Binary;
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
import org.redress.routing.cases.GroupableCases;
import org.redress.routing.cases.Ledger;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Unsealing;
import org.redress.routing.grouping.GroupingRun.Entry;
import org.redress.routing.near.NearPair;
import org.redress.routing.near.NearPairs;
import org.redress.routing.organisation.Editions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Petitions of three days, grouped by two instances that both believe it is their turn. */
@SpringBootTest(properties = "redress.grouping.look-every=1d")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrouperTest {

    private static final RoutingStack STACK = new RoutingStack();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 3;
    private static final List<String> EVERYDAY =
            List.of("食堂饭菜太贵，卫生差", "早班车经常晚到二十分钟", "三月份加班三十小时没有加班费", "宿舍晚上十点以后没有热水", "厂区停车场被外来车辆占用");
    private static final List<String> DUST = List.of("铸造车间除尘设备停用粉尘大", "铸造车间粉尘污染，除尘设备坏了", "请求检修铸造车间除尘设备");

    private final List<String> dust = new ArrayList<>();
    private final List<String> all = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private String today = "";

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Producer<String, byte[]> producer;

    @Autowired
    private TopicNames names;

    @Autowired
    private AggregateStore<PetitionCase> store;

    @Autowired
    private AggregateStore<GroupingRun> runs;

    @Autowired
    private GroupableCases cases;

    @Autowired
    private NearPairs pairs;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Editions editions;

    @Autowired
    private InstantSource clock;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        STACK.register(registry);
    }

    @BeforeAll
    void groupByTwo() {
        for (int day = DAYS; day > 0; day--) {
            for (int each = 0; each < 12; each++) {
                Instant at = daysAgo(day).plusSeconds(each);
                all.add(send(petition("appeal", EVERYDAY.get(each % EVERYDAY.size()), at)));
                if (each % 4 == 0) {
                    String says = DUST.get(each / 4 % DUST.size());
                    dust.add(send(petition("appeal", says, at.plusMillis(1))));
                    all.add(dust.getLast());
                }
            }
        }
        kept.add(send(petition("report", DUST.getFirst(), daysAgo(2))));
        kept.add(send(intake().about("plant-1", DUST.getFirst(), daysAgo(2), new About("officer", "li.wei"))));
        today = send(petition("appeal", DUST.getFirst(), clock.instant()));
        awaitCase(today);
        all.forEach(this::awaitCase);
        kept.forEach(this::awaitCase);
        Grouper one = grouper(() -> true);
        Grouper other = grouper(() -> true);
        boolean more = true;
        while (more) {
            more = one.some();
            more |= other.some();
        }
    }

    @Test
    void putsEachPetitionIntoOneGroupOnceHoweverManyInstancesThereAre() {
        assertThat(joined()).extracting(Entry::petition).containsExactlyInAnyOrderElementsOf(all);
        Map<String, Integer> groupOf = groups();
        assertThat(dust.stream().map(groupOf::get).distinct()).hasSize(1);
        assertThat(all.stream().filter(id -> !dust.contains(id)).map(groupOf::get))
                .doesNotContain(groupOf.get(dust.getFirst()));
    }

    @Test
    void completesEachDayThatIsOverOnceAndInOrder() {
        List<LocalDate> complete = written().stream()
                .filter(GroupingRun::isComplete)
                .map(GroupingRun::day)
                .toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);

        assertThat(complete)
                .startsWith(today.minusDays(3), today.minusDays(2), today.minusDays(1))
                .doesNotHaveDuplicates();
    }

    @Test
    void opensEachOnceInTheLedgerAndNeverAReportOrWhatIsKeptFromAnybody() {
        assertThat(all).allSatisfy(id -> assertThat(opened(id)).containsOnlyOnce(Unsealing.Why.GROUPING));
        assertThat(kept).allSatisfy(id -> assertThat(opened(id)).doesNotContain(Unsealing.Why.GROUPING));
    }

    @Test
    void comparesAPetitionOfTodayWithThoseBeforeAndProposesNoneOfOtherWordsNorWhatIsKept() {
        List<NearPair> near = pairs.of(today);

        assertThat(near)
                .extracting(pair -> pair.other(today))
                .contains(dust.getFirst())
                .isSubsetOf(dust);
        assertThat(near).allMatch(pair -> pair.likeness() != null && pair.likeness() >= 40);
        assertThat(joined()).extracting(Entry::petition).doesNotContain(today);
        assertThat(kept).allSatisfy(id -> assertThat(pairs.of(id)).isEmpty());
    }

    /** What travels are numbers, and words that many people wrote. */
    @Test
    void tellsWhatManyWroteAndNoTextOfAnybody() {
        String told = mongo.getCollection("groupings_events").find().into(new ArrayList<>()).stream()
                .map(event -> new String(event.get("bytes", Binary.class).getData(), StandardCharsets.UTF_8))
                .reduce("", String::concat);

        assertThat(told).contains("除尘设备").doesNotContain("停用粉尘大", "请求检修", "尽快处理");
    }

    @Test
    void goesOnWithTheSameGroupsAfterARestart() {
        Memory again = new Memory(List.of());
        written()
                .forEach(run -> again.follow(
                        run, cases, day -> day.plusDays(1).atStartOfDay(ZONE).toInstant()));

        assertThat(all).allMatch(again::knows);
        assertThat(all).allSatisfy(id -> assertThat(opened(id)).containsOnlyOnce(Unsealing.Why.GROUPING));
    }

    @Test
    void leavesTheTurnToWhoHasIt() {
        Turn first = new Turn(mongo);
        mongo.getCollection("groupingTurn").deleteMany(new Document());

        assertThat(first.take()).isTrue();
        assertThat(new Turn(mongo).take()).isFalse();
        assertThat(first.take()).isTrue();
    }

    private Grouper grouper(BooleanSupplier turn) {
        return new Grouper(cases, new Runs(mongo, runs), pairs, turn, editions, clock);
    }

    private List<GroupingRun> written() {
        return new Runs(mongo, runs)
                .ids(LocalDate.EPOCH).stream()
                        .map(id -> runs.find(id).orElseThrow())
                        .toList();
    }

    private List<Entry> joined() {
        return written().stream()
                .flatMap(run -> run.entries().stream())
                .filter(entry -> entry.petition() != null)
                .toList();
    }

    /** The group of each petition, with all that became one. */
    private Map<String, Integer> groups() {
        Map<String, Integer> groupOf = new HashMap<>();
        for (GroupingRun run : written()) {
            for (Entry entry : run.entries()) {
                if (entry.petition() != null) {
                    groupOf.put(entry.petition(), entry.group());
                } else if (entry.into() != null) {
                    groupOf.replaceAll(
                            (id, group) -> group == entry.group() ? Objects.requireNonNull(entry.into()) : group);
                }
            }
        }
        return groupOf;
    }

    private List<Unsealing.Why> opened(String id) {
        return ledger.of(id).stream().map(Unsealing::why).toList();
    }

    private Instant daysAgo(int days) {
        return LocalDate.ofInstant(clock.instant(), ZONE)
                .minusDays(days)
                .atTime(9, 0)
                .atZone(ZONE)
                .toInstant();
    }

    private Intake intake() {
        return new Intake(producer, names, STACK);
    }

    private String send(PetitionSubmitted petition) {
        intake().send(petition);
        return petition.head().aggregateId();
    }

    private void awaitCase(String id) {
        await().atMost(Duration.ofSeconds(60)).until(() -> store.find(id).isPresent());
    }

    /** A petition by somebody who wrote no other. */
    private PetitionSubmitted petition(String purpose, String says, Instant at) {
        PetitionSubmitted petition = intake().petition(purpose, "plant-1", says, says + "，请尽快处理", at, at);
        String id = petition.head().aggregateId();
        PetitionContact who = new PetitionContact(
                null, "+86138" + (10_000_000 + all.size()), null, null, List.of(), false, "phone", "zh");
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
                STACK.contactSealer().seal(id, PetitionContact.FIELD, Json.MAPPER.writeValueAsBytes(who)));
    }
}
