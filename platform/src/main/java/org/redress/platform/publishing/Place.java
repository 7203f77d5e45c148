package org.redress.platform.publishing;

import java.time.Instant;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Source;

/**
 * How far an aggregate was published.
 *
 * @param source the aggregate and the key of its records
 * @param epoch epoch of the event
 * @param sequence its sequence
 * @param publishedAt real time at which the broker had it
 * @param archiveId id in the archive
 */
record Place(Source source, int epoch, long sequence, Instant publishedAt, String archiveId) {

    /** Whether a consumer lacks it; what somebody has to mend first is known already. */
    boolean isLackedAt(Position at) {
        return !at.parked() && !at.covers(epoch, sequence);
    }

    /** Whether a consumer applied more than this. */
    boolean isPassedBy(Position at) {
        return at.epoch() > epoch || (at.epoch() == epoch && at.last() > sequence);
    }

    Place laterOf(Place other) {
        return new Position(epoch, sequence, false).covers(other.epoch, other.sequence) ? this : other;
    }
}
