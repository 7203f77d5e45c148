package org.redress.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    @ParameterizedTest(name = "at {0}:{1} parked {2}, record {3}:{4} -> {5}")
    @CsvSource({
        "1, 0, false, 1, 1, apply 1:1",
        "1, 3, false, 1, 4, apply 1:4",
        "1, 3, false, 1, 3, duplicate",
        "1, 3, false, 1, 1, duplicate",
        "1, 3, false, 1, 5, gap",
        "1, 0, false, 1, 2, gap",
        "1, 3, true,  1, 3, duplicate",
        "1, 3, true,  1, 4, parked",
        "1, 3, true,  1, 9, parked",
        "2, 1, false, 1, 9, duplicate",
        "1, 7, false, 2, 1, snapshot 2:1",
        "1, 7, true,  2, 1, snapshot 2:1",
        "1, 7, false, 2, 2, gap",
        "1, 7, true,  2, 2, parked",
        "1, 0, false, 3, 1, snapshot 3:1",
    })
    void judgesByEpochAndSequence(int epoch, long last, boolean parked, int newEpoch, long sequence, String expected) {
        assertThat(text(Gate.judge(new Position(epoch, last, parked), new Fact(newEpoch, sequence))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} seen at 1:3 parked {1}, then 1:{2} -> {3}")
    @CsvSource({
        "1.3, false, 3, duplicate",
        "x,   false, 3, damage",
        "x,   true,  3, damage",
        "x,   false, 2, duplicate",
        "   , false, 3, duplicate",
    })
    void seesDamageWhereAnotherEventWasApplied(@Nullable String seen, boolean parked, long sequence, String expected) {
        assertThat(text(Gate.judge(new Position(1, 3, parked, seen), new Fact(1, sequence))))
                .isEqualTo(expected);
    }

    private static String text(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Duplicate() -> "duplicate";
            case Verdict.Parked() -> "parked";
            case Verdict.Gap() -> "gap";
            case Verdict.Damage() -> "damage";
            case Verdict.Apply(Position after, boolean snapshot) ->
                (snapshot ? "snapshot " : "apply ") + after.epoch() + ":" + after.last();
        };
    }
}
