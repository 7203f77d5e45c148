package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.routing.SampleConfiguration;

class LeaveRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 24);
    private static final Organisation SAMPLE =
            RulebookFiles.in(SampleConfiguration.folder()).rulebook().organisation();
    private static final Organisation AWAY = SAMPLE.with(List.of(
            new Absence("plant-1.labour", day("04-06"), day("04-08"), "plant-1.petitions"),
            new Absence("plant-1.petitions", day("05-04"), null)));

    @ParameterizedTest
    @CsvSource({
        // who,       post,           from,       until,      stand-in,             what is wrong first
        "li.wei,      plant-1.labour, 2026-03-25, 2026-03-27, plant-1.petitions,    ''",
        "li.wei,      plant-1.labour, 2026-03-24, 2026-03-24, plant-1.director,     ''",
        "qian.yun,    plant-1.labour, 2026-03-25, 2026-03-27, plant-1.petitions,    ''",
        "luo.min,     plant-1.labour, 2026-03-25, 2026-03-27, plant-1.petitions,    ''",
        "shen.qin,    plant-1.labour, 2026-03-25, 2026-03-27, plant-1.petitions,    post not-yours",
        "zhao.gang,   plant-1.labour, 2026-03-25, 2026-03-27, plant-1.petitions,    post not-yours",
        "chen.jing,   discipline.desk, 2026-03-25, 2026-03-27, discipline.secretary, post not-yours",
        "bai.lu,      discipline.desk, 2026-03-25, 2026-03-27, discipline.secretary, ''",
        "bai.lu,      discipline.desk, 2026-03-25, 2026-03-27, group.petitions,      standIn cannot",
        "shen.qin,    construction.petitions, 2026-03-30, 2026-04-06, group.petitions, ''",
        "shen.qin,    construction.petitions, 2026-03-30, 2026-04-06, ,              standIn missing",
        "shen.qin,    construction.petitions, 2026-03-30, 2026-04-06, services.petitions, standIn cannot",
        "li.wei,      plant-1.labour, 2026-03-23, 2026-03-27, plant-1.petitions,    from past",
        "li.wei,      plant-1.labour, 2027-03-25, 2027-03-27, plant-1.petitions,    from far",
        "li.wei,      plant-1.labour, 2026-03-27, 2026-03-26, plant-1.petitions,    until reversed",
        "li.wei,      plant-1.labour, 2026-03-27, 2027-03-28, plant-1.petitions,    until long",
        "li.wei,      plant-1.labour, 2026-04-01, 2026-04-06, plant-1.petitions,    from overlaps",
        "li.wei,      plant-1.labour, 2026-04-08, 2026-04-09, plant-1.petitions,    from overlaps",
        "li.wei,      plant-1.labour, 2026-04-09, 2026-04-10, plant-1.petitions,    ''",
        "li.wei,      plant-1.labour, 2026-05-01, 2026-05-05, plant-1.petitions,    standIn away",
    })
    void saysWhatIsWrongAtItsField(
            String who, String post, LocalDate from, LocalDate until, @Nullable String standIn, String wrong) {
        String found = new LeaveRules(AWAY, TODAY)
                .wrong(new LeaveRules.Asked(post, from, until, standIn), who)
                .map(each -> each.field() + " " + each.problem())
                .orElse("");

        assertThat(found).isEqualTo(wrong);
    }

    @Test
    void tellsWhoIsNamedButOfNothingThatIsUnclearOrKeptFromThem() {
        Organisation away =
                SAMPLE.with(List.of(new Absence("construction.petitions", TODAY, TODAY, "group.petitions")));
        Line line = new Line("construction.petitions", "construction.manager", List.of("group.president"));
        List<String> owner = List.of("construction.petitions");
        Exclusion unclear = new Exclusion(Set.of(), Set.of(), Set.of(), Set.of(), false, true, Set.of(), Set.of());

        assertThat(away.working(line, owner, TODAY, Exclusion.NONE)).containsExactly("group.petitions");
        assertThat(away.working(line, owner, TODAY.plusDays(1), Exclusion.NONE))
                .containsExactly("construction.petitions");
        assertThat(away.working(line, owner, TODAY, unclear)).containsExactly("construction.manager");
        assertThat(away.working(line, owner, TODAY, Exclusion.NONE.recusing(Set.of("chen.jing"))))
                .containsExactly("construction.manager");
    }

    @Test
    void letsWhoIsNamedWorkThereOnThoseDaysWithoutComingToBeADeputy() {
        Organisation away =
                SAMPLE.with(List.of(new Absence("construction.petitions", TODAY, TODAY, "group.petitions")));

        assertThat(away.worksIn("chen.jing", TODAY)).contains("group.petitions", "construction.petitions");
        assertThat(away.worksIn("chen.jing", TODAY.plusDays(1))).doesNotContain("construction.petitions");
        assertThat(away.reading("chen.jing").posts()).doesNotContain("construction.petitions");
        assertThat(away.standIn("construction.petitions", TODAY)).isEmpty();
    }

    @Test
    void forgetsWhomANewOrganisationPutsOutOfTheLine() {
        Organisation away =
                SAMPLE.with(List.of(new Absence("construction.petitions", TODAY, TODAY, "services.petitions")));

        assertThat(away.worksAs("construction.petitions", TODAY)).isEmpty();
        assertThat(away.worksIn("wei.na", TODAY)).doesNotContain("construction.petitions");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse("2026-" + day);
    }
}
