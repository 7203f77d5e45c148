package org.redress.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClockFileTest {

    private static final Instant SPRING = Instant.parse("2026-03-01T01:00:00Z");

    @TempDir
    Path folder;

    private Instant real = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void isRealTimeUntilItIsSet() {
        assertThat(clock().now()).isEqualTo(real);
        assertThat(clock().read().version()).isZero();
    }

    @Test
    void runsOnFromWhereItWasSet() {
        clock().set(SPRING, false);
        real = real.plusSeconds(60);
        assertThat(clock().now()).isEqualTo(SPRING.plusSeconds(60));
    }

    @Test
    void standsWhereItWasFrozen() {
        clock().set(SPRING, true);
        real = real.plusSeconds(60);
        assertThat(clock().now()).isEqualTo(SPRING);
    }

    @Test
    void writesWhatServicesRead() throws Exception {
        clock().set(SPRING, false);
        clock().set(SPRING, true);
        JsonNode written = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("clock.json")));
        assertThat(written.path("version").asInt()).isEqualTo(2);
        assertThat(written.path("base").asString()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(written.path("business").asString()).isEqualTo("2026-03-01T01:00:00Z");
        assertThat(written.path("frozen").asBoolean()).isTrue();
    }

    private ClockFile clock() {
        return new ClockFile(folder.resolve("clock.json"), () -> real);
    }
}
