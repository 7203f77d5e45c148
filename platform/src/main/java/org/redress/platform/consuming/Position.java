package org.redress.platform.consuming;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a consumer applied one aggregate's stream; it lives inside the document the events change. Two positions are
 * equal when they are the same place: the event seen there is a witness, not a part of it.
 *
 * @param epoch epoch of the last applied event, from 1
 * @param last sequence of the last applied event, 0 before the first
 * @param parked true when an event could not be applied: this one and all that follow wait for a resend
 * @param eventId id of the last applied event; absent before the first
 */
public record Position(
        int epoch, long last, boolean parked, @Nullable String eventId) {

    /** Nothing applied yet. */
    public static final Position START = new Position(1, 0, false);

    /** A place of which it is not known which event was seen there. */
    public Position(int epoch, long last, boolean parked) {
        this(epoch, last, parked, null);
    }

    /** Whether an event is behind it. */
    public boolean covers(int ofEpoch, long sequence) {
        return epoch > ofEpoch || (epoch == ofEpoch && last >= sequence);
    }

    /** Whether another event than this one was applied at this very place: one of the two histories is not true. */
    boolean contradicts(int ofEpoch, long sequence, String otherId) {
        return epoch == ofEpoch && last == sequence && eventId != null && !eventId.equals(otherId);
    }

    /** The same place, parked. */
    public Position park() {
        return new Position(epoch, last, true, eventId);
    }

    /** The same place, open for a resend. */
    public Position release() {
        return new Position(epoch, last, false, eventId);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Position place && epoch == place.epoch && last == place.last && parked == place.parked;
    }

    @Override
    public int hashCode() {
        return Objects.hash(epoch, last, parked);
    }
}
