package org.redress.starters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestServersTest {

    @TempDir
    Path folder;

    @Test
    void leavesNothingBehindWhenItIsKilled() throws Exception {
        Path addresses = folder.resolve("addresses");
        ProcessBuilder builder = new ProcessBuilder(
                        Executables.java().toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestServers.class.getName(),
                        addresses.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().keySet().removeAll(List.of("KAFKA_BOOTSTRAP_SERVERS", "MONGODB_URI"));
        builder.environment().put("REDRESS_INFRASTRUCTURE", "local");
        Process servers = builder.start();
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(addresses));
            List<ProcessHandle> children = servers.descendants().toList();
            assertThat(children).hasSizeGreaterThanOrEqualTo(3);
            servers.destroyForcibly();
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
                assertThat(children).noneMatch(ProcessHandle::isAlive);
                assertThat(folder.toFile().list((parent, name) -> name.startsWith("redress-")))
                        .isEmpty();
            });
        } finally {
            servers.destroyForcibly();
        }
    }
}
