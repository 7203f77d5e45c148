package org.redress.analytics.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.figures.Lives;
import org.redress.analytics.statements.Statement.Kind;

class StatementTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 27);

    /** Registered on the Friday before, and answered on Tuesday. */
    private final CaseFacts before = Lives.registered("SHOP", "2026-03-20T09:00", "t1")
            .accepted("2026-03-23T09:00")
            .answered("2026-03-24T09:00")
            .closed("2026-03-24T10:00")
            .facts();

    private final CaseFacts declined = Lives.registered("SHOP", "2026-03-23T09:00", "t1")
            .declined("2026-03-27T23:59")
            .facts();
    /** Its notice is due on the seventh day after Friday. */
    private final CaseFacts lastSoon =
            Lives.registered("SHOP", "2026-03-19T09:00", "t2").facts();
    /** Its notice is due a day later. */
    private final CaseFacts notSoon =
            Lives.registered("SHOP", "2026-03-20T09:00", "t3").facts();

    private final CaseFacts late =
            Lives.registered("PLANT", "2026-03-11T09:00", "t4").facts();
    private final CaseFacts today =
            Lives.registered("PLANT", "2026-03-12T09:00", "t5").facts();

    @Test
    void countsWhatCameWhatBecameOfItAndWhatStands() {
        Statement statement = Statement.of(
                MONDAY,
                FRIDAY,
                Instant.parse("2026-03-27T08:00:00Z"),
                FRIDAY,
                List.of(before, declined, lastSoon, notSoon, late, today),
                Set.of(declined.petitionId()));

        assertThat(cases(statement, Kind.CAME, null)).containsExactly(declined.petitionId());
        assertThat(cases(statement, Kind.CHANNEL, "letter")).containsExactly(declined.petitionId());
        assertThat(cases(statement, Kind.FIRST, null)).isEmpty();
        assertThat(cases(statement, Kind.REPEAT, null)).containsExactly(declined.petitionId());
        assertThat(cases(statement, Kind.ACCEPTED, null)).containsExactly(before.petitionId());
        assertThat(cases(statement, Kind.ANSWERED, null)).containsExactly(before.petitionId());
        assertThat(cases(statement, Kind.ENDED, "declined")).containsExactly(declined.petitionId());
        assertThat(cases(statement, Kind.ENDED, "closed")).containsExactly(before.petitionId());
        assertThat(cases(statement, Kind.OPEN, null)).hasSize(4);
        assertThat(cases(statement, Kind.LATE, null)).containsExactly(late.petitionId());
        assertThat(cases(statement, Kind.DUE, null))
                .containsExactlyInAnyOrder(today.petitionId(), lastSoon.petitionId());
    }

    @Test
    void countsOnlyVisitsOfFiveAndMoreAsGroupVisits() {
        assertThat(cases(of(visit(4), visit(5)), Kind.GROUP_VISIT, null)).hasSize(1);
        Statement letter = of(Lives.registered("SHOP", "2026-03-23T09:00", null)
                .step("2026-03-23T10:00", "confirm-count", "registered", null, 30)
                .facts());
        assertThat(cases(letter, Kind.GROUP_VISIT, null)).isEmpty();
        assertThat(letter.lines().getFirst().people()).isEqualTo(30);
    }

    private static CaseFacts visit(int people) {
        return Lives.registeredBy("visit", "SHOP", "2026-03-23T09:00")
                .step("2026-03-23T10:00", "confirm-count", "registered", null, people)
                .facts();
    }

    private static Statement of(CaseFacts... cases) {
        return Statement.of(MONDAY, FRIDAY, Instant.EPOCH, FRIDAY, Arrays.asList(cases), Set.of());
    }

    private static List<String> cases(Statement statement, Kind kind, String value) {
        return statement.like(new Statement.Line(kind, value, 0, List.of())).cases();
    }
}
