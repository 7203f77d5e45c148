package org.redress.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path folder;

    @Test
    void isEmptiedOfEverythingButItsLock() throws Exception {
        RunFolder run = RunFolder.of(Map.of("REDRESS_RUN", folder.toString()));
        run.prepare();
        Files.createDirectories(run.path("mail"));
        Files.writeString(run.path("mail").resolve("one.eml"), "text");
        Files.writeString(run.path("clock.json"), "{}");
        try (RunLock lock = RunLock.take(run)) {
            assertThat(lock).isNotNull();
            run.empty();
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(".redress-run", "launcher.lock", "logs");
    }

    @Test
    void keepsAPartAwayUntilItIsWantedBack() {
        RunFolder run = RunFolder.of(Map.of("REDRESS_RUN", folder.toString()));
        run.setAway(Part.ROUTING, true);
        assertThat(run.isAway(Part.ROUTING)).isTrue();
        assertThat(run.isAway(Part.INTAKE)).isFalse();
        run.forgetAway();
        assertThat(run.isAway(Part.ROUTING)).isFalse();
    }
}
