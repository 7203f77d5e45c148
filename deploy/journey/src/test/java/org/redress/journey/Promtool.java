package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.redress.starters.Repository;

/** Prometheus' own checker. Where there is none, the test is left out, but never in continuous integration. */
final class Promtool {

    private static final Path HERE = Path.of("/usr/bin/promtool");

    private Promtool() {}

    /** Runs it in a folder of the project, or fails with what it prints. */
    static void run(String folder, String... arguments) throws IOException {
        boolean there = Files.isExecutable(HERE);
        Assumptions.assumeTrue(there || "true".equals(System.getenv("CI")), "no promtool: apt-get install prometheus");
        List<String> command = new ArrayList<>(List.of(HERE.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(Repository.root().resolve(folder).toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(exit(process)).as(printed).isZero();
    }

    private static int exit(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
