package org.redress.starters;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as it was when it was written down; the start time tells it from a later one with the same number.
 *
 * @param pid its number
 * @param startedAt when the operating system started it
 */
public record ProcessRecord(long pid, Instant startedAt) {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Writes down a process that runs now; empty when it has gone already. */
    public static Optional<ProcessRecord> of(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(handle ->
                        new ProcessRecord(pid, handle.info().startInstant().orElse(Instant.EPOCH)));
    }

    /** The process, if it still runs and is proven to be the one written down. */
    public Optional<ProcessHandle> alive() {
        return of(pid).filter(this::isSame).flatMap(now -> ProcessHandle.of(pid));
    }

    private boolean isSame(ProcessRecord now) {
        return Duration.between(now.startedAt, startedAt).abs().compareTo(TOLERANCE) <= 0;
    }
}
