package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.calendar.HolidayNotices;
import org.redress.routing.classification.Classification;

class RosterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String FIRST = "plant-1.labour";
    private static final String SECOND = "plant-1.petitions";
    private static final String THIRD = "plant-1.director";

    private final Map<String, String> files = SampleConfiguration.files();
    private final List<List<String>> asked = new ArrayList<>();

    RosterTest() {
        files.computeIfPresent(
                "responsibility.yaml",
                (name, text) -> text.replace(
                        "{topic: labour, unit: plant-1, owner: plant-1.labour}",
                        "{topic: labour, unit: plant-1, owners: [plant-1.labour, plant-1.petitions, plant-1.director]}"));
    }

    private LoadedRulebook edition() {
        return LoadedRulebook.of(1, RulebookReader.read(files), HolidayNotices.shipped());
    }

    private Roster roster(Map<String, Long> open) {
        return new Roster(DAY, posts -> {
            asked.add(posts);
            return open;
        });
    }

    private Assignment assign(Roster roster, Exclusion guard) {
        Assignment found = edition()
                .assigner()
                .assign(
                        "plant-1",
                        new Classification("labour.pay", List.of(new Classification.Match("工资", true, false))),
                        guard,
                        roster);
        roster.gave(found.owner());
        return found;
    }

    private void absent(String post) {
        files.computeIfPresent(
                "organisation.yaml",
                (name, text) -> text.replace(
                        "\nposts:", "\nabsences: [{post: " + post + ", from: 2026-03-02, until: 2026-03-02}]\nposts:"));
    }

    @Test
    void givesACaseToWhoHasTheFewestAndSaysSo() {
        Assignment found = assign(roster(Map.of(FIRST, 4L, SECOND, 2L, THIRD, 3L)), Exclusion.NONE);

        assertThat(found.owner()).isEqualTo(SECOND);
        assertThat(found.unit()).isEqualTo("plant-1");
        assertThat(found.reason().text(Locale.ENGLISH))
                .isEqualTo(
                        "Because in the responsibility net this post answers for \"Labour\" in 第一机械厂, among 3 equals: of"
                                + " those who can take it, the one with the fewest open cases (2).");
        assertThat(found.reason().text(Locale.CHINESE))
                .isEqualTo("因为责任网中“劳动用工”由该岗位负责（第一机械厂），该责任由3个岗位共同承担，由可承办者中在办件最少者（2件）承办。");
    }

    @Test
    void countsOnceAndGoesRoundFromThere() {
        Roster roster = roster(Map.of(FIRST, 1L, THIRD, 1L));

        assertThat(List.of(1, 2, 3, 4, 5, 6, 7))
                .extracting(number -> assign(roster, Exclusion.NONE).owner())
                .containsExactly(SECOND, FIRST, SECOND, THIRD, FIRST, SECOND, THIRD);
        assertThat(asked).containsExactly(List.of(THIRD, FIRST, SECOND));
    }

    @Test
    void asksNobodyWhereOnePostHasTheDutyAlone() {
        Assignment found = edition()
                .assigner()
                .assign(
                        "machinery",
                        new Classification("safety", List.of(new Classification.Match("安全", true, false))),
                        Exclusion.NONE,
                        roster(Map.of()));

        assertThat(found.owner()).isEqualTo("machinery.safety");
        assertThat(found.reason().share()).isNull();
        assertThat(asked).isEmpty();
    }

    @Test
    void passesOverWhoIsAbsentWhileAnotherIsThere() {
        absent(SECOND);
        assertThat(assign(roster(Map.of(FIRST, 4L, THIRD, 3L)), Exclusion.NONE).owner())
                .isEqualTo(THIRD);

        files.computeIfPresent(
                "organisation.yaml",
                (name, text) -> text.replace(
                        "absences: [",
                        "absences: [{post: " + FIRST + ", from: 2026-03-01}, {post: " + THIRD
                                + ", from: 2026-03-01}, "));
        assertThat(assign(roster(Map.of(FIRST, 4L, THIRD, 3L)), Exclusion.NONE).owner())
                .isEqualTo(SECOND);
    }

    @Test
    void passesOverWhomTheCaseIsKeptFrom() {
        Exclusion guard = Exclusion.NONE.recusing(Set.of("qian.yun"));
        assertThat(assign(roster(Map.of(FIRST, 4L, THIRD, 3L)), guard).owner()).isEqualTo(THIRD);

        absent(THIRD);
        Assignment left = assign(roster(Map.of(FIRST, 4L, THIRD, 3L)), guard);
        assertThat(left.owner()).isEqualTo(FIRST);
        assertThat(edition().assigner().over(left, guard).owner()).isEqualTo(FIRST);
    }
}
