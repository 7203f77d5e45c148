package org.redress.starters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerFolderTest {

    @TempDir
    private Path folder;

    @Test
    void addsFurtherSettingsOfTheEnvironmentALineEach() throws IOException {
        Path settings = BrokerFolder.prepare(
                folder, 1001, 1002, Map.of("REDRESS_BROKER_SETTINGS", "offsets.retention.minutes=1  log.roll.ms=1000"));

        assertThat(Files.readAllLines(settings))
                .contains("listeners=PLAINTEXT://127.0.0.1:1001,CONTROLLER://127.0.0.1:1002")
                .containsOnlyOnce("offsets.retention.minutes=1", "log.roll.ms=1000");
    }
}
