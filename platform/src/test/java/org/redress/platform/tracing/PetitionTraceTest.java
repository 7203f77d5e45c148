package org.redress.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.platform.publishing.Ids;

class PetitionTraceTest {

    @Test
    void isThePetitionsNumberWithoutDashes() {
        PetitionTrace trace =
                PetitionTrace.of("01936f5e-7c1a-7d2b-8e3f-0123456789ab").orElseThrow();

        assertThat(trace.root().getTraceId()).isEqualTo("01936f5e7c1a7d2b8e3f0123456789ab");
        assertThat(trace.root().getSpanId()).isEqualTo("8e3f0123456789ab");
        assertThat(PetitionTrace.of("matter-7")).isEmpty();
    }

    @Test
    void coversTheShareOfPetitionsThatIsAskedFor() {
        long covered = IntStream.range(0, 10_000)
                .filter(i -> PetitionTrace.of(Ids.next()).orElseThrow().isWithin(0.3))
                .count();

        assertThat(covered).isCloseTo(3_000L, within(300L)); // six and a half standard deviations
        PetitionTrace any = PetitionTrace.of(Ids.next()).orElseThrow();
        assertThat(any.isWithin(0)).isFalse();
        assertThat(any.isWithin(1)).isTrue();
    }
}
