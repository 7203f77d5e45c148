package org.redress.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private final Moments moments = new Moments(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:30:00,           2026-03-01T01:30:00Z",
        "2026-03-01 09:30:00,           2026-03-01T01:30:00Z",
        "2026-03-01T09:30,              2026-03-01T01:30:00Z",
        "2026-03-01T09:30:00.250,       2026-03-01T01:30:00.250Z",
        "2026-03-01T09:30:00Z,          2026-03-01T09:30:00Z",
        "2026-03-01 09:30:00+02:00,     2026-03-01T07:30:00Z",
        "2026-03-01T09:30+0200,         2026-03-01T07:30:00Z",
        "2026-03-01T09:30:00.5+08:00,   2026-03-01T01:30:00.5Z",
        "2026-03-01,                    2026-02-28T16:00:00Z",
    })
    void readsIso8601InTheOrganisationsZone(String written, Instant moment) {
        assertThat(moments.moment(written)).isEqualTo(moment);
    }

    @Test
    void namesTheDayInTheOrganisationsZone() {
        assertThat(moments.day("2026-02-28T20:00:00Z")).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(moments.day("2026-03-01")).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2026-02-30",
                "2026-3-1",
                "01.03.2026",
                "2026-03-01T25:00",
                "2026-03-01T",
                "1709",
                "1899-12-31",
                "2200-01-01",
                "2199-12-31T20:00:00Z",
                "+999999999-01-01"
            })
    void refusesWhatIsNone(String written) {
        assertThat(moments.moment(written)).isNull();
        assertThat(moments.day(written)).isNull();
    }
}
