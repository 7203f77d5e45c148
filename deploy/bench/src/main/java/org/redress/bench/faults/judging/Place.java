package org.redress.bench.faults.judging;

/**
 * A place in a history, which one event fills.
 *
 * @param aggregateId the aggregate
 * @param epoch the epoch
 * @param sequence the sequence
 */
public record Place(String aggregateId, int epoch, long sequence) {

    /** Whether another place of the same history lies at or before it. */
    boolean covers(Place other) {
        return epoch > other.epoch || (epoch == other.epoch && sequence >= other.sequence);
    }

    @Override
    public String toString() {
        return aggregateId + ':' + epoch + ':' + sequence;
    }
}
