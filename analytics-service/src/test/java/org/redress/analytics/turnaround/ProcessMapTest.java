package org.redress.analytics.turnaround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.analytics.projection.Bins;

class ProcessMapTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    /** Registered at A until the 5th, in handling at A until the 20th and at B until the 25th, answered there, closed. */
    private static final Way WAY = new Way(
            0,
            new Way.Readers("A", false, "p"),
            "wages",
            false,
            "closed",
            "B",
            Instant.EPOCH,
            List.of(
                    stay("registered", "A", 5, "accepted", "A"),
                    stay("accepted", "A", 20, "accepted", "B"),
                    stay("accepted", "B", 25, "answered", "B"),
                    stay("answered", "B", 28, "closed", "B")));

    private static Way.Stay stay(String stage, String unit, int day, String toStage, String toUnit) {
        return new Way.Stay(stage, unit, LocalDate.of(2026, 3, day), Bins.of(Duration.ofDays(day)), toStage, toUnit);
    }

    private static ProcessMap map(Set<String> units, int... missed) {
        ProcessMap map = new ProcessMap(new ProcessMap.Span(FIRST, LAST, units), TurnaroundQuestion.By.UNIT);
        map.add(
                WAY,
                Arrays.stream(missed)
                        .mapToObj(day -> LocalDate.of(2026, 3, day))
                        .toList());
        return map;
    }

    @Test
    void tellsInWhichStageALimitPassed() {
        // At the end of the 4th it was registered, of the 5th in handling: what it left on the last day it left in
        // time.
        ProcessMap map = map(Set.of("A", "B"), 4, 5, 24, 27);

        assertThat(map.stages())
                .extracting(ProcessMap.Stage::stage, ProcessMap.Stage::overdue)
                .containsExactly(tuple("registered", 1L), tuple("accepted", 2L), tuple("answered", 1L));
        assertThat(map(Set.of("B"), 4, 5, 24, 27).stages())
                .extracting(ProcessMap.Stage::stage, ProcessMap.Stage::overdue)
                .containsExactly(tuple("accepted", 1L), tuple("answered", 1L));
    }

    @Test
    void tellsMovesBetweenStagesApartFromHandOversBetweenUnits() {
        ProcessMap map = map(Set.of("A", "B"));

        assertThat(map.moves())
                .extracting(line -> line.from() + " " + line.to() + " " + line.count())
                .containsExactlyInAnyOrder("registered accepted 1", "accepted answered 1", "answered ended 1");
        assertThat(map.handOvers())
                .extracting(line -> line.from() + " " + line.to() + " " + line.count())
                .containsExactly("A B 1");
        assertThat(map.stages().stream().mapToLong(ProcessMap.Stage::stays).sum())
                .isEqualTo(4);
        assertThat(map.broken()).hasSize(4);
    }

    @Test
    void tellsWhereAStayWentThoughTheCaseWentFurtherAfterItsEnd() {
        assertThat(moves("declined", "closed")).containsExactly("registered left 1");
        assertThat(moves("served", "final", "under-review"))
                .containsExactlyInAnyOrder("registered served 1", "served ended 1");
    }

    /** The moves of a case that was registered on the first and went a stage further each day after it. */
    private static List<String> moves(String... stages) {
        Way way = new Way(0, WAY.readers(), "wages", false, "registered", "A", at(FIRST), List.of());
        LocalDate day = FIRST;
        for (String stage : stages) {
            day = day.plusDays(1);
            way = way.to(stage, "A", at(day), ZoneOffset.UTC);
        }
        ProcessMap map = new ProcessMap(new ProcessMap.Span(FIRST, LAST, null), TurnaroundQuestion.By.UNIT);
        map.add(way, List.of());
        return map.moves().stream()
                .map(line -> line.from() + " " + line.to() + " " + line.count())
                .toList();
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
