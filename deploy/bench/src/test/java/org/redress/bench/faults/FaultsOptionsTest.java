package org.redress.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.tools.UsageException;

class FaultsOptionsTest {

    @Test
    void goesThroughTheOutagesInTheLongForm() {
        FaultsOptions all = FaultsOptions.read(List.of("--long", "--seed", "7"));

        assertThat(all)
                .isEqualTo(new FaultsOptions(
                        200, 100_000, 7, true, Duration.ofMinutes(2), Duration.ofMinutes(55), false, ""));
    }

    @Test
    void takesNumbersThatAreNamed() {
        FaultsOptions some = FaultsOptions.read(
                List.of("--kills", "4", "--petitions", "300", "--minutes-away", "1", "--max-minutes", "9", "--keep"));

        assertThat(some.kills()).isEqualTo(4);
        assertThat(some.petitions()).isEqualTo(300);
        assertThat(some.outages()).isFalse();
        assertThat(some.away()).isEqualTo(Duration.ofMinutes(1));
        assertThat(some.atMost()).isEqualTo(Duration.ofMinutes(9));
        assertThat(some.keep()).isTrue();
    }

    @Test
    void refusesASeedThatIsNoNumber() {
        assertThatThrownBy(() -> FaultsOptions.read(List.of("--seed", "seven")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("seven");
    }
}
