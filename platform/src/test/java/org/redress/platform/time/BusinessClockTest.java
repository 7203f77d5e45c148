package org.redress.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTest {

    @TempDir
    private Path folder;

    private Instant real = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void isRealTimeWithoutAFile() {
        BusinessClock clock = new BusinessClock(folder.resolve("clock.json"), () -> real);

        assertThat(clock.instant()).isEqualTo(real);
        assertThat(clock.version()).isZero();
    }

    @Test
    void runsOnFromTheMomentTheFileSets() throws IOException {
        BusinessClock clock = clockWith(false);

        assertThat(clock.instant()).isEqualTo("2030-01-01T00:00:00Z");
        real = real.plus(Duration.ofHours(2));
        assertThat(clock.instant()).isEqualTo("2030-01-01T02:00:00Z");
        assertThat(clock.version()).isEqualTo(7);
    }

    @Test
    void standsStillWhenFrozen() throws IOException {
        BusinessClock clock = clockWith(true);

        real = real.plus(Duration.ofHours(2));
        assertThat(clock.instant()).isEqualTo("2030-01-01T00:00:00Z");
    }

    @Test
    void seesAChangeAndKeepsTheLastSettingWhenTheFileIsBroken() throws IOException {
        BusinessClock clock = clockWith(true);
        assertThat(clock.version()).isEqualTo(7);

        Files.writeString(folder.resolve("clock.json"), "{\"version\":");
        real = real.plus(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo("2030-01-01T00:00:00Z");

        write(8, true);
        real = real.plus(Duration.ofSeconds(1));
        assertThat(clock.version()).isEqualTo(8);
    }

    private BusinessClock clockWith(boolean frozen) throws IOException {
        write(7, frozen);
        return new BusinessClock(folder.resolve("clock.json"), () -> real);
    }

    private void write(int version, boolean frozen) throws IOException {
        Files.writeString(folder.resolve("clock.json"), """
                {"version":%d,"base":"2026-03-01T00:00:00Z","business":"2030-01-01T00:00:00Z","frozen":%s}
                """.formatted(version, frozen));
    }
}
