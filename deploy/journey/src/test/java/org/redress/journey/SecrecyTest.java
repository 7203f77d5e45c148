package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.journey.Conflicts.Holder;
import org.redress.journey.Conflicts.Kept;

/** Whom a case is kept from finds no trace of it, wherever they look. */
class SecrecyTest extends Journey {

    private static Conflicts conflicts;
    private static Walk walk;

    @BeforeAll
    static void happen() throws IOException {
        walk = new Walk(stack);
        conflicts = new Conflicts();
        conflicts.happen();
    }

    @AfterAll
    static void end() {
        conflicts.end();
    }

    static List<Kept> kept() {
        return conflicts.kept;
    }

    @ParameterizedTest
    @MethodSource("kept")
    void leavesNoTrace(Kept kept) throws IOException {
        List<String> traces = new ArrayList<>();
        for (String reader : kept.readers()) {
            traces.addAll(walk.traces(reader, kept.ids(), kept.words()));
            assertThat(Conflicts.mails(reader, kept.petitionId()))
                    .as("mails of " + reader)
                    .isEqualTo(kept.told().get(reader));
        }
        assertThat(traces).isEmpty();
    }

    @Test
    void isHeldByWhoMayKnowOfIt() throws IOException {
        assertThat(conflicts.holders)
                .allSatisfy(each -> assertThat(each.found()).isEqualTo(each.post()));
        eventually()
                .untilAsserted(() -> assertThat(conflicts.holders)
                        .allSatisfy(each -> assertThat(Conflicts.mails(each.reader(), each.petitionId()))
                                .isPositive()));
        Holder holder = conflicts.holders.getFirst();
        assertThat(walk.traces(
                        holder.reader(), Map.of("petitionId", holder.petitionId()), List.of(holder.petitionId())))
                .as("whom it is not kept from sees it everywhere")
                .hasSizeGreaterThan(4);
    }

    @Test
    void opensToNobodyAndIsGivenToNobodyItIsKeptFrom() {
        assertThat(conflicts.answers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "a head looks for an unclear case", 404,
                        "the discipline desk looks for an unclear case", 200,
                        "mails to a head about an unclear case", 0,
                        "alarms about an unclear case of many", 0,
                        "a colleague of an accused asks in an emergency", 404,
                        "somebody asks for a report in an emergency", 404,
                        "somebody asks for an unclear case in an emergency", 404,
                        "somebody asks for a case in an emergency", 200,
                        "it is handed to the unit it is kept from", 400,
                        "it is given to whom it is about", 400));
    }

    @Test
    void isCountedForNobody() {
        assertThat(conflicts.totals.getLast()).isEqualTo(conflicts.totals.getFirst());
        assertThat(conflicts.moving.getLast()).isEqualTo(conflicts.moving.getFirst());
        eventually()
                .untilAsserted(() -> assertThat(volume())
                        .as("but the one that is kept from nobody")
                        .isEqualTo(conflicts.volume + 1));
    }
}
