package org.redress.local.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * What the clock file says.
 *
 * @param version grows with every change, so that a reader can tell which one it has seen
 * @param base the real moment of the change
 * @param business the business moment it was set to
 * @param frozen whether business time stands still there
 */
public record ClockReading(long version, Instant base, Instant business, boolean frozen) {

    /** Business time that is real time. */
    static ClockReading real(Instant now) {
        return new ClockReading(0, now, now, false);
    }

    /** Business time at a real moment. */
    public Instant at(Instant real) {
        return frozen ? business : business.plus(Duration.between(base, real));
    }

    ClockReading changed(Instant real, Instant to, boolean standing) {
        return new ClockReading(version + 1, real, to, standing);
    }
}
