package org.redress.analytics.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectTest {

    private static final LocalDate FROM = LocalDate.of(2026, 6, 1);

    /** Twenty before; with so many after, what can be told. */
    @ParameterizedTest
    @CsvSource({"20, NO_CHANGE", "12, NO_CHANGE", "5, FEWER", "0, FEWER", "45, MORE"})
    void tellsAChangeOnlyWhereChanceDoesNotExplainIt(int after, Effect.Verdict verdict) {
        assertThat(Effect.of(written(20, after), FROM, FROM.plusDays(29)).verdict())
                .isEqualTo(verdict);
    }

    /** As R's binom.test(5, 25)$conf.int says: 0.0683 to 0.4070 of all. */
    @Test
    void hasTheExactInterval() {
        Effect effect = Effect.of(written(20, 5), FROM, FROM.plusDays(29));

        assertThat(effect.before()).isEqualTo(20);
        assertThat(effect.after()).isEqualTo(5);
        assertThat(effect.low()).isCloseTo(0.0683 / (1 - 0.0683), within(0.001));
        assertThat(effect.high()).isCloseTo(0.4070 / (1 - 0.4070), within(0.001));
    }

    @Test
    void saysNothingInTheFirstDaysAndComparesAsManyDaysOnEachSide() {
        assertThat(Effect.of(written(20, 0), FROM, FROM.plusDays(5)).verdict()).isEqualTo(Effect.Verdict.TOO_EARLY);
        assertThat(Effect.of(written(20, 20), FROM, FROM.plusDays(9)).before()).isEqualTo(10);
        assertThat(Effect.of(List.of(), FROM, FROM.minusDays(3)).days()).isZero();
    }

    /** One a day, from the day outwards. */
    private static List<Sighting> written(int before, int after) {
        return Stream.concat(
                        IntStream.range(0, before).mapToObj(i -> new Sighting(FROM.minusDays(1 + i % 30), "b" + i)),
                        IntStream.range(0, after).mapToObj(i -> new Sighting(FROM.plusDays(i % 30), "a" + i)))
                .toList();
    }
}
