package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.contracts.Head;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.redress.platform.organisation.Reading;
import org.redress.routing.Intake;
import org.redress.routing.cases.Caller.Role;
import org.redress.routing.cases.CaseCommands.Target;
import org.redress.routing.cases.CaseCommands.Words;
import org.redress.routing.organisation.Editions;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

class GrowthTest extends RunningRouting {

    @Autowired
    private CaseRegistry registry;

    @Autowired
    private CaseCommands commands;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseTexts texts;

    @Autowired
    private Editions editions;

    @Test
    void keepsTextsOutOfTheCase() {
        String id = commented(register("appeal"));

        Document stored = mongo.findById(id, Document.class, "cases");
        assertThat(stored.getList("texts", Document.class))
                .singleElement()
                .satisfies(text -> assertThat(text).containsOnlyKeys("_id", "kind", "digest"));
    }

    @Test
    void leavesATextWithoutItsCaseAtMostAndTakesThatAway() {
        String id = commented(register("appeal"));
        PetitionCase killed = store.find(id).orElseThrow();
        killed.add(SampleCases.text(CaseText.Kind.NOTE));
        // As if the process had been killed between the two writes.
        texts.write(List.of(killed));
        assertThat(texts.find(id, "text-1")).isPresent();

        assertThat(texts.sweep(Instant.now().minusSeconds(3_600))).isZero();
        assertThat(texts.sweep(Instant.now().plusSeconds(3_600))).isEqualTo(1);

        assertThat(texts.find(id, "text-1")).isEmpty();
        assertThat(texts.find(
                        id, store.find(id).orElseThrow().texts().getFirst().id()))
                .isPresent();
        assertThat(texts.sweep(Instant.now().plusSeconds(3_600))).isZero();
    }

    @Test
    void readsNoTextForAList() {
        commented(register("appeal"));

        assertThat(cases.list(CaseList.Filter.ALL, null, 50, new Caller("watcher", Set.of(Role.SUPERVISOR)))
                        .cases())
                .isNotEmpty()
                .allSatisfy(kept -> {
                    assertThat(kept.texts()).isEmpty();
                    assertThat(kept.history()).as("when it changed").hasSize(1);
                    assertThat(kept.registration().petition().content()).isNull();
                    assertThat(kept.registration().petition().contact()).isNull();
                });
    }

    /** A list is put together of at most five reads, each of a page and one more; other tests' cases fill them or do not. */
    @ParameterizedTest
    @CsvSource({
        "watcher,       SUPERVISOR, 265",
        "watcher,       AUDITOR,    265",
        "zhao.gang,     OFFICER,    265",
        "li.wei,        OFFICER,    265",
        "qian.yun,      OFFICER,    265",
        "luo.min,       OFFICER,    265",
        "zhou.mingyuan, OFFICER,    265",
        // The desk has the reports: it looks at as many as it counts, which is five hundred and one.
        "bai.lu,        OFFICER,    800"
    })
    void looksAtFewOfManyCasesForAnyReader(String who, Role role, int most) {
        copy(register("appeal"), 1_000);
        copy(register("report"), 3_000);
        try {
            // Which index is taken must not hang on who asked before.
            mongo.executeCommand(new Document("planCacheClear", "cases"));
            mongo.executeCommand(new Document("profile", 2));
            cases.list(CaseList.Filter.ALL, null, 50, new Caller(who, Set.of(role)));
            mongo.executeCommand(new Document("profile", 0));

            assertThat(examined()).isLessThan(most);
        } finally {
            mongo.getCollection("system.profile").drop();
            mongo.remove(Query.query(Criteria.where("copy").is(true)), "cases");
        }
    }

    /** In each order and for each reader: every right is looked at in an index, and the page alone is read. */
    @ParameterizedTest
    @CsvSource({"watcher,   SUPERVISOR", "zhao.gang, OFFICER", "li.wei,    OFFICER", "luo.min,   OFFICER"})
    void sortsByEachColumnInAnIndex(String who, Role role) {
        copy(register("appeal"), 1_000);
        copy(register("report"), 3_000);
        try {
            for (CaseList.Column column : CaseList.Column.values()) {
                for (boolean descending : new boolean[] {false, true}) {
                    CaseList.Filter list = CaseList.Filter.ALL.ordered(new CaseList.Order(column, descending));
                    mongo.executeCommand(new Document("planCacheClear", "cases"));
                    mongo.executeCommand(new Document("profile", 2));
                    cases.list(list, null, 50, new Caller(who, Set.of(role)));
                    mongo.executeCommand(new Document("profile", 0));
                    assertThat(examined()).as(list.order().toString()).isLessThan(400);
                    mongo.getCollection("system.profile").drop();
                }
            }
        } finally {
            mongo.getCollection("system.profile").drop();
            mongo.remove(Query.query(Criteria.where("copy").is(true)), "cases");
        }
    }

