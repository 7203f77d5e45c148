package org.redress.platform.consuming;

import org.redress.platform.messaging.DeadLetters;

/**
 * Where a consumer keeps what it does not apply.
 *
 * @param letters the records themselves, as evidence
 * @param parked which aggregates are parked and why
 * @param gaps which streams lack something
 * @param doubts what failed and is tried again
 * @param held which partitions wait for a newer version of the service
 */
record SetAside(DeadLetters letters, ParkedList parked, Gaps gaps, Doubts doubts, HeldPartitions held) {

    /** Lets list and gaps see how far a consumer came. */
    void watch(EventHandler<?> handler) {
        parked.watch(handler);
        gaps.watch(handler);
    }
}
