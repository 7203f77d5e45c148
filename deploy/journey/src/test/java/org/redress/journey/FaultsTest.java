package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.starters.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The short form of the bench of faults: one kill inside each named window, and nothing is lost, doubled or torn. */
class FaultsTest {

    private static final int MINUTES = 15;

    @TempDir
    private Path folder;

    @Test
    void losesNothingWhenServicesAreKilledInsideEachWindow() throws IOException, InterruptedException {
        Path out = folder.resolve("faults.txt");
        Process bench = new ProcessBuilder(
                        "bash",
                        Repository.root().resolve("deploy/bench/faults").toString(),
                        "--kills",
                        "4",
                        "--petitions",
                        "300")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = bench.waitFor(MINUTES, TimeUnit.MINUTES);
        bench.destroy();

        List<String> lines = Files.readAllLines(out);
        assertThat(ended).as(String.join("\n", lines)).isTrue();
        assertThat(bench.exitValue()).as(String.join("\n", lines)).isZero();
        JsonNode result = JsonMapper.shared().readTree(lines.getLast());
        assertThat(result.path("kills").asInt()).isEqualTo(4);
        for (String window : List.of("write-publish", "publish-clear", "apply-commit", "plan-send")) {
            assertThat(result.path("windows").path(window).asInt()).as(window).isPositive();
        }
        for (String damage : List.of("lost", "doubled", "torn", "gaps_open", "alerts_missing")) {
            assertThat(result.path(damage).asLong(-1)).as(damage).isZero();
        }
        assertThat(result.path("mail_copies_extra").asLong()).isLessThanOrEqualTo(4);
    }
}
