package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.classification.Classification;

class AssignerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final LoadedRulebook edition = SampleConfiguration.edition();

    private Assignment assign(String unit, String topic) {
        return edition.assigner()
                .assign(
                        unit,
                        new Classification(topic, List.of(new Classification.Match("词", true, false))),
                        Exclusion.NONE,
                        new Roster(DAY, posts -> fail("nobody shares a duty")));
    }

    @ParameterizedTest
    @CsvSource({
        "plant-1, labour.pay.arrears, plant-1.labour",
        "plant-1-assembly, labour.pay.arrears, plant-1.labour",
        "plant-1-assembly, labour.hours.shifts, plant-1-assembly.foreman",
        "plant-1-foundry, labour.injury.disease, plant-1-foundry.foreman",
        "plant-1-foundry, safety.fire, machinery.safety",
        "plant-2-heat, safety.fire, plant-2-heat.foreman",
        "project-1, labour.pay, project-1.manager",
        "project-1, labour.contract, group.labour",
        "east-estate, property.management.fees, east-estate.manager",
        ", transport.roads, group.works"
    })
    void findsTheOwnerInTheNet(String unit, String topic, String owner) {
        Assignment found = assign(unit, topic);

        assertThat(found.owner()).isEqualTo(owner);
        assertThat(found.unit()).isEqualTo(unit == null ? "group" : unit);
        assertThat(found.restricted()).isFalse();
        assertThat(found.reason().basis()).isEqualTo(OwnerReason.Basis.NET);
    }

    @Test
    void saysWhoseDutyWasTakenOver() {
        assertThat(assign("plant-1-assembly", "labour.pay").reason().text(Locale.CHINESE))
                .isEqualTo("因为责任网中“劳动用工”由该岗位负责（第一机械厂，总装车间沿用上级责任）。");
    }

    @Test
    void keepsAPetitionWithoutTopicAtThePetitionOffice() {
        Assignment kept = edition.assigner()
                .assign(
                        "plant-2-heat",
                        new Classification("other", List.of()),
                        Exclusion.NONE,
                        new Roster(DAY, posts -> Map.of()));

        assertThat(kept.owner()).isEqualTo("plant-2.petitions");
        assertThat(kept.reason().basis()).isEqualTo(OwnerReason.Basis.NO_TOPIC);
    }

    @Test
    void losesNoPetitionToAUnitThatDoesNotExist() {
        Assignment kept = assign("plant-9", "labour.pay");

        assertThat(kept.owner()).isEqualTo("group.petitions");
        assertThat(kept.unit()).isEqualTo("group");
        assertThat(kept.reason().text(Locale.ENGLISH)).contains("\"plant-9\", does not exist");
    }

    @Test
    void keepsReportsOutsideEveryUnit() {
        Assignment desk = edition.assigner().toDiscipline();

        assertThat(desk.owner()).isEqualTo("discipline.desk");
        assertThat(desk.unit()).isEqualTo("discipline");
        assertThat(desk.restricted()).isTrue();
        assertThat(edition.assigner().isForDiscipline("discipline")).isTrue();
        assertThat(edition.assigner().isForDiscipline(null)).isFalse();
        Line line = edition.organisation().lineOf(desk);
        assertThat(line).isEqualTo(new Line("discipline.desk", "discipline.secretary", List.of()));
        assertThat(line.up(1)).isEqualTo("discipline.secretary");
    }

    @Test
    void climbsTheTreeFromTheOwnersUnit() {
        Line workshop = edition.organisation().lineOf(assign("plant-1-assembly", "labour.hours"));
        Line top = edition.organisation().lineOf(assign(null, "labour"));

        assertThat(workshop)
                .isEqualTo(new Line(
                        "plant-1-assembly.foreman",
                        "plant-1-assembly.foreman",
                        List.of("plant-1.director", "machinery.manager", "group.president")));
        assertThat(workshop.levels()).isEqualTo(3);
        assertThat(top.levels()).isEqualTo(1);
        assertThat(top.up(1)).isEqualTo("group.president");
    }

    @Test
    void knowsWhatAnOfficerMaySee() {
        Organisation organisation = edition.organisation();

        assertThat(organisation.unitsUnder(organisation.postsOf("li.wei"))).isEmpty();
        assertThat(organisation.unitsUnder(organisation.postsOf("zhao.gang")))
                .containsExactly("plant-1", "plant-1-assembly", "plant-1-foundry");
        assertThat(organisation.unitsUnder(organisation.postsOf("chen.jing"))).hasSize(12);
        assertThat(organisation.postsOf("qian.yun")).containsExactly("plant-1.petitions", "plant-1.labour");
    }
}
