package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.routing.SampleConfiguration;

class GuardTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final LoadedRulebook edition = SampleConfiguration.edition();
    private final Organisation organisation = edition.organisation();
    private final Accusations accusations = new Accusations(organisation);

    @ParameterizedTest
    @CsvSource({
        // accused,                 unit that holds it, its owner,           the rest of its line
        "feng.tao,                  plant-1,            plant-1.petitions,   plant-1.director machinery.manager group.president",
        "li.wei,                    machinery,          machinery.petitions, machinery.manager group.president",
        "qian.yun,                  machinery,          machinery.petitions, machinery.manager group.president",
        "zhao.gang,                 machinery,          machinery.petitions, machinery.manager group.president",
        "lin.feng,                  group,              group.petitions,     group.president",
        "he.rong,                   group,              group.president,     ''",
        "xu.lan,                    group,              group.petitions,     group.president",
        "chen.jing,                 group,              group.president,     ''",
        "zhou.mingyuan,             discipline,         discipline.desk,     discipline.secretary",
        "bai.lu,                    group,              group.petitions,     group.president",
        "zhao.gang deng.hui,        machinery,          machinery.petitions, machinery.manager group.president",
        "zhao.gang su.qing,         group,              group.petitions,     group.president"
    })
    void putsACaseAboveWhomItIsAbout(String accused, String unit, String owner, String above) {
        Exclusion guard = Exclusion.against(Set.of(accused.split(" ")), organisation);

        Assignment assignment = edition.assigner().guarded(guard);

        assertThat(assignment.unit()).isEqualTo(unit);
        assertThat(assignment.owner()).isEqualTo(owner);
        assertThat(assignment.restricted()).isTrue();
        Line line = organisation.lineOf(assignment, guard);
        assertThat(line.upwards()).containsExactlyElementsOf(line(owner, above));
        assertThat(line.upwards())
                .noneMatch(post -> Arrays.asList(accused.split(" "))
                        .contains(organisation.posts().get(post).officer()));
    }

    private static List<String> line(String owner, String above) {
        return above.isEmpty()
                ? List.of(owner)
                : Stream.concat(Stream.of(owner), Arrays.stream(above.split(" ")))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "plant-1.labour,     true", // the accused
        "plant-1.director,   true", // the accused's head
        "plant-1.petitions,  true", // the accused's deputy
        "plant-1-foundry.foreman, true", // a colleague below the same head
        "machinery.petitions, false",
        "machinery.manager,  false",
        "group.petitions,    false",
        "plant-2.director,   false",
        "discipline.desk,    false"
    })
    void keepsOutTheAccusedTheirHeadTheirDeputyAndTheirColleagues(String post, boolean out) {
        Exclusion guard = Exclusion.against(Set.of("li.wei"), organisation);

        assertThat(guard.keepsOut(post, organisation)).isEqualTo(out);
        String officer = organisation.posts().get(post).officer();
        assertThat(guard.keepsOutOfficer(officer, organisation)).isEqualTo(out);
    }

    @Test
    void letsTheDisciplineDeskWatchOverWhoHasToFindOutWhomItIsAbout() {
        Exclusion guard = Exclusion.NONE.untilScreened();
        Assignment assignment = edition.assigner().guarded(guard);

        assertThat(organisation.lineOf(assignment, guard).upwards())
                .containsExactly("group.petitions", "discipline.desk", "discipline.secretary");
        Exclusion named = Exclusion.against(Set.of("bai.lu"), organisation).untilScreened();
        assertThat(organisation.lineOf(assignment, named).upwards())
                .containsExactly("group.petitions", "discipline.secretary");
    }

    @Test
    void keepsOutWhoStandsInForOneAtTheTop() {
        Exclusion guard = Exclusion.against(Set.of("he.rong"), organisation);

        assertThat(guard.officers()).containsExactlyInAnyOrder("he.rong", "chen.jing");
        assertThat(guard.keepsOut("group.safety", organisation)).isFalse();
        assertThat(guard.keepsOut("plant-1.director", organisation)).isFalse();
    }

    @Test
    void keepsOutWhateverPostTheyComeToHold() {
        Exclusion guard = Exclusion.against(Set.of("li.wei"), organisation);
        Organisation later = with("machinery.petitions", "li.wei");

        assertThat(guard.keepsOut("machinery.petitions", later)).isTrue();
        Assignment moved = new Assigner(new Rulebook(
                        later,
                        edition.rulebook().net(),
                        edition.rulebook().topics(),
                        edition.rulebook().clocks()))
                .over(edition.assigner().guarded(guard), guard);
        assertThat(moved.owner()).isEqualTo("group.petitions");
        assertThat(guard.in(later).units()).containsExactlyInAnyOrder("plant-1", "machinery");
        assertThat(guard.in(organisation)).isEqualTo(guard);
    }

    @Test
    void movesACaseAboveFromAUnitItIsKeptFromWhoeverHoldsIt() {
        Exclusion guard = Exclusion.against(Set.of("li.wei"), organisation);
        Assignment there =
                new Assignment("plant-1", "group.labour", true, OwnerReason.of(OwnerReason.Basis.REVIEW, "plant-1"));

        assertThat(guard.keepsOut("group.labour", organisation)).isFalse();
        assertThat(edition.assigner().over(there, guard).unit()).isEqualTo("machinery");
    }

    @Test
    void letsNobodyWhoIsKeptOutStandIn() {
        Exclusion guard = new Exclusion(
                Set.of("chen.jing"), Set.of("chen.jing"), Set.of(), Set.of(), true, false, Set.of(), Set.of());
        Organisation absent = Organisation.of(
                organisation.id(),
                organisation.name(),
                organisation.zone(),
                List.copyOf(organisation.units().values()),
                List.copyOf(organisation.posts().values()),
                organisation.discipline(),
                List.of(new Absence("group.labour", DAY, DAY)));
        Line line = new Line("group.labour", "group.president", List.of());

        assertThat(absent.working(line, List.of("group.labour"), DAY, Exclusion.NONE))
                .containsExactly("group.petitions");
        assertThat(absent.working(line, List.of("group.labour"), DAY, guard)).containsExactly("group.president");
    }

    @Test
    void givesTheCaseOfWhoStepsOutToTheNextInTheLine() {
        Exclusion guard = Exclusion.NONE.recusing(Set.of("li.wei"));
        Assignment before =
                new Assignment("plant-1", "plant-1.labour", false, OwnerReason.of(OwnerReason.Basis.REVIEW, "plant-1"));

        Assignment after = edition.assigner().over(before, guard);

        assertThat(after.owner()).isEqualTo("plant-1.director");
        assertThat(after.unit()).isEqualTo("plant-1");
        assertThat(after.restricted()).isFalse();
        assertThat(edition.assigner().over(after, guard)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        // owner,        who stepped out,                        the line that is left
        "plant-1.labour, zhao.gang,                              plant-1.labour machinery.manager group.president",
        "plant-1.labour, zhou.mingyuan,                          plant-1.labour plant-1.director machinery.manager discipline.desk discipline.secretary",
        "plant-1.labour, zhao.gang lin.feng zhou.mingyuan,       plant-1.labour discipline.desk discipline.secretary",
        "plant-1.labour, zhao.gang lin.feng zhou.mingyuan bai.lu, plant-1.labour discipline.secretary",
        "plant-1.labour, li.wei zhao.gang lin.feng,              group.president discipline.desk discipline.secretary",
        "group.labour,   he.rong,                                group.president discipline.desk discipline.secretary",
        "group.labour,   xu.lan,                                 group.labour group.president"
    })
    void leavesSomebodyAboveWhoeverStepsOut(String owner, String recused, String left) {
        Exclusion guard = Exclusion.NONE.recusing(Set.of(recused.split(" ")));
        Assignment assignment = new Assignment(
                organisation.posts().get(owner).unit(), owner, false, OwnerReason.of(OwnerReason.Basis.NET, "unit"));

        Line line = organisation.lineOf(assignment, guard);

        assertThat(line.upwards()).containsExactly(left.split(" "));
        assertThat(line.up(1)).isNotEqualTo(line.owner());
    }

    @ParameterizedTest
    @CsvSource({
        // officer,     another,       above, in the office above
        "zhao.gang,     li.wei,        true,  true",
        "lin.feng,      zhao.gang,     true,  true",
        "zhao.gang,     lin.feng,      false, false",
        "li.wei,        zhao.gang,     false, false",
        "li.wei,        li.wei,        false, false",
        "qian.yun,      li.wei,        false, false",
        "luo.min,       li.wei,        false, true",
        "luo.min,       chen.jing,     false, false",
        "zhou.mingyuan, xu.lan,        true,  true",
        "chen.jing,     zhou.mingyuan, false, false",
        "bai.lu,        zhou.mingyuan, true,  true",
        "qin.zheng,     bai.lu,        true,  true",
        "bai.lu,        qin.zheng,     false, false",
        "zhou.mingyuan, bai.lu,        false, false",
        "zhao.gang,     nobody,        false, false"
    })
    void knowsWhoStandsAboveWhom(String officer, String another, boolean above, boolean office) {
        Superiors superiors = new Superiors(organisation, DAY);

        assertThat(superiors.isAbove(officer, another)).isEqualTo(above);
        assertThat(superiors.isOfficeAbove(officer, another)).isEqualTo(office);
    }

    @ParameterizedTest
    @CsvSource({
        "bai.lu,            discipline, discipline.secretary",
        "qin.zheng,         discipline, discipline.desk",
        "bai.lu qin.zheng,  group,      group.petitions",
        "li.wei,            discipline, discipline.desk"
    })
    void keepsAReportFromWhomItNamesInTheDesk(String accused, String unit, String owner) {
        Exclusion guard = Exclusion.against(Set.of(accused.split(" ")), organisation);

        Assignment assignment = edition.assigner().over(edition.assigner().toDiscipline(), guard);

        assertThat(assignment.unit()).isEqualTo(unit);
        assertThat(assignment.owner()).isEqualTo(owner);
        assertThat(assignment.restricted()).isTrue();
    }

    @Test
    void findsWhomAPetitionIsAbout() {
        Exclusion said = of(content("扣发奖金", "没有理由", new About("officer", "li.wei")));
        assertThat(said.units()).containsExactly("plant-1");
        assertThat(said.unclear()).isFalse();

        assertThat(of(content("扣发奖金", "没有理由", new About("unit", "plant-1")))).isEqualTo(Exclusion.NONE);
        assertThat(of(content("扣发奖金", "没有理由"))).isEqualTo(Exclusion.NONE);
    }

    @Test
    void leavesToAPersonWhatWordsMayMean() {
        Exclusion described = of(content("扣发奖金", "没有理由", new About("text", "劳资科的负责人")));
        assertThat(described.unclear()).isTrue();
        assertThat(edition.assigner().guarded(described).owner()).isEqualTo("group.petitions");

        Exclusion named = of(content("扣发奖金", "赵刚说了算"));
        assertThat(named.unclear()).isTrue();
        assertThat(named.officers()).contains("zhao.gang");
        assertThat(edition.assigner().guarded(named).owner()).isEqualTo("machinery.petitions");

        assertThat(of(content("扣发奖金", "没有理由", new About("officer", "nobody"))).unclear())
                .isTrue();
        assertThat(of(content("陈静", "没有理由", new About("officer", "li.wei"))))
                .satisfies(both ->
                        assertThat(edition.assigner().guarded(both).owner()).isEqualTo("machinery.petitions"));
    }

    @ParameterizedTest
    @CsvSource({
        "李科长扣了奖金,                   plant-1,          li.wei",
        "劳资科长扣了奖金,                 plant-1,          li.wei",
        "劳资科长扣了奖金,                 plant-2,          ''",
        "李劳资科长扣了奖金,               machinery,        li.wei",
        "第一机械厂劳资科长扣了奖金,       plant-2,          li.wei",
        "第一机械厂的李科长扣了奖金,       plant-2,          li.wei",
        "第 一机械廠厂长扣了奖金,          construction,     zhao.gang",
        "第一机械厂副厂长扣了奖金,         construction,     ''",
        "第一机械厂长期拖欠工资,           construction,     ''",
        "第一机械厂，厂长扣了奖金,         construction,     ''",
        "铸造车间主任扣了奖金,             plant-2,          cao.lei",
        "Li.Wei@example.org扣了奖金,       plant-2,          li.wei",
        "保卫科长扣了奖金,                 plant-1,          ''",
        "找厂长反映过,                     plant-1,          zhao.gang",
        "找副厂长反映过,                   plant-1,          ''",
        "Mr. Lindgren took it,             project-1,        david.lindgren",
        "'Novak, Peter took it',           plant-1,          peter.novak",
        "than love letters,                group,            ''",
        "提高，扬尘更大了,                 group,            ''",
        "尊敬的陈静主任：工资没发,         group,            ''",
        "尊敬的周董事长、陈静主任：您好,   group,            ''",
        "致陈静主任的一封信,               group,            ''",
        "致陈静扣我的奖金,                 group,            chen.jing",
        "抄送：白鹭、秦正，陈静扣了我的钱, group,            chen.jing",
        "'Dear Mr Novak, my pay is late',  machinery,        ''",
        "'Dear Mr Novak stole my pay',     machinery,        peter.novak",
        "Tommy Peter Novak: no,            machinery,        peter.novak",
        "白鹭同志、秦正同志：陈静扣了我的钱, group,           chen.jing",
        "'\n白鹭同志，\u3000秦正同志：',   group,            ''",
        "陈静扣了我的钱，白鹭同志：不管,   group,            chen.jing bai.lu",
        "陈静：扣了我的钱,                 group,            chen.jing",
        "李<b>蔚</b>扣了奖金,              plant-1,          li.wei",
        "李&nbsp;蔚&#25187;了奖金,         plant-1,          li.wei",
        "<李蔚>扣了奖金,                   plant-1,          li.wei",
        "Mister Novak took it,             machinery,        peter.novak"
    })
    void tellsWhomWordsMeanFromWhomTheyAreAddressedTo(String text, String unit, String meant) {
        assertThat(String.join(" ", accusations.meant(List.of(text), unit))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"尊敬的周明远董事长、陈静主任：\n工资没发\n抄送：白鹭、秦正", "周明远、陈静、白鹭、秦正都不管", "周明远 陈静 白鹭 秦正 何蓉 许岚 孙浩"})
    void leavesSomebodyWhoFindsOutWhateverTheWordsSay(String text) {
        Exclusion guard = of(content("扣发奖金", text));

        Assignment held = edition.assigner().guarded(guard);

        assertThat(held.isHeld()).isTrue();
        assertThat(guard.keepsOut(held.owner(), organisation)).isFalse();
        assertThat(guard.in(organisation)).isEqualTo(guard);
    }

    @ParameterizedTest
    @CsvSource({
        // text,                              who has it
        "白鹭、秦正都不管,                    discipline.secretary",
        "白鹭、秦正、陈静、周明远都不管,      discipline.secretary",
        "白鹭同志、秦正同志：陈静收受贿赂,    discipline.desk",
        "尊敬的白鹭、秦正同志：陈静收受贿赂,  discipline.desk"
    })
    void leavesAReportToSomebodyOfTheDeskWhateverItsWordsSay(String text, String owner) {
        Exclusion guard = accusations.ofReport(content("举报", text, new About("officer", "lin.feng")), null);

        Assignment held = edition.assigner().over(edition.assigner().toDiscipline(), guard);

        assertThat(held.unit()).isEqualTo("discipline");
        assertThat(held.owner()).isEqualTo(owner);
        assertThat(guard.keepsOut(owner, organisation)).isFalse();
        assertThat(guard.in(organisation).sparingDesk(Set.of(), organisation)).isEqualTo(guard);
    }

    @Test
    void letsInWhoIsNotNamedBeforeWhoIs() {
        Exclusion guard = of(content("扣发奖金", "周明远、白鹭、秦正、李蔚都不管"));

        assertThat(edition.assigner().guarded(guard).owner()).isEqualTo("machinery.petitions");
        assertThat(guard.officers()).contains("zhou.mingyuan", "bai.lu", "qin.zheng", "li.wei");
        assertThat(guard.in(organisation)).isEqualTo(guard);
    }

    @Test
    void keepsAPetitionFromAllOfWhomItSaysOutrightThatItIsAboutThem() {
        About[] all = Stream.of("zhou.mingyuan", "chen.jing", "bai.lu", "qin.zheng")
                .map(each -> new About("officer", each))
                .toArray(About[]::new);

        assertThat(edition.assigner().guarded(of(content("扣发奖金", "没有理由", all))).isHeld())
                .as("a fault that is shown as one")
                .isFalse();
    }

    private Exclusion of(PetitionContent content) {
        return accusations.of(content, "plant-1");
    }

    private static PetitionContent content(String subject, String text, About... about) {
        return new PetitionContent(subject, text, null, List.of(about));
    }

    /** The organisation once a post has another holder. */
    private Organisation with(String post, String officer) {
        List<Post> posts = organisation.posts().values().stream()
                .map(each -> each.id().equals(post)
                        ? new Post(
                                each.id(),
                                each.title(),
                                each.english(),
                                each.unit(),
                                officer,
                                each.name(),
                                each.email(),
                                each.language(),
                                each.deputy())
                        : each)
                .toList();
        return Organisation.of(
                organisation.id(),
                organisation.name(),
                organisation.zone(),
                List.copyOf(organisation.units().values()),
                posts,
                organisation.discipline(),
                organisation.absences());
    }
}
