package org.redress.local.command;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The last line of the status.
 *
 * @param healthy whether every part can do its work
 * @param rssMb memory of all processes, in MB; pages that several of them map are counted for each
 * @param startupS seconds from the command of the last start until everything was healthy; 0 before that
 */
record TotalStatus(boolean healthy, long rssMb, double startupS) {

    static TotalStatus of(List<PartStatus> parts, double startupS) {
        // Two parts are servers inside the launcher: its memory counts once.
        long memory = parts.stream()
                .filter(part -> part.pid() != null)
                .collect(Collectors.toMap(PartStatus::pid, PartStatus::rssMb, (one, same) -> one))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return new TotalStatus(!parts.isEmpty() && parts.stream().allMatch(PartStatus::healthy), memory, startupS);
    }

    String line() {
        String start = startupS == 0 ? "the start is under way" : "started in %.1f s".formatted(startupS);
        return "in all: %d MB of memory, %s".formatted(rssMb, start);
    }
}
