package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.classification.Classification;

class SuccessionTest {

    /** Each as {@code unit<parent}; the first is the root. */
    private static final List<List<String>> TREES = List.of(
            List.of("top", "east<top", "plant<east", "hall<plant", "west<top"),
            List.of("top", "east<top", "plant<east", "west<top"), // hall dissolved
            List.of("top", "east<top", "plant<east", "west<top"), // plant to west, west to east
            List.of("head", "west<head", "hall<west")); // root renamed, east dissolved, another hall

    private static final List<Version> VERSIONS = List.of(
            version(1),
            version(2),
            version(3, new Move("plant", "west"), new Move("west", "east")),
            version(4, new Move("top", "head")));

    @ParameterizedTest
    @CsvSource({
        // unit, since, until, follows
        "hall,   1, 1, hall",
        "hall,   1, 2, plant",
        "hall,   1, 3, west",
        "plant,  2, 3, west",
        "plant,  3, 3, plant",
        "west,   1, 3, east",
        "west,   3, 4, west",
        "west,   1, 4, head",
        "plant,  3, 4, head",
        "top,    1, 4, head",
        "hall,   4, 4, hall",
        "hall,   1, 4, west",
        "hall,   9, 4, hall",
        "plant,  4, 4, head",
        "moon,   1, 3, top",
        "moon,   1, 4, head"
    })
    void followsAUnitThroughTheVersions(String unit, int since, int until, String follows) {
        Succession succession =
                new Succession(VERSIONS.subList(0, until), number -> organisation(TREES.get(number - 1)));

        assertThat(succession.of(unit, since)).isEqualTo(follows);
    }

    @Test
    void knowsNoMovesOfVersionsThatWereKeptWithoutThem() {
        assertThat(version(1).movedTo("hall")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // had it because, topic,   about,         unit that follows, unit, owner, basis
        "NET,             labour.pay, ,              plant-1,   plant-1,    plant-1.labour,      NET",
        "REASSIGNED,      labour.pay, ,              plant-2,   plant-2,    plant-2.petitions,   NET",
        "RECUSED,         labour.pay, ,              moon,      group,      group.labour,        NET",
        "REASSIGNED,      ,           ,              plant-2,   plant-2,    plant-2.petitions,   REVIEW",
        "REVIEW,          labour.pay, ,              plant-1,   plant-1,    plant-1.petitions,   REVIEW",
        "OUTSIDE_BODY,    labour.pay, ,              group,     group,      group.petitions,     OUTSIDE_BODY",
        "OUTSIDE_BODY,    labour.pay, ,              machinery, machinery,  machinery.petitions, REVIEW",
        "NO_TOPIC,        labour.pay, ,              plant-1,   plant-1,    plant-1.petitions,   NO_TOPIC",
        "COMMON_SUPERIOR, labour.pay, ,              machinery, machinery,  machinery.petitions, COMMON_SUPERIOR",
        "DISCIPLINE,      ,           ,              group,     discipline, discipline.desk,     DISCIPLINE",
        "GUARDED,         labour.pay, li.wei,        plant-1,   machinery,  machinery.petitions, GUARDED",
        "GUARDED,         labour.pay, li.wei,        plant-2,   machinery,  machinery.petitions, GUARDED",
        "NET,             labour.pay, li.wei,        plant-2,   machinery,  machinery.petitions, GUARDED",
        "REVIEW,          labour.pay, li.wei,        plant-1,   machinery,  machinery.petitions, GUARDED",
        "GUARDED_OUTSIDE, labour.pay, zhou.mingyuan, group,     discipline, discipline.desk,     GUARDED_OUTSIDE"
    })
    void givesACaseToWhoHasSuchCasesInTheUnitThatFollows(
            OwnerReason.Basis was,
            @Nullable String topic,
            @Nullable String accused,
            String follows,
            String unit,
            String owner,
            OwnerReason.Basis is) {
        LoadedRulebook edition = SampleConfiguration.edition();
        Assignment before = new Assignment("gone", "gone.office", false, OwnerReason.of(was, "Gone"));
        Exclusion guard = accused == null ? Exclusion.NONE : Exclusion.against(Set.of(accused), edition.organisation());
        Classification classified = topic == null ? null : Classification.chosen(topic, "gone.office");

        Assignment after = edition.assigner()
                .following(before, follows, classified, guard, new Roster(LocalDate.EPOCH, posts -> Map.of()));

        assertThat(after.unit()).isEqualTo(unit);
        assertThat(after.owner()).isEqualTo(owner);
        assertThat(after.restricted()).isEqualTo(accused != null || was == OwnerReason.Basis.DISCIPLINE);
        assertThat(after.reason().basis()).isEqualTo(is);
    }

    @Test
    void keepsWhatNotEverybodyMayKnowOfFromTheOthersWhoeverFollows() {
        Assignment before = new Assignment("gone", "gone.office", true, OwnerReason.of(OwnerReason.Basis.NET, "Gone"));

        Assignment after = SampleConfiguration.edition()
                .assigner()
                .following(
                        before,
                        "plant-1",
                        Classification.chosen("labour.pay", "gone.office"),
                        Exclusion.NONE,
                        new Roster(LocalDate.EPOCH, posts -> Map.of()));

        assertThat(after.owner()).isEqualTo("plant-1.labour");
        assertThat(after.restricted()).isTrue();
    }

    private static Version version(int number, Move... moves) {
        return new Version(number, "digest-" + number, Instant.EPOCH, null, null, Arrays.asList(moves));
    }

    private static Organisation organisation(List<String> tree) {
        List<Unit> units = tree.stream()
                .map(each -> each.split("<"))
                .map(each -> new Unit(each[0], each[0], null, each.length > 1 ? each[1] : null, "head", "office", null))
                .toList();
        return Organisation.of(
                "o",
                "O",
                "Asia/Shanghai",
                units,
                List.of(),
                new Discipline("desk", "Desk", null, List.of("d")),
                List.of());
    }
}
