package org.redress.platform.consuming;

/**
 * How far a consumer applied one aggregate's stream; it lives inside the document the events change.
 *
 * @param epoch epoch of the last applied event, from 1
 * @param last sequence of the last applied event, 0 before the first
 * @param parked true when an event could not be applied: this one and all that follow wait for a resend
 */
public record Position(int epoch, long last, boolean parked) {

    /** Nothing applied yet. */
    public static final Position START = new Position(1, 0, false);

    /** Whether an event is behind it. */
    public boolean covers(int ofEpoch, long sequence) {
        return epoch > ofEpoch || (epoch == ofEpoch && last >= sequence);
    }

    /** The same place, parked. */
    public Position park() {
        return new Position(epoch, last, true);
    }

    /** The same place, open for a resend. */
    public Position release() {
        return new Position(epoch, last, false);
    }
}
