package org.redress.routing.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.routing.reorganisation.Difference.Kind.ADDED;
import static org.redress.routing.reorganisation.Difference.Kind.CHANGED;
import static org.redress.routing.reorganisation.Difference.Kind.REMOVED;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.organisation.Rulebook;
import org.redress.routing.organisation.RulebookReader;
import org.redress.routing.reorganisation.Difference.Field;

class DraftTest {

    private static final Rulebook BEFORE = RulebookReader.read(SampleConfiguration.files());

    private final Map<String, String> files = SampleConfiguration.files();

    @Test
    void differsNowhereFromItself() {
        assertThat(differences().keySet())
                .containsExactly("organisation", "units", "posts", "absences", "duties", "topics", "clocks");
        assertThat(differences().values()).allSatisfy(part -> assertThat(part).isEmpty());
    }

    @Test
    void namesWhatIsAddedRemovedAndChangedInTheOrganisation() {
        change("organisation.yaml", "name: 总装车间", "name: 装配车间");
        withoutLinesOf("organisation.yaml", "project-1");
        withoutLinesOf("responsibility.yaml", "project-1");
        change(
                "organisation.yaml",
                "\nposts:\n",
                "  - {code: plant-3, name: 第三机械厂, parent: machinery, head: plant-2.director, petitionOffice: plant-2.petitions}\n"
                        + "\nposts:\n");
        change("organisation.yaml", "line: [discipline.desk, discipline.secretary]", "line: [discipline.desk]");
        change(
                "organisation.yaml",
                "  - {id: discipline.secretary, title: 纪检组组长, unit: discipline, officer: qin.zheng, name: 秦正, email: qin.zheng@example.org, language: zh, english: Head of discipline}\n",
                "\nabsences:\n  - {post: group.works, from: 2026-03-02}\n");
        change("organisation.yaml", "name: 明川装备集团有限公司", "name: 明川集团");

        Map<String, List<Difference>> differences = differences();

        assertThat(differences.get("organisation"))
                .containsExactly(
                        new Difference(
                                "discipline",
                                CHANGED,
                                List.of(new Field("line", "discipline.desk, discipline.secretary", "discipline.desk"))),
                        new Difference("mingchuan", CHANGED, List.of(new Field("name", "明川装备集团有限公司", "明川集团"))));
        assertThat(differences.get("units"))
                .containsExactly(
                        new Difference("plant-1-assembly", CHANGED, List.of(new Field("name", "总装车间", "装配车间"))),
                        new Difference(
                                "plant-3",
                                ADDED,
                                List.of(
                                        new Field("code", null, "plant-3"),
                                        new Field("head", null, "plant-2.director"),
                                        new Field("name", null, "第三机械厂"),
                                        new Field("parent", null, "machinery"),
                                        new Field("petitionOffice", null, "plant-2.petitions"))),
                        new Difference(
                                "project-1",
                                REMOVED,
                                List.of(
                                        new Field("code", "project-1", null),
                                        new Field("english", "Project 1", null),
                                        new Field("head", "project-1.manager", null),
                                        new Field("name", "第一项目部", null),
                                        new Field("parent", "construction", null),
                                        new Field("petitionOffice", "construction.petitions", null))));
        assertThat(differences.get("posts"))
                .extracting(Difference::id)
                .containsExactly("discipline.secretary", "project-1.manager");
        assertThat(differences.get("absences"))
                .containsExactly(new Difference(
                        "group.works from 2026-03-02",
                        ADDED,
                        List.of(new Field("from", null, "2026-03-02"), new Field("post", null, "group.works"))));
    }

    @Test
    void namesWhatIsChangedInNetTopicsAndClocks() {
        change(
                "responsibility.yaml",
                "{topic: reform, unit: group, owner: group.assets}",
                "{topic: reform, unit: group, owner: group.works}");
        change("topics.yaml", "terms: [欠薪, 拖欠工资", "terms: [欠薪, 没钱发, 拖欠工资");
        change("clocks.yaml", "limit: 60", "limit: 50");
        change("clocks.yaml", "standingEveryDays: 7", "standingEveryDays: 5");

        Map<String, List<Difference>> differences = differences();

        assertThat(differences.get("duties"))
                .containsExactly(new Difference(
                        "reform in group", CHANGED, List.of(new Field("owners", "group.assets", "group.works"))));
        assertThat(differences.get("topics")).singleElement().satisfies(topic -> {
            assertThat(topic.id()).isEqualTo("labour.pay.arrears");
            assertThat(topic.fields()).extracting(Field::name).containsExactly("terms");
        });
        assertThat(differences.get("clocks"))
                .anySatisfy(clock -> assertThat(clock)
                        .isEqualTo(new Difference("handle", CHANGED, List.of(new Field("limit.length", "60", "50")))))
                .anySatisfy(clock -> assertThat(clock)
                        .isEqualTo(
                                new Difference("ladder", CHANGED, List.of(new Field("standingEveryDays", "7", "5")))));
    }

    private Map<String, List<Difference>> differences() {
        return Draft.differences(BEFORE, RulebookReader.read(files));
    }

    private void withoutLinesOf(String file, String word) {
        files.computeIfPresent(
                file,
                (name, text) ->
                        text.lines().filter(line -> !line.contains(word)).collect(Collectors.joining("\n", "", "\n")));
    }

    private void change(String file, String was, String is) {
        assertThat(files.get(file)).contains(was);
        files.computeIfPresent(file, (name, text) -> text.replace(was, is));
    }
}
