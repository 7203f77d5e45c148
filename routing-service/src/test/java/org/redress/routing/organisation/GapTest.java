package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.organisation.Gap.Kind;

class GapTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void findsTopicsForWhichNobodyAnswers() {
        assertThat(Gap.of(SampleConfiguration.edition().rulebook(), DAY))
                .filteredOn(gap -> gap.kind() == Kind.NO_OWNER)
                .extracting(Gap::topic)
                .containsOnly("other");
    }

    @Test
    void findsUnitsWhoseReviewIsLeftToNobodyNew() {
        String plant = "head: plant-1.director, petitionOffice: plant-1.petitions";
        Rulebook oneForAll = SampleConfiguration.edition(
                        plant, "head: plant-1.petitions, petitionOffice: plant-1.petitions")
                .rulebook();

        assertThat(Gap.of(SampleConfiguration.edition().rulebook(), DAY))
                .noneMatch(gap -> gap.kind() == Kind.NO_REVIEWER);
        assertThat(Gap.of(oneForAll, DAY))
                .filteredOn(gap -> gap.kind() == Kind.NO_REVIEWER)
                .containsExactlyInAnyOrder(
                        new Gap(Kind.NO_REVIEWER, "plant-1-assembly", null, "plant-1.petitions"),
                        new Gap(Kind.NO_REVIEWER, "plant-1-foundry", null, "plant-1.petitions"));
    }

    @Test
    void findsPostsWithoutDeputyAndThoseWhereNobodyIs() {
        assertThat(Gap.of(SampleConfiguration.edition().rulebook(), DAY))
                .contains(new Gap(Kind.NO_DEPUTY, "group", null, "group.safety"))
                .doesNotContain(new Gap(Kind.NO_DEPUTY, "plant-1", null, "plant-1.labour"))
                .noneMatch(gap -> gap.kind() == Kind.NOBODY_THERE);

        Rulebook away = SampleConfiguration.edition(
                        "\nposts:", "\nabsences: [{post: group.safety, from: 2026-03-01, until: 2026-03-03}]\nposts:")
                .rulebook();
        assertThat(Gap.of(away, DAY)).contains(new Gap(Kind.NOBODY_THERE, "group", null, "group.safety"));
        assertThat(Gap.of(away, DAY.plusDays(2)))
                .doesNotContain(new Gap(Kind.NOBODY_THERE, "group", null, "group.safety"));
    }
}
