package org.redress.analytics.turnaround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.analytics.projection.Bins;
import org.redress.analytics.projection.Cell;
import org.redress.contracts.cases.CaseEvent;

class TurnaroundFoldingTest {

    private final TurnaroundFolding folding = new TurnaroundFolding(ZoneId.of("Asia/Shanghai"));

    /** By differences after each event, as the store counts, with every way written and read back in between. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void comesToWhatCountingAllAtOnceComesTo(long seed) {
        List<List<CaseEvent>> cases = new Ways(new Random(seed), "").of(400);
        Map<Cell, Long> counts = new HashMap<>();
        for (List<CaseEvent> events : cases) {
            Way way = null;
            for (CaseEvent event : events) {
                Way next = folding.apply(way, event, 3);
                folding.cells(next).forEach((cell, count) -> counts.merge(cell, count, Long::sum));
                if (way != null) {
                    folding.cells(way).forEach((cell, count) -> counts.merge(cell, -count, Long::sum));
                }
                way = folding.read(folding.write(next));
                assertThat(way).isEqualTo(next);
            }
        }

        assertThat(counts.values()).noneMatch(count -> count < 0);
        assertThat(named(counts)).isNotEmpty().isEqualTo(Ways.expected(cases));
    }

    @Test
    void keepsTheLaneItWasFirstCountedIn() {
        List<CaseEvent> twice = new Ways(new Random(1), "")
                .of(60).stream()
                        .filter(events -> events.getLast().head().epoch() == 2)
                        .findFirst()
                        .orElseThrow();
        Way before = folding.apply(null, twice.getFirst(), 5);

        assertThat(folding.apply(before, twice.getLast(), 9).lane()).isEqualTo(5);
    }

    @Test
    void refusesACaseThatBeginsInTheMiddle() {
        CaseEvent middle = new Ways(new Random(1), "")
                .of(20).stream()
                        .filter(events -> events.size() > 1)
                        .findFirst()
                        .orElseThrow()
                        .get(1);

        assertThatThrownBy(() -> folding.apply(null, middle, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Long> named(Map<Cell, Long> counts) {
        Map<String, Long> named = new TreeMap<>();
        counts.forEach((cell, count) -> {
            Document fields = new Document(cell.fields());
            fields.remove("lane");
            fields.put("bin", Bins.seconds(fields.getInteger("bin")));
            if (count != 0) {
                named.merge(
                        String.join(
                                "|",
                                fields.values().stream().map(String::valueOf).toList()),
                        count,
                        Long::sum);
            }
        });
        return named;
    }
}
