package org.redress.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.intake.IntakeStack;
import org.redress.intake.TestKeys;
import org.redress.platform.sealing.Mac;

class WrongTriesTest extends IntakeStack {

    @Test
    void givesNobodyMoreTriesWhenTheKeyChanges() {
        List<Mac> rotated = TestKeys.rotated();
        String receipt = UUID.randomUUID().toString();
        for (int wrong = 0; wrong < 5; wrong++) {
            assertThat(tries(rotated.get(wrong / 2)).areUsedUp(receipt)).isFalse();
            assertThat(tries(rotated.get(wrong / 2)).count(receipt)).isTrue();
        }

        assertThat(tries(rotated.getLast()).areUsedUp(receipt)).isTrue();
        assertThat(tries(rotated.getLast()).count(receipt)).isFalse();
    }

    private WrongTries tries(Mac mac) {
        return new WrongTries(mongo, mac, InstantSource.fixed(Instant.parse("2130-01-01T09:30:00Z")));
    }
}
