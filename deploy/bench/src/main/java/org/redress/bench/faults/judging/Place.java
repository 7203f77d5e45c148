package org.redress.bench.faults.judging;

/**
 * A place in a history, which one event fills.
 *
 * @param aggregateId the aggregate
 * @param epoch the epoch
 * @param sequence the sequence
 */
public record Place(String aggregateId, int epoch, long sequence) {

    @Override
    public String toString() {
        return aggregateId + ':' + epoch + ':' + sequence;
    }
}
