package org.redress.notification.email.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.notification.Samples;

class DigestMomentTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T07:59:59, 2026-03-01T08:00",
        "2026-03-02T08:00:00, 2026-03-02T08:00",
        "2026-03-02T23:00:00, 2026-03-02T08:00",
        "2026-03-03T00:00:00, 2026-03-02T08:00",
    })
    void isTheLatestMorningOfTheOrganisation(String now, String expected) {
        DigestSettings settings = new DigestSettings(LocalTime.of(8, 0), Duration.ofMinutes(1));

        assertThat(DailyDigests.latest(ZonedDateTime.parse(now + "+08:00[Asia/Shanghai]"), settings))
                .isEqualTo(ZonedDateTime.of(LocalDateTime.parse(expected), Samples.ZONE));
    }
}