    /** Whoever asks, and however many cases have ended: what a list counts stands in one index. */
    @ParameterizedTest
    @CsvSource({"watcher,   SUPERVISOR", "zhao.gang, OFFICER", "li.wei,    OFFICER"})
    void countsTheListsOfDutiesInTheirIndexes(String who, Role role) {
        String id = register("appeal");
        copy(id, 1_000);
        copy(ended(id), 1_000);
        try {
            Reading reading = editions.active().organisation().reading(who);
            for (CaseList.Filter list : List.of(
                    CaseList.Filter.ALL.of(reading.posts()).open(),
                    CaseList.Filter.ALL.in(reading.scopes()).open(),
                    CaseList.Filter.ALL.due(null, Instant.now()),
                    CaseList.Filter.ALL.due(Instant.now(), Instant.now().plus(Duration.ofDays(30))),
                    CaseList.Filter.ALL.underSupervision(),
                    CaseList.Filter.ALL.standing(CaseState.REGISTERED).open())) {
                mongo.executeCommand(new Document("planCacheClear", "cases"));
                mongo.executeCommand(new Document("profile", 2));
                cases.count(list, new Caller(who, Set.of(role)));
                mongo.executeCommand(new Document("profile", 0));
                assertThat(examined()).as(list.toString()).isLessThan(150);
                mongo.getCollection("system.profile").drop();
            }
        } finally {
            mongo.getCollection("system.profile").drop();
            mongo.remove(Query.query(Criteria.where("copy").is(true)), "cases");
        }
    }

    @ParameterizedTest
    @CsvSource({"watcher,   SUPERVISOR", "zhao.gang, OFFICER", "li.wei,    OFFICER"})
    void readsAndCountsTheLedgerOfSheetsInItsIndexes(String who, Role role) {
        LocalDate day = LocalDate.of(2026, 3, 2);
        copy(register("appeal"), 1_000);
        copy(register(new PetitionOrigin("甲", "1", day, null, day, null)), 1_000);
        try {
            CaseList.Filter open = CaseList.Filter.ALL.ofSheets(Set.of(Sheet.State.OPEN, Sheet.State.RETURNING), null);
            for (CaseList.Filter list : List.of(
                    open,
                    open.awaited(Instant.now(), Instant.now().plus(Duration.ofDays(3))),
                    CaseList.Filter.ALL.ofSheets(Set.of(Sheet.State.RETURNED), "甲"),
                    CaseList.Filter.ALL.ofSheets(Set.of(Sheet.State.values()), "乙"))) {
                mongo.executeCommand(new Document("planCacheClear", "cases"));
                mongo.executeCommand(new Document("profile", 2));
                cases.list(list, null, 50, new Caller(who, Set.of(role)));
                mongo.executeCommand(new Document("profile", 0));
                assertThat(examined()).as(list.toString()).isLessThan(150);
                mongo.getCollection("system.profile").drop();
            }
        } finally {
            mongo.getCollection("system.profile").drop();
            mongo.remove(Query.query(Criteria.where("copy").is(true)), "cases");
        }
    }

    /** A copy of a case of which nothing is owed any more. */
    private String ended(String id) {
        Document ended = mongo.findById(id, Document.class, "cases");
        ended.append("_id", UUID.randomUUID().toString()).append("copy", true).append("state", CaseState.CLOSED.name());
        ended.remove("nextDueAt");
        mongo.insert(ended, "cases");
        return ended.getString("_id");
    }

    private int examined() {
        return mongo.findAll(Document.class, "system.profile").stream()
                .filter(entry -> entry.getString("ns").endsWith(".cases")
                        && entry.get("command", Document.class).toJson().contains("ordinary"))
                .mapToInt(entry -> entry.getInteger("docsExamined", 0))
                .sum();
    }

    private void copy(String id, int number) {
        Document original = mongo.findById(id, Document.class, "cases");
        original.remove("pending");
        original.remove("pendingSince");
        List<Document> copies = new ArrayList<>();
        for (int each = 0; each < number; each++) {
            copies.add(new Document(original)
                    .append("_id", UUID.randomUUID().toString())
                    .append("copy", true));
        }
        mongo.insert(copies, "cases");
    }

    private String register(String purpose) {
        Instant now = Instant.now();
        return register(intake().petition(purpose, "plant-1", "拖欠工资", "没发工资", now, now));
    }

    private String register(PetitionOrigin origin) {
        Instant now = Instant.now();
        PetitionSubmitted petition = intake().petition("appeal", "plant-1", "拖欠工资", "没发工资", now, now);
        return register(Intake.recorded(petition, "qian.yun", origin, 1, 1));
    }

    private String register(PetitionSubmitted petition) {
        Head head = petition.head();
        registry.apply(List.of(new Received<>(
                petition,
                new Source(head.aggregateId(), head.key()),
                Position.START,
                new Position(head.epoch(), head.sequence(), false),
                0,
                0,
                false,
                false)));
        return head.aggregateId();
    }

    private String commented(String id) {
        commands.take(
                new Target(id, 0, null),
                new Command.Plain(Step.COMMENT),
                new Words(CaseText.Kind.NOTE, "已电话联系"),
                SampleCases.LI_WEI);
        return id;
    }
}
