package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.Explanation;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.clocks.ClockRules;
import org.redress.routing.configuration.InvalidConfigurationException;
import org.redress.routing.configuration.Problem;

class RulebookReaderTest {

    private static final String ORGANISATION = """
            id: small
            name: Small
            zone: Asia/Shanghai
            discipline: {code: desk, name: Desk, line: [desk.first]}
            units:
              - {code: top, name: Top, head: top.head, petitionOffice: top.office, outsideBody: Ministry}
              - {code: low, name: Low, parent: top, head: low.head, petitionOffice: top.office}
            posts:
              - {id: top.head, title: Head, unit: top, officer: a.a, name: A, email: a@example.org, language: zh}
              - {id: top.office, title: Office, unit: top, officer: b.b, name: B, email: b@example.org, language: zh}
              - {id: low.head, title: Head, unit: low, officer: c.c, name: C, email: c@example.org, language: en}
              - {id: desk.first, title: Desk, unit: desk, officer: d.d, name: D, email: d@example.org, language: zh}
            """;
    private static final String TOPICS = """
            default: other
            topics:
              - {code: pay, name: 工资, english: Pay, terms: [工资]}
              - {code: other, name: 其他, english: Other}
            """;
    private static final String NET = """
            net:
              - {topic: pay, unit: top, owner: top.office}
            """;
    private static final String CLOCKS = """
            clocks:
              - {kind: all, purposes: [appeal, suggestion, report], starts: [receipt, review, re-review], ends: [close], limit: 9, days: natural, article: A}
            ladder:
              at: "09:00"
              reminders:
                - {name: half, percent: 50, to: [owner]}
              everyWorkingDays: 2
              digestAbove: 2
              standingEveryDays: 7
            """;

    private static Map<String, String> small() {
        return new HashMap<>(Map.of(
                "organisation.yaml", ORGANISATION,
                "topics.yaml", TOPICS,
                "responsibility.yaml", NET,
                "clocks.yaml", CLOCKS));
    }

