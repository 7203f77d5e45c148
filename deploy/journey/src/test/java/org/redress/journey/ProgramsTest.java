package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.starters.Repository;

/** What the programs hold that ship. */
class ProgramsTest {

    @ParameterizedTest
    @ValueSource(strings = {"intake", "routing", "notification", "analytics"})
    void carryNothingOfTheLocalInstallation(String service) throws IOException {
        String program = "%1$s-service/target/redress-%1$s-service-0.1.0-SNAPSHOT-exec.jar".formatted(service);

        assertThat(ours(program))
                .allMatch(entry -> entry.startsWith("BOOT-INF/classes/org/redress/" + service)
                        || entry.startsWith("BOOT-INF/lib/redress-platform-")
                        || entry.startsWith("BOOT-INF/lib/redress-contracts-"))
                .hasSizeGreaterThan(10);
    }

    @Test
    void wouldBeSeenToCarryIt() throws IOException {
        assertThat(ours("deploy/local/target/redress-local-0.1.0-SNAPSHOT-exec.jar"))
                .anyMatch(entry -> entry.startsWith("BOOT-INF/classes/org/redress/local/signin/"));
    }

    private static List<String> ours(String program) throws IOException {
        Path file = Repository.root().resolve(program);
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches("BOOT-INF/(classes/org/redress/.+\\.class|lib/redress-.+)"))
                    .toList();
        }
    }
}
