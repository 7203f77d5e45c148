package org.redress.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.bench.Bench;
import org.redress.starters.ChildProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The short form of the bench of faults: a kill inside each named window, and nothing is lost, doubled or torn. */
class FaultsTest {

    private static final Duration WITHIN = Duration.ofMinutes(30);
    private static final boolean THOROUGH = Boolean.parseBoolean(System.getenv("REDRESS_THOROUGH"));
    private static final int KILLS = THOROUGH ? 8 : 4;
    private static final int PETITIONS = THOROUGH ? 600 : 300;

    @TempDir
    private Path folder;

    @Test
    void losesNothingWhenServicesAreKilledInsideEachWindow() throws IOException {
        Path out = folder.resolve("faults.txt");
        ChildProcess bench = ChildProcess.start(
                "faults",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bench.class.getName(),
                        "faults",
                        "--kills",
                        String.valueOf(KILLS),
                        "--petitions",
                        String.valueOf(PETITIONS)),
                Map.of(),
                out);
        boolean ended = bench.endsWithin(WITHIN);
        bench.stop(Duration.ofMinutes(1));

        List<String> lines = Files.readAllLines(out);
        assertThat(ended).as(String.join("\n", lines)).isTrue();
        assertThat(bench.succeeded()).as(String.join("\n", lines)).isTrue();
        JsonNode result = JsonMapper.shared().readTree(lines.getLast());
        assertThat(result.path("kills").asInt()).isEqualTo(KILLS);
        for (String window : List.of("write-publish", "publish-clear", "apply-commit", "plan-send")) {
            assertThat(result.path("windows").path(window).asInt()).as(window).isPositive();
        }
        for (String damage : List.of("lost", "doubled", "torn", "gaps_open", "alerts_missing")) {
            assertThat(result.path(damage).asLong(-1)).as(damage).isZero();
        }
    }
}