    @Test
    void takesFiveThousandUnitsWithTwentyThousandPostsAndNotManyMore() {
        Rulebook large = RulebookReader.read(large(5_000, 20_000));

        assertThat(large.organisation().units()).hasSize(5_001);
        assertThat(large.organisation().posts()).hasSize(20_003);
        assertThat(OrganisationRecord.bytesOf(large)).isBetween(4_500_000, Topic.ORGANISATION.largestEventBytes());
        InvalidConfigurationException refused = catchThrowableOfType(
                InvalidConfigurationException.class, () -> RulebookReader.read(large(10_000, 40_000)));
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString()).startsWith("organisation.yaml:1 is too large to be published"));
    }

    private static Map<String, String> large(int units, int posts) {
        StringBuilder tree = new StringBuilder("code,name,english,parent,head,petitionOffice,outsideBody\n");
        tree.append("top,Top,,,top.head,top.office,Ministry\n");
        StringBuilder staff = new StringBuilder("id,title,english,unit,officer,name,email,language,deputy\n");
        staff.append("top.head,Head,,top,a.a,A,a@example.org,zh,\ntop.office,Office,,top,b.b,B,b@example.org,zh,\n");
        staff.append("desk.first,Desk,,desk,d.d,D,d@example.org,zh,\n");
        for (int i = 0; i < units; i++) {
            String parent = i < 10 ? "top" : "unit-" + i / 10;
            tree.append("unit-%d,第%d号车间,Workshop number %d,%s,post-%d,top.office,\n".formatted(i, i, i, parent, i));
        }
        for (int i = 0; i < posts; i++) {
            staff.append(
                    "post-%d,第%d号岗位负责人,Head of post number %d,unit-%d,officer.number.%d,张%d,officer.%d@plant.example.org,zh,%s\n"
                            .formatted(i, i, i, i % units, i, i, i, "top.office"));
        }
        Map<String, String> files = small();
        files.put("organisation.yaml", ORGANISATION.substring(0, ORGANISATION.indexOf("units:")));
        files.put("units.csv", tree.toString());
        files.put("posts.csv", staff.toString());
        return files;
    }

    @Test
    void namesTheFileOfAPlaceInWhichAClockIsGivenTwice() {
        Map<String, String> files = small();
        files.put("clocks.local.yaml", CLOCKS.substring(0, CLOCKS.indexOf("ladder:")));

        InvalidConfigurationException refused =
                catchThrowableOfType(InvalidConfigurationException.class, () -> RulebookReader.read(files));

        assertThat(refused.problems())
                .containsExactly(new Problem("clocks.local.yaml", 2, "clocks[0].kind", "is given twice: all"));
    }

    @ParameterizedTest
    @CsvSource({"zhejiang, forward, 5, WORKING", "shandong, take-up, 3, WORKING"})
    void readsALocalVariantOfTheClocks(String variant, String kind, int limit, Explanation.Days days)
            throws IOException {
        Map<String, String> files = SampleConfiguration.files();
        ClockRules usual = RulebookReader.read(files).clocks();
        files.put(
                "clocks.local.yaml",
                Files.readString(SampleConfiguration.folder().resolveSibling("variants/" + variant + ".yaml")));

        ClockRules rules = RulebookReader.read(files).clocks();

        assertThat(rules.rule(kind)).hasValueSatisfying(rule -> {
            assertThat(rule.limit().length()).isEqualTo(limit);
            assertThat(rule.limit().days()).isEqualTo(days);
        });
        assertThat(rules.rules().stream().filter(rule -> !rule.kind().equals(kind)))
                .containsExactlyElementsOf(usual.rules());
    }

    @Test
    void readsTheSampleOrganisation() {
        Organisation organisation =
                RulebookReader.read(SampleConfiguration.files()).organisation();

        assertThat(organisation.units()).hasSize(12);
        assertThat(organisation.posts()).hasSize(30);
        assertThat(organisation.units().values().stream()
                        .mapToInt(unit -> organisation.upwards(unit).size())
                        .max())
                .hasValue(4);
        assertThat(organisation.postsOf("li.wei")).containsExactly("plant-1.labour");
    }

    @Test
    void readsAConfigurationWithoutFault() {
        assertThat(RulebookReader.read(small()).organisation().name()).isEqualTo("Small");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void namesWhatIsWrongAndWhere(
            String file, String fault, String good, String bad, int line, String path, String message) {
        Map<String, String> files = small();
        assertThat(files.get(file)).contains(good);
        files.computeIfPresent(file, (name, text) -> text.replace(good, bad));

        InvalidConfigurationException refused =
                catchThrowableOfType(InvalidConfigurationException.class, () -> RulebookReader.read(files));

        assertThat(refused.problems()).contains(new Problem(file, line, path, message));
        assertThat(refused).hasMessageContaining(file + ":" + line);
    }

    static Stream<Arguments> faults() {
        String organisation = "organisation.yaml";
        String topics = "topics.yaml";
        String net = "responsibility.yaml";
        String clocks = "clocks.yaml";
        return Stream.of(
                fault(
                        organisation,
                        "unknown head",
                        "head: low.head",
                        "head: nobody",
                        7,
                        "units[1].head",
                        "is no post: nobody"),
                fault(
                        organisation,
                        "unknown petition office",
                        "head: low.head, petitionOffice: top.office",
                        "head: low.head, petitionOffice: gone",
                        7,
                        "units[1].petitionOffice",
                        "is no post: gone"),
                fault(
                        organisation,
                        "unknown parent",
                        "parent: top",
                        "parent: none",
                        7,
                        "units[1].parent",
                        "is no unit: none"),
                fault(
                        organisation,
                        "circle in the tree",
                        "parent: top",
                        "parent: low",
                        7,
                        "units[1].parent",
                        "leads in a circle back to low"),
                fault(
                        organisation,
                        "two roots",
                        "parent: top, ",
                        "",
                        7,
                        "units[1]",
                        "is a second root beside top: its parent is missing"),
                fault(
                        organisation,
                        "no root",
                        "name: Top,",
                        "name: Top, parent: low,",
                        5,
                        "units",
                        "have no root: every unit has a parent"),
                fault(
                        organisation,
                        "top leader without an outside body",
                        ", outsideBody: Ministry",
                        "",
                        6,
                        "units[0].outsideBody",
                        "is missing: the top leader needs a body outside the organisation"),
                fault(organisation, "unit twice", "code: low", "code: top", 7, "units[1].code", "is given twice: top"),
                fault(
                        organisation,
                        "post twice",
                        "id: low.head",
                        "id: top.head",
                        11,
                        "posts[2].id",
                        "is given twice: top.head"),
                fault(
                        organisation,
                        "unknown unit of a post",
                        "title: Office, unit: top",
                        "title: Office, unit: moon",
                        10,
                        "posts[1].unit",
                        "is no unit: moon"),
                fault(
                        organisation,
                        "circle of deputies",
                        "email: b@example.org, language: zh",
                        "email: b@example.org, language: zh, deputy: top.office",
                        10,
                        "posts[1].deputy",
                        "leads in a circle back to top.office"),
                fault(
                        organisation,
                        "unknown deputy",
                        "email: b@example.org, language: zh",
                        "email: b@example.org, language: zh, deputy: x",
                        10,
                        "posts[1].deputy",
                        "is no post: x"),
                fault(
                        organisation,
                        "deputy from the desk",
                        "email: b@example.org, language: zh",
                        "email: b@example.org, language: zh, deputy: desk.first",
                        10,
                        "posts[1].deputy",
                        "crosses between the discipline desk and the line: desk.first"),
                fault(
                        organisation,
                        "a name with a control character",
                        "name: A,",
                        "name: \"A\\u0007\",",
                        9,
                        "posts[0].name",
                        "holds control characters, or half of one"),
                fault(
                        organisation,
                        "a name that nobody can see",
                        "name: A,",
                        "name: \"\u200b\u3000\",",
                        9,
                        "posts[0].name",
                        "is not a text"),
                fault(
                        organisation,
                        "a name of 201 characters",
                        "name: A,",
                        "name: " + "𠮷".repeat(201) + ",",
                        9,
                        "posts[0].name",
                        "is longer than 200 characters"),
                fault(
                        organisation,
                        "an address of which not every mail server takes the letters",
                        "a@example.org",
                        "王@example.org",
                        9,
                        "posts[0].email",
                        "is no address: 王@example.org"),
                fault(
                        organisation,
                        "no address",
                        "a@example.org",
                        "a.example.org",
                        9,
                        "posts[0].email",
                        "is no address: a.example.org"),
                fault(
                        organisation,
                        "an address for a name",
                        "name: A,",
                        "name: a.a@example.org,",
                        9,
                        "posts[0].name",
                        "is an address and no name: a.a@example.org"),
                fault(
                        organisation,
                        "unknown language",
                        "email: c@example.org, language: en",
                        "email: c@example.org, language: fr",
                        11,
                        "posts[2].language",
                        "is neither zh nor en: fr"),
                fault(
                        organisation,
                        "one officer, two names",
                        "officer: b.b",
                        "officer: a.a",
                        10,
                        "posts[1].officer",
                        "has another name or address at top.head: a.a"),
                fault(
                        organisation,
                        "desk in the line",
                        "head: low.head",
                        "head: desk.first",
                        7,
                        "units[1].head",
                        "is a post of the discipline desk, which stands outside the line: desk.first"),
                fault(
                        organisation,
                        "desk without posts",
                        "line: [desk.first]",
                        "line: []",
                        4,
                        "discipline.line",
                        "names no post"),
                fault(
                        organisation,
                        "unknown zone",
                        "Asia/Shanghai",
                        "Moon/Sea",
                        3,
                        "zone",
                        "is no time zone: Moon/Sea"),
                fault(organisation, "missing name", "name: Low, ", "", 7, "units[1].name", "is missing"),
                fault(
                        organisation,
                        "unknown word",
                        "name: Low,",
                        "name: Low, colour: red,",
                        7,
                        "units[1].colour",
                        "is not known here; known are code, english, head, name, outsideBody, parent, petitionOffice"),
                fault(
                        organisation,
                        "word twice",
                        "name: Low,",
                        "name: Low, name: Low,",
                        7,
                        "units[1].name",
                        "is given twice"),
                fault(
                        organisation,
                        "broken YAML",
                        "units:",
                        "units: [",
                        6,
                        "",
                        "is not YAML: expected the node content, but found '-'"),
                fault(
                        topics,
                        "topic that no term reaches",
                        ", terms: [工资]",
                        "",
                        3,
                        "topics[0].terms",
                        "are missing here and below: the topic cannot be reached"),
                fault(topics, "topic twice", "code: other", "code: pay", 4, "topics[1].code", "is given twice: pay"),
                fault(
                        topics,
                        "unknown default",
                        "default: other",
                        "default: rest",
                        1,
                        "default",
                        "names no topic of the first level: rest"),
                fault(topics, "term twice", "[工资]", "[工资, 工资]", 3, "topics[0].terms", "hold a term twice: 工资"),
                fault(net, "unknown topic", "topic: pay", "topic: play", 2, "net[0].topic", "is no topic: play"),
                fault(net, "unknown unit", "unit: top", "unit: moon", 2, "net[0].unit", "is no unit: moon"),
                fault(net, "unknown owner", "owner: top.office", "owner: x", 2, "net[0].owner", "is no post: x"),
                fault(
                        net,
                        "desk as owner",
                        "owner: top.office",
                        "owner: desk.first",
                        2,
                        "net[0].owner",
                        "is a post of the discipline desk, which answers for no topic: desk.first"),
                fault(
                        net,
                        "unit without owner",
                        "unit: top",
                        "unit: low",
                        1,
                        "net",
                        "leaves the unit top without an owner for pay"),
                fault(
                        net,
                        "owner and equals",
                        "owner: top.office",
                        "owner: top.office, owners: [top.head]",
                        2,
                        "net[0].owners",
                        "stands beside owner: one of the two says who answers"),
                fault(net, "no equals", "owner: top.office", "owners: []", 2, "net[0].owners", "names no post"),
                fault(net, "neither owner nor equals", ", owner: top.office", "", 2, "net[0].owner", "is missing"),
                fault(
                        net,
                        "equal twice",
                        "owner: top.office",
                        "owners: [top.office, top.head, top.office]",
                        2,
                        "net[0].owners",
                        "names a post twice"),
                fault(
                        net,
                        "unknown equal",
                        "owner: top.office",
                        "owners: [top.office, nobody]",
                        2,
                        "net[0].owners",
                        "is no post: nobody"),
                fault(
                        net,
                        "equal of the desk",
                        "owner: top.office",
                        "owners: [top.office, desk.first]",
                        2,
                        "net[0].owners",
                        "is a post of the discipline desk, which answers for no topic: desk.first"),
                fault(
                        net,
                        "equals under several heads",
                        "owner: top.office",
                        "owners: [top.office, low.head]",
                        2,
                        "net[0].owners",
                        "work in several units, under several heads: top, low"),
                fault(
                        clocks,
                        "clock that ends nowhere",
                        "starts: [receipt, review, re-review], ends: [close]",
                        "starts: [answer], ends: [accept]",
                        2,
                        "clocks[0].ends",
                        "names no step that can come after its start: the clock ends nowhere"),
                fault(
                        clocks,
                        "clock without an end",
                        "ends: [close]",
                        "ends: []",
                        2,
                        "clocks[0].ends",
                        "names no step that can come after its start: the clock ends nowhere"),
                fault(
                        clocks,
                        "open state without a clock",
                        "ends: [close]",
                        "ends: [answer]",
                        1,
                        "clocks",
                        "leave a case of purpose appeal without a clock after its answer"),
                fault(
                        clocks,
                        "purpose without a clock",
                        "[appeal, suggestion, report]",
                        "[appeal, report]",
                        1,
                        "clocks",
                        "leave a case of purpose suggestion without a clock after its receipt"),
                fault(
                        clocks,
                        "review without a clock",
                        "[receipt, review, re-review]",
                        "[receipt, re-review]",
                        1,
                        "clocks",
                        "leave a case of purpose appeal without a clock after its review"),
                fault(
                        clocks,
                        "no start",
                        "starts: [receipt, review, re-review]",
                        "starts: []",
                        2,
                        "clocks[0].starts",
                        "names no moment it starts at"),
                fault(
                        clocks,
                        "no limit",
                        "limit: 9",
                        "limit: 0",
                        2,
                        "clocks[0].limit",
                        "is not a whole number from 1 to 3650"),
                fault(
                        clocks,
                        "unknown start",
                        "starts: [receipt,",
                        "starts: [birth,",
                        2,
                        "clocks[0].starts",
                        "knows no birth; known are receipt, screening, transfer, assignment, objection, dispute, supervision, part, acceptance,"
                                + " answer, opinion, service, review-service, re-review-service, review, re-review"),
                fault(
                        clocks,
                        "time of day",
                        "\"09:00\"",
                        "\"9 am\"",
                        4,
                        "ladder.at",
                        "is not a time of day such as 09:00"),
                fault(
                        clocks,
                        "reminder after the limit",
                        "percent: 50",
                        "percent: 150",
                        6,
                        "ladder.reminders[0].percent",
                        "is not a whole number from 1 to 99"),
                fault(
                        clocks,
                        "name kept for the limit",
                        "name: half",
                        "name: due",
                        6,
                        "ladder.reminders[0].name",
                        "is kept for rungs after the limit"));
    }

    private static Arguments fault(
            String file, String fault, String good, String bad, int line, String path, String message) {
        return Arguments.of(file, fault, good, bad, line, path, message);
    }

    @Test
    void tellsEverythingAtOnce() {
        Map<String, String> files = small();
        files.computeIfPresent("organisation.yaml", (name, text) -> text.replace("head: low.head", "head: nobody"));
        files.computeIfPresent("clocks.yaml", (name, text) -> text.replace("limit: 9", "limit: nine"));
        files.remove("topics.yaml");

        InvalidConfigurationException refused =
                catchThrowableOfType(InvalidConfigurationException.class, () -> RulebookReader.read(files));

        assertThat(refused.problems().stream().map(Problem::file).distinct().toList())
                .containsAll(List.of("organisation.yaml", "topics.yaml", "clocks.yaml"));
    }
}
