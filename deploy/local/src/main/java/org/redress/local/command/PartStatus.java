package org.redress.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.local.run.Part;
import org.redress.local.run.PartState;
import org.redress.local.supervise.Health;
import org.redress.starters.ProcessRecord;

/**
 * One line of the status.
 *
 * @param name the part
 * @param pid its process, null while it has none
 * @param port the port of the loopback address
 * @param healthy whether it can do its work
 * @param rssMb memory the process holds, in MB
 */
record PartStatus(String name, @Nullable Long pid, int port, boolean healthy, long rssMb) {

    static PartStatus of(PartState state) {
        Optional<Long> pid = Optional.ofNullable(state.process())
                .flatMap(ProcessRecord::alive)
                .map(ProcessHandle::pid);
        boolean healthy = pid.isPresent()
                && Part.named(state.name())
                        .map(part -> Health.of(part, state.port()))
                        .orElse(false);
        return new PartStatus(
                state.name(),
                pid.orElse(null),
                state.port(),
                healthy,
                pid.map(PartStatus::memory).orElse(0L));
    }

    String line() {
        String health = pid == null ? "away" : healthy ? "healthy" : "starting";
        return "%-13s %8s %6d  %-9s %d MB".formatted(name, pid == null ? "-" : pid, port, health, rssMb);
    }

    private static long memory(long pid) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            // Systems without /proc, and a process that has just ended, show no memory.
            return 0;
        }
    }
}
