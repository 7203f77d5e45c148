package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.routing.cases.ProcedureWalk.Move;
import org.redress.routing.cases.ProcedureWalk.Seen;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.redress.starters.Repository;

/** Every command in every standing a case can reach. */
class ProcedureWalkTest {

    private static final Path TABLE = Repository.root().resolve("deploy/docs/procedure.md");
    private static final Map<Purpose, List<Seen>> WALKS = new EnumMap<>(Purpose.class);

    /** Fifty thousand cases are half of the heap that the tests after this one have. */
    @AfterAll
    static void forgets() {
        WALKS.clear();
    }

    private static synchronized List<Seen> walk(Purpose purpose) {
        return WALKS.computeIfAbsent(purpose, of -> new ProcedureWalk(of).walk());
    }

    @ParameterizedTest
    @EnumSource
    void keepsAClockInEveryOpenStateAndNoneAfterwards(Purpose purpose) {
        assertThat(walk(purpose))
                .allSatisfy(seen -> assertThat(seen.after().nextDueAt() != null)
                        .as("%s after %s in %s", seen.to(), seen.move(), seen.from())
                        .isEqualTo(
                                purpose != Purpose.THANKS && seen.to().state().isOpen()));
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingThatItRefuses(Purpose purpose) {
        assertThat(walk(purpose))
                .filteredOn(seen -> seen.rule().isPresent())
                .isNotEmpty()
                .allSatisfy(seen -> {
                    assertThat(seen.to()).isEqualTo(seen.from());
                    assertThat(seen.after().clocks()).isEqualTo(seen.before().clocks());
                    assertThat(seen.after().assignment())
                            .isEqualTo(seen.before().assignment());
                    assertThat(seen.after().sequence())
                            .isEqualTo(seen.before().sequence() + (seen.move() instanceof Move.Petitioner ? 1 : 0));
                });
    }

    @ParameterizedTest
    @EnumSource
    void writesDownEverythingThatItDoes(Purpose purpose) {
        assertThat(walk(purpose))
                .filteredOn(seen -> seen.rule().isEmpty() && !(seen.move() instanceof Move.Time))
                .allSatisfy(seen -> {
                    assertThat(seen.after().sequence()).isEqualTo(seen.before().sequence() + 1);
                    assertThat(seen.after()
                                    .history()
                                    .subList(0, seen.before().history().size()))
                            .isEqualTo(seen.before().history());
                    assertThat(seen.after().history())
                            .hasSizeGreaterThan(seen.before().history().size());
                    assertThat(seen.after()
                                    .texts()
                                    .subList(0, seen.before().texts().size()))
                            .isEqualTo(seen.before().texts());
                });
    }

    @ParameterizedTest
    @EnumSource
    void movesNoDateWithoutACommandThatNamesAClock(Purpose purpose) {
        assertThat(walk(purpose))
                .filteredOn(seen -> seen.move() instanceof Move.Officer officer
                        && officer.step().is(Step.Trait.MOVES_NO_DATE))
                .isNotEmpty()
                .allSatisfy(seen -> assertThat(seen.after().clocks())
                        .isEqualTo(seen.before().clocks()));
    }

    @Test
    void reachesEveryState() {
        Set<CaseState> reached = EnumSet.noneOf(CaseState.class);
        for (Purpose purpose : Purpose.values()) {
            walk(purpose).forEach(seen -> reached.add(seen.to().state()));
        }

        assertThat(reached).isEqualTo(EnumSet.allOf(CaseState.class));
    }

    @Test
    void agreesWithTheTableInTheDocuments() throws IOException {
        String table = table();
        if (Boolean.getBoolean("redress.write-docs")) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table);
        }

        assertThat(TABLE).content().isEqualTo(table);
    }

    private static String table() {
        StringBuilder text = new StringBuilder("""
                # What a case allows

                Written by `ProcedureWalkTest` from the code, which takes a real case through every command, every request and
                the passing of time until no new standing comes up; after a change it is written anew with
                `deploy/test -pl routing-service -am -Dtest=ProcedureWalkTest -Dredress.write-docs=true
                -Dsurefire.failIfNoSpecifiedTests=false`. For each purpose and state: what is possible and where it leads, and
                which rule forbids the rest. Where a step is in both columns, it depends on what came before: `Situation.Fact`
                names what can matter, `CaseRule` says each rule in a sentence.
                """);
        for (Purpose purpose : Purpose.values()) {
            text.append("\n## ").append(Names.of(purpose)).append('\n');
            Map<CaseState, List<Seen>> byState = walk(purpose).stream()
                    .filter(seen -> !(seen.move() instanceof Move.Time))
                    .collect(Collectors.groupingBy(
                            seen -> seen.from().state(), () -> new EnumMap<>(CaseState.class), Collectors.toList()));
            byState.forEach((state, seen) -> append(text, state, seen));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, CaseState state, List<Seen> seen) {
        Map<String, Set<String>> possible = new LinkedHashMap<>();
        Map<String, Set<String>> forbidden = new TreeMap<>();
        for (Seen each : seen) {
            String name = each.move().name();
            each.rule()
                    .ifPresentOrElse(
                            rule -> forbidden
                                    .computeIfAbsent(rule, key -> new TreeSet<>())
                                    .add(name),
                            () -> possible.computeIfAbsent(name, key -> new TreeSet<>())
                                    .add(Names.of(each.to().state())));
        }
        text.append("\n### ").append(Names.of(state)).append("\n\n| possible | leads to |\n|---|---|\n");
        possible.forEach((name, states) -> text.append("| %s | %s |\n".formatted(name, String.join(", ", states))));
        text.append("\n| forbidden by | steps |\n|---|---|\n");
        forbidden.forEach((rule, names) -> text.append("| %s | %s |\n".formatted(rule, String.join(", ", names))));
    }
}
