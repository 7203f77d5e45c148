package org.redress.analytics.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinsTest {

    private static final double PERCENT = 100 * Bins.ERROR;

    @Test
    void tellsEveryDurationOfThirtyYearsWithinTheErrorItNames() {
        int last = 0;
        for (double at = 60; at < Duration.ofDays(365 * 30).toSeconds(); at *= 1.001) {
            long seconds = (long) at;
            int bin = Bins.of(Duration.ofSeconds(seconds));

            assertThat((double) Bins.seconds(bin)).isCloseTo(seconds, withPercentage(PERCENT));
            assertThat(bin).isBetween(last, last + 1);
            last = bin;
        }
    }

    @Test
    void takesWhatIsShorterThanAMinuteTogether() {
        for (long seconds : new long[] {-90, 0, 30, 59}) {
            assertThat(Bins.of(Duration.ofSeconds(seconds))).isZero();
        }
        assertThat(Bins.of(Duration.ofSeconds(60))).isEqualTo(1);
        assertThat(Bins.seconds(0)).isEqualTo(30);
        assertThat(Bins.seconds(Bins.of(Duration.ofDays(100_000)))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellsQuantilesOfAnyDurationsWithinTheErrorItNames(long seed) {
        Random random = new Random(seed);
        for (int size : new int[] {1, 2, 5, 20, 100, 1_000}) {
            long[] durations = random.longs(size, 0, 7)
                    .map(power -> 60 + (long) (Math.pow(10, power) * random.nextDouble(1, 10)))
                    .sorted()
                    .toArray();
            Map<Integer, Long> counts = new HashMap<>();
            Arrays.stream(durations).forEach(each -> counts.merge(Bins.of(Duration.ofSeconds(each)), 1L, Long::sum));

            for (double share : new double[] {0, 0.5, 0.8, 0.95, 1}) {
                int rank = Math.max(1, (int) Math.ceil(share * size));
                assertThat((double) Histogram.of(counts).quantile(share))
                        .isCloseTo(durations[rank - 1], withPercentage(PERCENT));
            }
        }
    }
}
