package org.redress.intake.petitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void showsWhatTheCaseToldLateWhereItHappened() {
        Stage submitted = Stage.of(Stage.SUBMITTED, MORNING);
        Stage supplement = Stage.of("supplement-taken", MORNING.plusSeconds(60), "r-1");
        Stage registered = Stage.of("registered", MORNING.plusSeconds(2));
        Stage merged = Stage.of("merge", MORNING.plusSeconds(60));

        assertThat(Stage.inOrder(List.of(submitted, supplement, registered, merged)))
                .containsExactly(submitted, registered, supplement, merged);
    }
}
