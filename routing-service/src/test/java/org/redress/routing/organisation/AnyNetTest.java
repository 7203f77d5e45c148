package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.contracts.cases.Rung;
import org.redress.routing.calendar.HolidayNotices;
import org.redress.routing.classification.Classification;
import org.redress.routing.classification.TopicNode;
import org.redress.routing.configuration.InvalidConfigurationException;
import org.redress.routing.configuration.Problem;
import org.redress.routing.organisation.OwnerReason.Basis;

/** Holds any organisation with any net to what must be true of all of them; {@code -Dredress.seed=N} runs one again. */
class AnyNetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final WorkingCalendar CALENDAR = HolidayNotices.shipped();
    private static final int ORGANISATIONS = 40;
    private static final int CASES = 10_000;

    private final Map<Basis, Integer> seen = new HashMap<>();
    private int cases;

    private static LoadedRulebook edition(Random random) {
        return LoadedRulebook.of(1, RulebookReader.read(RandomRulebook.files(random)), CALENDAR);
    }

    @Test
    void hasOneOwnerOrANamedGapAndNeverOneFromWhomTheCaseIsKept() {
        Long given = Long.getLong("redress.seed");
        long first = given == null ? new Random().nextLong() : given;
        for (int each = 0; each < (given == null ? ORGANISATIONS : 1); each++) {
            long seed = first + each;
            try {
                walk(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("-Dredress.seed=" + seed, e);
            }
        }
        if (given == null) {
            assertThat(cases).isGreaterThanOrEqualTo(CASES);
            assertThat(seen.keySet())
                    .contains(
                            Basis.NET,
                            Basis.NO_TOPIC,
                            Basis.GUARDED,
                            Basis.GUARDED_OUTSIDE,
                            Basis.NOBODY_LEFT,
                            Basis.DISCIPLINE,
                            Basis.RECUSED);
        }
    }

    @Test
    void refusesANetWithAHole() {
        for (long seed = 0; seed < 20; seed++) {
            Map<String, String> files = new HashMap<>(RandomRulebook.files(new Random(seed)));
            boolean whole = files.getOrDefault("responsibility.yaml", "").contains("\"*\"");
            files.computeIfPresent(
                    "topics.yaml",
                    (name, text) -> text.replace(
                            "  - {code: other", "  - {code: hole, name: H, english: H, terms: [洞]}\n  - {code: other"));

            InvalidConfigurationException refused =
                    catchThrowableOfType(InvalidConfigurationException.class, () -> RulebookReader.read(files));

            if (!whole) {
                assertThat(refused.problems())
                        .extracting(Problem::message)
                        .contains("leaves the unit u0 without an owner for hole");
            }
        }
    }

    private void walk(Random random) {
        LoadedRulebook edition = edition(random);
        LoadedRulebook later = edition(random);
        List<String> officers = officers(edition.organisation());
        everyPlaceHasAnOwnerOrAGap(edition);
        whoStandsInMayOpenWhatTheyAreToldOf(edition.organisation());
        wordsLeaveSomebody(edition, later, random);
        for (int set = 0; set < 6; set++) {
            Set<String> accused = some(officers, random);
            Set<String> recused = random.nextInt(3) == 0 ? some(officers, random) : Set.of();
            Exclusion guard = Exclusion.against(accused, edition.organisation()).recusing(recused);
            Set<String> out = keptOut(edition.organisation(), accused, recused);
            Organisation organisation = edition.organisation();
            assertThat(officers.stream().filter(officer -> guard.keepsOutOfficer(officer, organisation)))
                    .containsAll(out);
            for (Assignment proposed : proposals(edition, guard, random)) {
                Assignment held = edition.assigner().over(proposed, guard);
                check(edition, held, guard, out);
                assertThat(edition.assigner().over(held, guard)).isEqualTo(held);
                inALaterVersion(later, held, guard);
            }
        }
    }

    private static void whoStandsInMayOpenWhatTheyAreToldOf(Organisation organisation) {
        organisation
                .posts()
                .keySet()
                .forEach(post -> organisation
                        .standIn(post, DAY)
                        .map(organisation.posts()::get)
                        .ifPresent(told ->
                                assertThat(organisation.postsOf(told.officer())).contains(post)));
    }

    /** Words alone never keep a case from everybody, not in a later version either. */
    private static void wordsLeaveSomebody(LoadedRulebook edition, LoadedRulebook later, Random random) {
        List<String> officers = officers(edition.organisation());
        Set<String> said = some(officers, random);
        Exclusion outright = Exclusion.against(said, edition.organisation());
        Exclusion guard = Exclusion.against(
                said, random.nextBoolean() ? Set.copyOf(officers) : some(officers, random), edition.organisation());
        assertThat(edition.assigner().guarded(guard).isHeld())
                .isEqualTo(edition.assigner().guarded(outright).isHeld());
        assertThat(guard.accused()).containsAll(said);
        if (later.assigner().guarded(outright.in(later.organisation())).isHeld()) {
            assertThat(later.assigner().guarded(guard.in(later.organisation())).isHeld())
                    .isTrue();
        }
    }

    /** Whoever was kept out before a change stays kept out, and who is near them after it is kept out too. */
    private void inALaterVersion(LoadedRulebook later, Assignment held, Exclusion guard) {
        Organisation organisation = later.organisation();
        Exclusion there = guard.in(organisation);
        Set<String> all = keptOut(organisation, guard.accused(), guard.recused());
        all.addAll(guard.officers());
        assertThat(officers(organisation).stream().filter(officer -> there.keepsOutOfficer(officer, organisation)))
                .containsAll(
                        all.stream().filter(officers(organisation)::contains).toList());
        if (!guard.isNone()) {
            check(later, later.assigner().over(held, there), there, all);
        }
    }

    private static Set<String> some(List<String> officers, Random random) {
        int number = random.nextInt(4);
        return Stream.generate(() -> officers.get(random.nextInt(officers.size())))
                .limit(number)
                .collect(Collectors.toSet());
    }

    /** Whatever can be done with a case: each unit and topic, a report, its reviews and disputes. */
    private static List<Assignment> proposals(LoadedRulebook edition, Exclusion guard, Random random) {
        Assigner assigner = edition.assigner();
        List<Assignment> all = new ArrayList<>(List.of(assigner.toDiscipline()));
        if (guard.secret()) {
            all.add(assigner.guarded(guard));
        }
        Roster roster = roster(random);
        List<Unit> units = List.copyOf(edition.organisation().units().values());
        for (Unit unit : units) {
            for (String topic : topics(edition)) {
                all.add(assigner.assign(unit.code(), found(topic), guard, roster));
            }
            all.add(assigner.toReviewer(unit.code(), Set.of(), guard));
            all.add(assigner.toCommonSuperior(
                    unit.code(), units.get(random.nextInt(units.size())).code(), Basis.COMMON_SUPERIOR));
        }
        return all;
    }

    private static Roster roster(Random random) {
        return new Roster(
                DAY, posts -> posts.stream().collect(Collectors.toMap(post -> post, post -> (long) random.nextInt(3))));
    }

    private static Classification found(String topic) {
        return new Classification(topic, List.of(new Classification.Match("词", true, false)));
    }

    private static List<String> topics(LoadedRulebook edition) {
        return edition.rulebook().topics().roots().stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.children().stream()))
                .map(TopicNode::code)
                .toList();
    }

    private static List<String> officers(Organisation organisation) {
        return organisation.posts().values().stream()
                .map(Post::officer)
                .distinct()
                .toList();
    }

    /** The owner is whom the nearest row names; there is none exactly where a gap says so. */
    private void everyPlaceHasAnOwnerOrAGap(LoadedRulebook edition) {
        Rulebook rulebook = edition.rulebook();
        Organisation organisation = edition.organisation();
        List<Gap> gaps = Gap.of(rulebook, DAY);
        for (Unit unit : organisation.units().values()) {
            for (String topic : topics(edition)) {
                Assignment owner =
                        edition.assigner().assign(unit.code(), found(topic), Exclusion.NONE, roster(new Random(1)));
                Optional<Duty> nearest = nearest(rulebook, unit, topic);
                assertThat(organisation.posts()).containsKey(owner.owner());
                assertThat(owner.unit()).isEqualTo(unit.code());
                assertThat(owner.reason().basis()).isEqualTo(nearest.isPresent() ? Basis.NET : Basis.NO_TOPIC);
                nearest.ifPresentOrElse(
                        duty -> {
                            assertThat(duty.owners()).contains(owner.owner());
                            boolean another = duty.owners().stream().anyMatch(post -> organisation.isThere(post, DAY));
                            assertThat(duty.isShared() && another && !organisation.isThere(owner.owner(), DAY))
                                    .isFalse();
                        },
                        () -> assertThat(gaps).contains(new Gap(Gap.Kind.NO_OWNER, unit.code(), topic, null)));
                count(owner);
            }
        }
        assertThat(gaps)
                .filteredOn(gap -> gap.kind() == Gap.Kind.NO_OWNER)
                .allMatch(gap -> nearest(
                                rulebook,
                                organisation.unit(gap.unit()).orElseThrow(),
                                Objects.requireNonNull(gap.topic()))
                        .isEmpty());
    }

    /** Looked for in another way than the net does. */
    private static Optional<Duty> nearest(Rulebook rulebook, Unit unit, String topic) {
        List<String> topics = new ArrayList<>(rulebook.topics().upwards(topic));
        topics.add(Duty.EVERY_TOPIC);
        @Nullable Unit at = unit;
        while (at != null) {
            String code = at.code();
            for (String each : topics) {
                Optional<Duty> row = rulebook.net().find(List.of(each), List.of(at));
                if (row.filter(duty -> duty.unit().equals(code) && duty.topic().equals(each))
                        .isPresent()) {
                    return row;
                }
            }
            at = at.parent() == null ? null : rulebook.organisation().units().get(at.parent());
        }
        return Optional.empty();
    }

    private void check(LoadedRulebook edition, Assignment held, Exclusion guard, Set<String> out) {
        Organisation organisation = edition.organisation();
        count(held);
        if (!held.isHeld()) {
            assertThat(Stream.concat(
                            organisation.discipline().line().stream(),
                            Stream.of(organisation.root().head())))
                    .allMatch(post -> guard.keepsOut(post, organisation));
            assertThat(told(edition, held, guard)).isEmpty();
            return;
        }
        assertThat(organisation.posts()).containsKey(held.owner());
        assertThat(holders(organisation, List.of(held.owner()))).as("owner").noneMatch(out::contains);
        assertThat(holders(organisation, organisation.lineOf(held, guard).upwards()))
                .as("line")
                .noneMatch(out::contains);
        Set<String> told = told(edition, held, guard);
        assertThat(told).isNotEmpty();
        assertThat(holders(organisation, told)).as("told").noneMatch(out::contains);
        if (guard.secret()) {
            assertThat(held.restricted()).isTrue();
            assertThat(guard.covers(held.unit(), organisation)).as("scope").isFalse();
        }
    }

    /** Everybody whom a rung tells, with whoever stands in. */
    private static Set<String> told(LoadedRulebook edition, Assignment held, Exclusion guard) {
        Organisation organisation = edition.organisation();
        Line line = organisation.lineOf(held, guard);
        Set<String> told = new HashSet<>();
        for (int level = 1; level <= line.levels() + 1; level++) {
            for (String name : List.of("half", "most", "due", "level-" + level)) {
                Rung rung = new Rung(name, level, Instant.EPOCH, null, false);
                List<String> recipients =
                        line.recipients(rung, edition.rulebook().clocks().ladder());
                told.addAll(organisation.working(line, recipients, DAY, guard));
            }
        }
        return told;
    }

    private static List<String> holders(Organisation organisation, Collection<String> posts) {
        return posts.stream()
                .map(post ->
                        Objects.requireNonNull(organisation.posts().get(post)).officer())
                .toList();
    }

    private void count(Assignment held) {
        cases++;
        seen.merge(held.reason().basis(), 1, Integer::sum);
    }

    /**
     * Who may not know: the accused, whoever stands in for them, the heads of the units they work in, and whoever works in
     * these, in those they head, or below; at the top of the tree only those who work there without heading it stay clear.
     */
    private static Set<String> keptOut(Organisation organisation, Set<String> accused, Set<String> recused) {
        Set<String> out = new HashSet<>(accused);
        out.addAll(recused);
        Set<String> units = new HashSet<>();
        for (Post post : organisation.posts().values()) {
            if (accused.contains(post.officer())) {
                @Nullable
                Post deputy =
                        post.deputy() == null ? null : organisation.posts().get(post.deputy());
                while (deputy != null) {
                    out.add(deputy.officer());
                    deputy = deputy.deputy() == null
                            ? null
                            : organisation.posts().get(deputy.deputy());
                }
                Unit unit = organisation.units().get(post.unit());
                if (unit != null && unit.parent() != null) {
                    units.add(unit.code());
                    out.addAll(holders(organisation, List.of(unit.head())));
                }
            }
        }
        for (Unit unit : organisation.units().values()) {
            if (accused.contains(holders(organisation, List.of(unit.head())).getFirst())) {
                units.add(unit.code());
            }
        }
        for (Post post : organisation.posts().values()) {
            @Nullable Unit at = organisation.units().get(post.unit());
            while (at != null) {
                if (units.contains(at.code())) {
                    out.add(post.officer());
                }
                at = at.parent() == null ? null : organisation.units().get(at.parent());
            }
        }
        return out;
    }
}
