package org.redress.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockWordsTest {

    private final ClockWords words = new ClockWords(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({
        "2026-03-01,                2026-02-28T16:00:00Z",
        "2026-03-01T09:00,          2026-03-01T01:00:00Z",
        "2026-03-01 09:00,          2026-03-01T01:00:00Z",
        "2026-03-01T09:00:30,       2026-03-01T01:00:30Z",
        "2026-03-01T09:00+02:00,    2026-03-01T07:00:00Z",
        "2026-03-01T09:00Z,         2026-03-01T09:00:00Z"
    })
    void readsMoments(String text, Instant moment) {
        assertThat(words.moment(text)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "1s, 2026-03-01T00:00:01Z",
        "45m, 2026-03-01T00:45:00Z",
        "12h, 2026-03-01T12:00:00Z",
        "30d, 2026-03-31T00:00:00Z",
        "2w, 2026-03-15T00:00:00Z"
    })
    void addsSpans(String span, Instant moment) {
        assertThat(words.later(Instant.parse("2026-03-01T00:00:00Z"), span)).contains(moment);
    }

    @Test
    void countsDaysOfTheZoneWhereTheClocksChange() {
        ClockWords berlin = new ClockWords(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.later(Instant.parse("2026-03-28T08:00:00Z"), "1d"))
                .contains(Instant.parse("2026-03-29T07:00:00Z"));
    }

    @Test
    void understandsNothingElse() {
        assertThat(words.moment("soon")).isEmpty();
        assertThat(words.later(Instant.EPOCH, "-3d")).isEmpty();
        assertThat(words.later(Instant.EPOCH, "3 days")).isEmpty();
    }
}
