package org.redress.platform.consuming;

import org.jspecify.annotations.Nullable;

/**
 * What a consumer lacks of an aggregate: everything of its epoch from a sequence on, or the whole of a newer one.
 *
 * @param epoch the epoch it stands in; absent when the newest is meant, whatever it is
 * @param from the first sequence it lacks there
 */
public record Missing(@Nullable Integer epoch, long from) {

    /** What comes after a position. */
    public static Missing after(Position at) {
        return new Missing(at.epoch(), at.last() + 1);
    }

    /**
     * Where to begin in the newest epoch its producer knows, the only one that is sent: its snapshot replaces all
     * before. One who stands in a newer epoch than the producer knows lacks nothing of this one.
     */
    public long fromIn(int newest) {
        if (epoch == null || epoch == newest) {
            return from;
        }
        return newest > epoch ? 1 : Long.MAX_VALUE;
    }
}
