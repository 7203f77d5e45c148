package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.routing.SampleConfiguration;

class OrganisationRecordTest {

    private final Rulebook rulebook = RulebookReader.read(SampleConfiguration.files());
    private final OrganisationRecord record = new OrganisationRecord("group");

    @Test
    void takesNoMoreMovesThanADocumentHolds() {
        activate(30_000);

        assertThat(record.full(10_000)).isFalse();
        assertThat(record.full(10_001)).isTrue();
    }

    private void activate(int moves) {
        List<Move> moved = Collections.nCopies(moves, new Move("a", "b"));
        record.activate(rulebook, "digest", new Activation("zhou", "merged", moved), Instant.EPOCH);
    }
}
