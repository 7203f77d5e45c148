package org.redress.platform.time;

import java.time.Instant;
import java.time.InstantSource;

/** The machine's own time, for leases, retries, tokens and retention; never for a limit. */
public final class RealTime {

    private RealTime() {}

    /** Now, by the machine. */
    public static Instant now() {
        return Instant.now();
    }

    /** The machine's time as a source. */
    public static InstantSource source() {
        return InstantSource.system();
    }
}
